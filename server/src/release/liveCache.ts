import { atOnce } from '../text/inPieces';
import { rememberedItems } from './content/hashedItems';
import { itemsOf } from './content/items';
import type { ContentMemory } from './content/memory';
import { botOf, liveRoot } from './content/snapshot';
import type { BotId, LiveReading, LiveRelease, ReleaseProblem } from './contract';
import type { GitCall } from './git/git';
import { problem } from './git/problems';
import type { Repository } from './git/repository';
import type { LiveSide } from './plan/compose';
import { effectiveLive, headOfRelease, inForceAt } from './store/effectiveLive';
import { readHead, readRelease } from './store/read';
import type { LiveReferences } from './store/read';

const NO_ITEMS: LiveSide['items'] = new Map();
const NO_LIVE: LiveSide = { reading: { kind: 'none' }, bot: undefined, items: NO_ITEMS };

/** LIVE as it was read last. */
interface Known {
  /** Head of the live branch. */
  readonly head: LiveRelease;
  /** How many entries of its schedule had come to their time. */
  readonly switches: number;
  readonly side: LiveSide;
}

/** LIVE as it was read last. A commit never changes, so only a moved branch, or a schedule, makes it read again. */
export class LiveCache {
  readonly #known = new Map<string, Known>();
  readonly #memory: ContentMemory | undefined;

  /** @param memory what earlier runs of the program found out about LIVE */
  constructor(memory?: ContentMemory) {
    this.#memory = memory;
  }

  async read(
    repository: Repository,
    bot: BotId,
    { head, tags }: Pick<LiveReferences, 'head' | 'tags'>,
    call: GitCall,
  ): Promise<LiveSide> {
    if (head.kind === 'none') return NO_LIVE;
    const now = new Date();
    const key = keyOf(repository, bot);
    const known = this.#known.get(key);
    const isSameHead = known && head.kind === 'at' && known.head.commit === head.commit;
    if (isSameHead && switchesAt(known.head, now) === known.switches) return known.side;
    const reading: LiveReading = isSameHead
      ? { kind: 'known', release: known.head }
      : await readHead(repository, bot, head, call);
    if (reading.kind !== 'known') return sideOf(bot, reading, this.#memory);
    const effective = await effectiveLive(reading.release, now, async (version) => {
      const commit = tags.get(version);
      const release = commit && (await readRelease(repository, bot, commit, call));
      return release?.ok ? release.value : undefined;
    });
    if (!effective) {
      return sideOf(bot, { kind: 'unknown', problem: problem('integrity', 'schedule') }, this.#memory);
    }
    const side = sideOf(bot, { kind: 'known', release: effective.release }, this.#memory);
    this.#known.set(key, { head: reading.release, switches: switchesAt(reading.release, now), side });
    return side;
  }

  /** LIVE as it was read last, without another look; undefined when none was there. */
  lastRead(repository: Repository, bot: BotId): LiveReading | undefined {
    return this.#known.get(keyOf(repository, bot))?.side.reading;
  }

  /** When the schedule of LIVE as it was read last changes it next (milliseconds since 1970). */
  nextSwitch(repository: Repository, bot: BotId): number | undefined {
    const known = this.#known.get(keyOf(repository, bot));
    const now = Date.now();
    const coming = known?.head.deployment.schedule.map(({ at }) => Date.parse(at)).filter((at) => at > now);
    return coming && coming.length > 0 ? Math.min(...coming) : undefined;
  }
}

function keyOf(repository: Repository, bot: BotId): string {
  return `${repository.commonDirectory} ${bot}`;
}

function switchesAt(head: LiveRelease, now: Date): number {
  return inForceAt(headOfRelease(head), now).switches.length;
}

/** LIVE with its files as a bot. */
function sideOf(bot: BotId, reading: LiveReading, memory: ContentMemory | undefined): LiveSide {
  if (reading.kind !== 'known') return { reading, bot: undefined, items: NO_ITEMS };
  const { files, record } = reading.release;
  const snapshot = botOf(liveRoot(bot), files);
  if (!snapshot) return { reading, bot: undefined, items: NO_ITEMS };
  const items = memory
    ? atOnce(rememberedItems(memory, snapshot, record.hashes.definition)).items
    : itemsOf(snapshot);
  return { reading, bot: snapshot, items };
}

/** LIVE of a bot that has no release store: outside of a repository nothing can be live. */
export function sideWithout(error: ReleaseProblem): LiveSide {
  const isNone = error.reason === 'not-a-repository' || error.reason === 'invalid-name';
  return isNone ? NO_LIVE : { reading: { kind: 'unknown', problem: error }, bot: undefined, items: NO_ITEMS };
}
