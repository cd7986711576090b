import { t } from '@vscode/l10n';
import type { ChatTexts } from './config';

/** The words of the chat page. */
export function chatTexts(): ChatTexts {
  return {
    language: t('Language'),
    restart: t('Start again'),
    signOut: t('Sign out'),
    conversation: t('Conversation'),
    thanks: t('Thank you for your rating.'),
    comment: t('Why? (optional)'),
    send: t('Send'),
    skip: t('No comment'),
    unavailable: t('The bot cannot be reached at the moment. Load the page again later.'),
  };
}
