import type { BotSnapshot } from '../project/snapshot';

const revisions = new WeakMap<BotSnapshot, number>();

/** Begins with the time, so that a server that was started anew counts on. */
let last = Date.now();

/** A number for what a bot is at a moment. It grows whenever anything in the bot changes. */
export function revisionOf(bot: BotSnapshot): number {
  let revision = revisions.get(bot);
  if (revision === undefined) revisions.set(bot, (revision = ++last));
  return revision;
}
