import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { Releases } from '../release/contract';
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

  /** A file of some LIVE, by its `botlive:` address. */
  at(uri: Uri): { readonly bot: BotSnapshot; readonly file: ProjectFile } | undefined {
    for (const { state } of this.#states.values()) {
      const file = state.kind === 'known' ? state.bot.files.get(uri) : undefined;
      if (state.kind === 'known' && file) return { bot: state.bot, file };
    }
    return undefined;
  }
}

/** A version never changes, only who can reach it: the state that rules have seen already stays the same object. */
function isSame(a: LiveState, b: LiveState): boolean {
  if (a.kind === 'known') {
    return b.kind === 'known' && a.version === b.version && a.visibility === b.visibility;
  }
  if (a.kind === 'unknown') return b.kind === 'unknown' && a.reason === b.reason;
  return b.kind === 'none';
}
