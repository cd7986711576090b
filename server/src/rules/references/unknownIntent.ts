import { t } from '@vscode/l10n';
import { nameFault } from '../../model/names';
import { newDefinitionUri } from '../edits/documents';
import { intentSkeleton } from '../edits/skeletons';
import type { Fix, Rule } from '../rule';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { removedIntent } from '../support/removed';
import { didYouMeanSentence, sentences } from '../support/sentences';

/** Rule 1. Where LIVE still has the intent, `references/removed-intent` speaks instead, never beside this one. */
export const rule: Rule = {
  meta: {
    code: 'references/unknown-intent',
    severity: 'error',
    summary: 'A dialog is linked to an intent that does not exist.',
    description: `No user can reach a dialog through an intent that does not exist. Correct the name, or create the intent.

Names of intents are compared without regard to case. When LIVE has the intent, \`references/removed-intent\` says so instead.`,
    wrong: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_trian
    say:
      - text:
          en: Where do you want to go?
    end: true
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
    right: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: Where do you want to go?
    end: true
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
    source: "Chatlayer, Rasa's validator",
    reference: true,
  },

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name } of unknownReferences(file, context, 'intent')) {
      if (removedIntent(context, name)) continue;
      const near = suggestions.name('intent', name);
      const advice = didYouMeanSentence(near) ?? t('Create it, or link another intent.');
      yield {
        span,
        message: sentences(t("Intent '{0}' does not exist.", name), advice),
        data: near === undefined ? { name } : { name, near },
      };
    }
  },

  fixes(finding, context) {
    const { name = '', near } = finding.data;
    const fixes: Fix[] = near === undefined ? [] : replaceName(finding, context, near, true);
    if (nameFault(name)) return fixes;
    const uri = newDefinitionUri(context.bot, context.bot.intents, name, '.intent.yaml', 'intents');
    return [
      ...fixes,
      {
        title: t("Create intent '{0}'", name),
        kind: 'choice',
        changes: [{ kind: 'create', uri, text: intentSkeleton(context.bot, name) }],
      },
    ];
  },
};
