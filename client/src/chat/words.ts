import * as vscode from 'vscode';
import type { Environment } from '../../../server/src/protocol';
import type { PageWords } from './html';

/** The words of the page in the language of the editor. */
export function pageWords(title: string, environment: Environment): PageWords {
  const { t } = vscode.l10n;
  return {
    title,
    conversation: t('Conversation'),
    message: t('Say something'),
    send: t('Send'),
    restart: t('Start Over'),
    save: t('Save as Conversation Test…'),
    language: t('Language'),
    inside: t('What happened inside'),
    variables: t('Variables'),
    contexts: t('Contexts'),
    trace: t('Turns, the last one first'),
    join: t('Draft and LIVE Side by Side'),
    you: t('You'),
    bot: t('Bot'),
    service: t('Web service'),
    asks: t('The bot calls a web service. No network is used: you say what it answers.'),
    answer: t('Answer'),
    fail: t('Let It Fail'),
    answerLabel: t('Answer of the web service, as JSON'),
    notUnderstood: t('not understood'),
    stale: t('The NLP is not trained with the present draft: an earlier model answers.'),
    changed:
      environment === 'draft'
        ? t('The draft has changed: the next turn runs on it. The conversation goes on.')
        : t('LIVE has changed: the next turn runs on it. The conversation goes on.'),
    begin: t('Beginning'),
    none: t('none'),
    opensPage: t('This button opens a web page.'),
  };
}
