import { canonicalNode } from '../content/canonical';
import { entryOf } from '../content/items';
import type { Item, ItemTable } from '../content/items';
import type { Change, ChangeKind, Part } from '../contract';
import { describeItem, describeItemChange } from './describe';

/** What changes in meaning from one bot to another: by part, then symbol, then name. */
export function differenceOf(before: ItemTable, after: ItemTable): readonly Change[] {
  const changes: Change[] = [];
  for (const [key, item] of after) {
    const old = before.get(key);
    if (!old) changes.push(...wholeItem('added', item));
    else if (old.canonical !== item.canonical || old.part !== item.part)
      changes.push(...changedItem(old, item));
  }
  for (const [key, item] of before) if (!after.has(key)) changes.push(...wholeItem('removed', item));
  return changes.sort(byPlace);
}

function wholeItem(change: 'added' | 'removed', item: Item): readonly Change[] {
  return [{ ...base(change, item, item), detail: describeItem(item) }];
}

function changedItem(old: Item, item: Item): readonly Change[] {
  const dialogs = item.symbol === 'flow' ? changedDialogs(old, item) : [];
  const detail = describeItemChange(old, item);
  // A flow whose dialogs say it all is not listed beside them.
  return dialogs.length > 0 && detail === ''
    ? dialogs
    : [{ ...base('changed', old, item), detail }, ...dialogs];
}

function changedDialogs(old: Item, item: Item): readonly Change[] {
  const before = dialogsOf(old);
  const after = dialogsOf(item);
  const changes: Change[] = [];
  const add = (change: ChangeKind, name: string): void => {
    changes.push({ ...base(change, old, item), symbol: 'dialog', name: `${item.name}/${name}`, detail: '' });
  };
  for (const [name, dialog] of after) {
    const known = before.get(name);
    if (known === undefined) add('added', name);
    else if (known !== dialog) add('changed', name);
  }
  for (const name of before.keys()) if (!after.has(name)) add('removed', name);
  return changes;
}

/** Name of each dialog of a flow to its meaning. */
function dialogsOf({ root }: Item): ReadonlyMap<string, string> {
  const dialogs = root?.kind === 'map' ? entryOf(root, 'dialogs') : undefined;
  if (dialogs?.kind !== 'map') return new Map();
  return new Map(dialogs.entries.map(({ key, value }) => [key.text, canonicalNode(value)]));
}

function base(change: ChangeKind, before: Item, after: Item): Omit<Change, 'detail'> {
  return {
    part: after.part,
    change,
    symbol: after.symbol,
    name: after.name,
    ...(change === 'added' && before === after ? {} : { before: before.path }),
    ...(change === 'removed' && before === after ? {} : { after: after.path }),
  };
}

const PARTS: readonly Part[] = ['nlp', 'flow', 'test'];
const SYMBOLS: readonly Change['symbol'][] = ['intent', 'entity', 'settings', 'flow', 'dialog', 'test'];

function byPlace(a: Change, b: Change): number {
  return (
    PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
    SYMBOLS.indexOf(a.symbol) - SYMBOLS.indexOf(b.symbol) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
