import { foldName } from '../model/occurrence';
import type { Dialog } from '../model/definitions';
import type { BotSnapshot, Placed } from '../project/snapshot';

/**
 * The dialog that answers in a fresh conversation, in which no context is active.
 * @param intent what was recognised; undefined when the message was not understood
 */
export function nextDialog(bot: BotSnapshot, intent: string | undefined): Placed<Dialog> | undefined {
  if (intent !== undefined) {
    const linked = bot.dialogs.find(({ item: { trigger } }) => {
      const named = trigger?.intent?.value;
      return named !== undefined && foldName(named) === foldName(intent) && trigger?.requires.length === 0;
    });
    if (linked) return linked;
  }
  const fallback = bot.settings?.item.dialogs.get('notUnderstood')?.value;
  return fallback === undefined ? undefined : bot.dialog(fallback)[0];
}
