import { foldName } from '../model/occurrence';
import { urlOf } from './http';
import type { RunnableButton } from './runnable';
import type { Localized, Template, Values } from './text';
import type { SentButton } from './turn';
import type { Working } from './working';

/** Stands for the value of a sensitive variable wherever something is kept. */
export const HIDDEN = '•••';

/** The bot says something, in the conversation's language. */
export function speak(
  working: Working,
  dialog: string,
  text: Localized,
  buttons: readonly RunnableButton[] = [],
): void {
  const message = {
    text: working.text(text),
    buttons: buttons.map((button) => buttonFor(working, button, working.value, true)),
    dialog,
  };
  working.send(
    isSensitive(working, text, buttons) ? { ...message, kept: keptOf(working, text, buttons) } : message,
  );
}

function buttonFor(
  working: Working,
  { id, label, url }: RunnableButton,
  values: Values,
  noteProblems: boolean,
): SentButton {
  const shown = working.text(label, values, noteProblems);
  if (!url) return { id, label: shown };
  const address = urlOf(url, values);
  if (!address.ok && noteProblems) working.problem(address.problem);
  return { id, label: shown, ...(address.ok && { url: address.value }) };
}

function keptOf(working: Working, text: Localized, buttons: readonly RunnableButton[]) {
  const values: Values = (name) =>
    isSensitiveVariable(working, name) && working.value(name) !== undefined ? HIDDEN : working.value(name);
  return {
    text: working.text(text, values, false),
    buttons: buttons.map((button) => buttonFor(working, button, values, false)),
  };
}

/** Bots without a sensitive variable, and texts that name none, are said and kept alike. */
function isSensitive(working: Working, text: Localized, buttons: readonly RunnableButton[]): boolean {
  if (working.bot.sensitive.size === 0) return false;
  return [text, ...buttons.map(({ label }) => label)]
    .flatMap(({ texts }): readonly Template[] => [...texts.values()])
    .concat(buttons.flatMap(({ url }) => url ?? []))
    .some(({ variables }) => variables.some((name) => isSensitiveVariable(working, name)));
}

function isSensitiveVariable({ bot }: Working, name: string): boolean {
  return bot.sensitive.has(foldName(name));
}
