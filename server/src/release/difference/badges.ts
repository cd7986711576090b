import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { itemsOf } from '../content/items';
import type { Change } from '../contract';
import { differenceOf } from './difference';

/** How a definition of a draft stands against LIVE. */
type Badge = 'added' | 'changed' | 'same';

/** How the definitions of a draft stand against LIVE. */
export class Badges {
  readonly #changes: ReadonlyMap<string, Change['change']>;

  constructor(live: BotSnapshot, draft: BotSnapshot) {
    const changes = differenceOf(itemsOf(live), itemsOf(draft));
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

function badgeOf(change: Change['change'] | undefined): Badge {
  if (change === undefined) return 'same';
  return change === 'added' ? 'added' : 'changed';
}

function keyOf(symbol: Change['symbol'], name: string): string {
  return `${symbol} ${foldName(name)}`;
}
