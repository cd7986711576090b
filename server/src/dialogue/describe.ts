import { t } from '@vscode/l10n';
import type { Effect, Reason, TraceEntry } from './turn';

/** A line of a trace as people read it, with the dialog that it is about. */
export interface TraceLine {
  readonly text: string;
  /** `flow/dialog`. */
  readonly dialog?: string;
  /** Something did not work. */
  readonly isProblem?: true;
}

/** What happened in a turn, in sentences. */
export function describeEntry(entry: TraceEntry): TraceLine {
  switch (entry.type) {
    case 'entered':
      return { text: t('{0} ({1})', entry.dialog, reasonInWords(entry.why)), dialog: entry.dialog };
    case 'condition':
      return conditionLine(entry);
    case 'skipped':
      return {
        text: t("{0} is not asked: '{1}' was said already", entry.dialog, entry.entity),
        dialog: entry.dialog,
      };
    case 'asked-again':
      return { text: t('{0} asks again (attempt {1})', entry.dialog, entry.attempt), dialog: entry.dialog };
    case 'set':
      return {
        text: entry.value === null ? t('{0} is unset', entry.variable) : `${entry.variable} = ${entry.value}`,
      };
    case 'effect':
      return { text: describeEffect(entry.effect), dialog: entry.dialog };
    case 'problem':
      return {
        text: entry.message,
        ...(entry.dialog !== '' && { dialog: entry.dialog }),
        isProblem: true,
      };
  }
}

/** What the host is asked to do, in a line. */
export function describeEffect(effect: Effect): string {
  return effect.type === 'http'
    ? `${effect.request.method} ${effect.request.url}`
    : t('hand-over: {0}', effect.note);
}

function conditionLine(entry: Extract<TraceEntry, { readonly type: 'condition' }>): TraceLine {
  const { dialog, condition, holds, problem } = entry;
  if (condition === undefined) return { text: t('otherwise'), dialog };
  if (problem !== undefined)
    return { text: t('{0} comes to nothing: {1}', condition, problem), dialog, isProblem: true };
  return { text: holds ? t('{0} holds', condition) : t('{0} does not hold', condition), dialog };
}

function reasonInWords(why: Reason): string {
  switch (why) {
    case 'start':
      return t('the conversation begins');
    case 'intent':
      return t('the intent triggers it');
    case 'button':
      return t('a button was pressed');
    case 'next':
      return t('next');
    case 'branch':
      return t('a branch leads here');
    case 'answer':
      return t('the question is answered');
    case 'retry':
      return t('too many wrong answers');
    case 'not-understood':
      return t('the message was not understood');
    case 'error':
      return t('something failed');
    case 'disabled':
      return t('the bot is switched off');
    case 'gone':
      return t('the dialog of before is gone');
  }
}
