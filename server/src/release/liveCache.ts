import type { BotSnapshot } from '../project/snapshot';
import { itemsOf } from './content/items';
import { botOf, liveRoot } from './content/snapshot';
import type { BotId, LiveReading, ReleaseProblem } from './contract';
import type { GitCall } from './git/git';
import type { Oid } from './git/names';
import type { Repository } from './git/repository';
import type { LiveSide } from './plan/compose';
import { effectiveLive } from './store/effectiveLive';
import { readHead } from './store/read';
import type { LiveHead } from './store/read';

const NO_ITEMS: LiveSide['items'] = new Map();
const NO_LIVE: LiveSide = { reading: { kind: 'none' }, bot: undefined, items: NO_ITEMS };

/** LIVE as it was read last. A commit never changes, so only a moved branch is read again. */
export class LiveCache {
  readonly #known = new Map<string, { readonly commit: Oid; readonly side: LiveSide }>();

  async read(repository: Repository, bot: BotId, head: LiveHead, call: GitCall): Promise<LiveSide> {
    if (head.kind === 'none') return NO_LIVE;
    const key = `${repository.commonDirectory} ${bot}`;
    const known = this.#known.get(key);
    if (known && head.kind === 'at' && known.commit === head.commit) return known.side;
    const side = sideOf(bot, inForce(await readHead(repository, bot, head, call)));
    if (head.kind === 'at' && side.reading.kind === 'known')
      this.#known.set(key, { commit: head.commit, side });
    return side;
  }
}

/** LIVE with its files as a bot. */
function sideOf(bot: BotId, reading: LiveReading): LiveSide {
  const snapshot: BotSnapshot | undefined =
    reading.kind === 'known' ? botOf(liveRoot(bot), reading.release.files) : undefined;
  return { reading, bot: snapshot, items: snapshot ? itemsOf(snapshot) : NO_ITEMS };
}

/** Users talk to what is in force now, which is what every comparison is about. */
function inForce(reading: LiveReading): LiveReading {
  if (reading.kind !== 'known') return reading;
  return { kind: 'known', release: effectiveLive(reading.release, new Date()).release };
}

/** LIVE of a bot that has no release store: outside of a repository nothing can be live. */
export function sideWithout(error: ReleaseProblem): LiveSide {
  const isNone = error.reason === 'not-a-repository' || error.reason === 'invalid-name';
  return isNone ? NO_LIVE : { reading: { kind: 'unknown', problem: error }, bot: undefined, items: NO_ITEMS };
}
