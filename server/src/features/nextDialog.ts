import type { Dialog } from '../model/definitions';
import type { BotSnapshot, Placed } from '../project/snapshot';
import { linkedDialogs } from './relink';

/**
 * The dialog that answers in a fresh conversation, in which no context is active.
 * @param intent what was recognised; undefined when the message was not understood
 */
export function nextDialog(bot: BotSnapshot, intent: string | undefined): Placed<Dialog> | undefined {
  if (intent !== undefined) {
    for (const { dialog } of linkedDialogs(bot, intent)) {
      const linked = dialog === undefined ? [] : bot.dialog(dialog);
      const free = linked.find(({ item }) => item.trigger?.requires.length === 0);
      if (free) return free;
    }
  }
  const fallback = bot.settings?.item.dialogs.get('notUnderstood')?.value;
  return fallback === undefined ? undefined : bot.dialog(fallback)[0];
}
