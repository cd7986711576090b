import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { atOnce } from '../../text/inPieces';
import { itemsInSteps } from '../content/items';
import type { Change } from '../contract';
import { differenceOf } from './difference';

/** How a definition of a draft stands against LIVE. */
type Badge = 'added' | 'changed' | 'same';

/** How the definitions of a draft stand against LIVE. */
export class Badges {
  readonly #changes: ReadonlyMap<string, Change['change']>;

  constructor(changes: readonly Change[]) {
    const dialogs = changes.filter(({ symbol }) => symbol === 'dialog');
    // A flow in which only dialogs differ is not among the differences, and is changed all the same.
    const flows = dialogs
      .flatMap(({ name, from }) => (from === undefined ? [name] : [name, from]))
      .map((name) => [keyOf('flow', name.slice(0, name.indexOf('/'))), 'changed'] as const);
    this.#changes = new Map([
      ...flows,
      ...changes.map(({ symbol, name, change }) => [keyOf(symbol, name), change] as const),
    ]);
  }

  of(symbol: 'intent' | 'entity' | 'flow' | 'test', name: string): Badge {
    return badgeOf(this.#changes.get(keyOf(symbol, name)));
  }

  /** Dialogs of a flow that LIVE does not have are new with it. */
  ofDialog(flow: string, name: string): Badge {
    if (this.of('flow', flow) === 'added') return 'added';
    return badgeOf(this.#changes.get(keyOf('dialog', `${flow}/${name}`)));
  }
}

/** Bots that were compared last: the view and the graphs ask for parts of the same, one after the other. */
const compared = new WeakMap<BotSnapshot, { readonly live: BotSnapshot; readonly badges: Badges }>();

/** How a draft stands against LIVE. */
export function badgesOf(live: BotSnapshot, draft: BotSnapshot): Badges {
  return atOnce(badgesInSteps(live, draft));
}

/** The same in steps, a file at a time. */
export function* badgesInSteps(live: BotSnapshot, draft: BotSnapshot): Generator<void, Badges, void> {
  const known = compared.get(draft);
  if (known?.live === live) return known.badges;
  const before = yield* itemsInSteps(live);
  const badges = new Badges(differenceOf(before, yield* itemsInSteps(draft)));
  compared.set(draft, { live, badges });
  return badges;
}

function badgeOf(change: Change['change'] | undefined): Badge {
  if (change === undefined) return 'same';
  return change === 'added' ? 'added' : 'changed';
}

function keyOf(symbol: Change['symbol'], name: string): string {
  return `${symbol} ${foldName(name)}`;
}
