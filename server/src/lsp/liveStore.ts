import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { LiveDrift, Releases } from '../release/contract';
import { withDrift } from '../release/drift/withDrift';
import type { LiveState } from '../rules/rule';
import type { Uri } from '../text/uri';

/** Before LIVE was read, and in a workspace that is not trusted, rules about LIVE are silent. */
const UNREAD: LiveState = { kind: 'none' };

/** LIVE of every bot of the workspace, as it was read last. */
export class LiveStore {
  #states: ReadonlyMap<Uri, { readonly id: string; readonly state: LiveState }> = new Map();

  state(bot: BotSnapshot): LiveState {
    const known = this.#states.get(bot.root);
    return known?.id === bot.id ? known.state : UNREAD;
  }

  /** True when `bots` are not those that LIVE was read for. */
  misses(bots: readonly BotSnapshot[]): boolean {
    return bots.some((bot) => this.#states.get(bot.root)?.id !== bot.id);
  }

  /** Reads LIVE of all bots. @returns whether anything moved */
  async refresh(bots: readonly BotSnapshot[], releases: Releases): Promise<boolean> {
    const read = await Promise.all(
      bots.map(async (bot) => [bot.root, { id: bot.id, state: await releases.liveState(bot) }] as const),
    );
    let moved = read.length !== this.#states.size;
    this.#states = new Map(
      read.map(([root, next]) => {
        const before = this.#states.get(root);
        if (before && before.id === next.id && isSame(before.state, next.state)) return [root, before];
        moved = true;
        return [root, next];
      }),
    );
    return moved;
  }

  /** Whether a draft lacks what its LIVE holds. */
  get hasDrift(): boolean {
    return [...this.#states.values()].some(({ state }) => state.kind === 'known' && state.drift);
  }

  /** Takes note of what a view was told while nothing had moved but the draft. @returns whether that is new */
  noteDrift(root: Uri, drift: LiveDrift | undefined): boolean {
    const known = this.#states.get(root);
    if (known?.state.kind !== 'known') return false;
    const { drift: _before, ...live } = known.state;
    const state = withDrift(live, drift);
    if (isSame(known.state, state)) return false;
    this.#states = new Map(this.#states).set(root, { id: known.id, state });
    return true;
  }

  /** A file of some LIVE, by its `botlive:` address. */
  at(uri: Uri): { readonly bot: BotSnapshot; readonly file: ProjectFile } | undefined {
    for (const { state } of this.#states.values()) {
      const file = state.kind === 'known' ? state.bot.files.get(uri) : undefined;
      if (state.kind === 'known' && file) return { bot: state.bot, file };
    }
    return undefined;
  }
}

/** A version never changes, only who can reach it, and how far the draft is from it: the state that rules have seen already stays the same object. */
function isSame(a: LiveState, b: LiveState): boolean {
  if (a.kind === 'known') {
    return (
      b.kind === 'known' &&
      a.version === b.version &&
      a.visibility === b.visibility &&
      JSON.stringify(a.drift) === JSON.stringify(b.drift)
    );
  }
  if (a.kind === 'unknown') return b.kind === 'unknown' && a.reason === b.reason;
  return b.kind === 'none';
}
