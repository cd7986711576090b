import type { Dialog, DialogLink, Expression } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { keyOf } from './dialogs';

/** The dialogs that an intent leads to in a new conversation, in which no context is active. */
export function triggeredFirst(bot: BotSnapshot, intent: string): readonly Dialog[] {
  const names = bot
    .references('intent', intent)
    .flatMap(({ position, dialog }) => (position === 'trigger' && dialog !== undefined ? [dialog] : []));
  return names
    .flatMap((name) => bot.dialog(name).map(({ item }) => item))
    .filter(({ trigger }) => trigger?.requires.length === 0);
}

/** Whether the turn that begins in a dialog may call a web service, whose answer only a person knows. */
export function mayCall(bot: BotSnapshot, begin: Dialog): boolean {
  const found = new Map([[keyOf(begin), begin]]);
  // What is added while it goes on has its turn, too.
  for (const dialog of found.values()) {
    if (dialog.do.some(({ kind }) => kind === 'http')) return true;
    for (const link of onward(dialog)) {
      const next = bot.dialog(`${link.flow?.value ?? dialog.flow}/${link.dialog.value}`)[0]?.item;
      if (next && !found.has(keyOf(next))) found.set(keyOf(next), next);
    }
  }
  return false;
}

/** Where a dialog may go on without a word of the user. A question is skipped when its answer was said already. */
function onward({ next, goto = [], ask }: Dialog): readonly DialogLink[] {
  return [next, ...goto.map((branch) => branch.next), ask?.entity && ask.next].filter(
    (link) => link !== undefined,
  );
}

/** Whether a conversation still stands in a dialog when the turn is over that came to it by an expression. */
export function staysIn({ next, goto, ask }: Dialog, { annotations }: Expression): boolean {
  if (next || goto) return false;
  const asked = ask?.entity && foldName(ask.entity.value);
  return asked === undefined || annotations.every(({ entity }) => foldName(entity.value) !== asked);
}
