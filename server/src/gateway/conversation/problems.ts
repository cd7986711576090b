import { t } from '@vscode/l10n';
import { StoreError } from '../database/storeError';
import { LONGEST_KEY, LONGEST_TEXT } from './contract';
import type { Answer, ConversationProblemReason, Input } from './contract';

/** The answer to what cannot be done, with the standard sentence. */
export function refused(reason: ConversationProblemReason): Answer<never> {
  return { ok: false, problem: { reason, message: sentence(reason) } };
}

/** Why the database did not do something, as an answer. A fault that is a mistake of this program is thrown on. */
export function refusedByStore(error: unknown): Answer<never> {
  if (!(error instanceof StoreError) || error.reason === 'failed') throw error;
  return refused(error.reason === 'invalid-text' ? 'malformed' : 'unavailable');
}

/** What is wrong with what a user sent; undefined when nothing is. */
export function problemOfInput(input: Input): ConversationProblemReason | undefined {
  if ('text' in input) return problemOfText(input.text, LONGEST_TEXT);
  return problemOfText('press' in input ? input.press : input.language, LONGEST_KEY);
}

/** The same of a key, which may be absent. */
export function problemOfKey(key: string | undefined): ConversationProblemReason | undefined {
  return key === undefined ? undefined : problemOfText(key, LONGEST_KEY);
}

function problemOfText(text: string, longest: number): ConversationProblemReason | undefined {
  if (text.length > longest) return 'too-long';
  return text.trim() === '' || /[\0\p{Surrogate}]/u.test(text) ? 'malformed' : undefined;
}

function sentence(reason: ConversationProblemReason): string {
  switch (reason) {
    case 'unknown':
      return t('There is no such conversation. Begin a new one.');
    case 'too-long':
      return t(
        'This is too long: a message may have {0} characters, and a key {1}.',
        LONGEST_TEXT,
        LONGEST_KEY,
      );
    case 'malformed':
      return t('This is empty, or holds characters that no text may hold.');
    case 'busy':
      return t('The bot is still busy with the message before. Send this one again.');
    case 'key-reused':
      return t('This idempotency key was used for something else. Make a new key for every message.');
    case 'unavailable':
      return t('The bot cannot answer at the moment. Send this again.');
  }
}
