import type { BotSnapshot } from '../../project/snapshot';
import type { LiveState, RuleContext } from '../rule';
import { BotIndex } from './botIndex';
import type { Index } from './lookups';
import { TABLES } from '../facts/tables';

interface Remembered {
  readonly bot: BotSnapshot;
  readonly live: LiveState;
}

const indexes = new WeakMap<BotSnapshot, BotIndex>();
/** What an index is about now. */
const subjects = new WeakMap<BotIndex, Remembered>();

/** The index is about this bot from now on. */
export function remember(bot: BotSnapshot, live: LiveState, index: BotIndex): void {
  indexes.set(bot, index);
  subjects.set(index, { bot, live });
}

/** The tables of a bot, for fixes: those of its check when they are up to date, else made anew. */
export function indexOf({ bot, live }: RuleContext): Index {
  const known = indexes.get(bot);
  const subject = known && subjects.get(known);
  if (known && subject?.bot === bot && subject.live === live && isComplete(known, bot)) return known;
  const index = new BotIndex(
    TABLES,
    { changed: () => undefined, concerned: () => undefined, isListening: false },
    true,
  );
  index.setLive(live);
  for (const [uri, file] of bot.files) index.set(uri, file);
  remember(bot, live, index);
  return index;
}

/** False while a check has not come to all files. */
function isComplete(index: BotIndex, bot: BotSnapshot): boolean {
  for (const [uri, file] of bot.files) if (index.open(uri) !== file) return false;
  return true;
}
