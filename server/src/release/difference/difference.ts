import { isSameMeaning } from '../content/items';
import type { Item, ItemTable } from '../content/items';
import type { Change, ChangeSymbol, Edit, Part } from './change';
import { changedDialogs, dialogsDiffer } from './dialogs';
import { expressionEdits, expressionsOf, featuresOf } from './expressions';
import { findRenames } from './renames';
import { childrenOf, leavesOf, withoutKeys } from './nodes';
import { editsOf } from './structure';

/** A definition on both sides; one that came or went is on one only. */
interface Pair {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/**
 * What changes in meaning from one bot to another: by part, then symbol, then name. Empty exactly when all items have the
 * same canonical content.
 */
export function differenceOf(before: ItemTable, after: ItemTable): readonly Change[] {
  const pairs = pairsOf(before, after);
  const intents = pairs.filter(isIntent);
  // Of a first version everything comes: nothing can have moved, and no expression has to be looked at.
  const isMove = intents.some((pair) => pair.before) && intents.some((pair) => pair.after);
  const expressions = isMove ? expressionEdits(intents.filter(hasTexts)) : undefined;
  const changes: Change[] = pairs.flatMap((pair) => changesOf(pair, expressions?.get(pair) ?? []));
  changes.push(...changedDialogs(pairs.filter(isFlow)));
  return changes.sort(byPlace);
}

/** Everything that differs, with what was renamed found together. */
function pairsOf(before: ItemTable, after: ItemTable): readonly Pair[] {
  const gone: Item[] = [];
  const come: Item[] = [];
  const pairs: Pair[] = [];
  for (const [key, item] of after) {
    const old = before.get(key);
    if (!old) come.push(item);
    else if (!isSameMeaning(old, item)) pairs.push({ before: old, after: item });
  }
  for (const [key, item] of before) if (!after.has(key)) gone.push(item);
  const renamed = RENAMED.flatMap((symbol) => renamesOf(symbol, gone, come));
  const paired = new Set(renamed.flatMap(({ before: old, after: item }) => [old, item]));
  return [
    ...pairs,
    ...renamed,
    ...come.filter((item) => !paired.has(item)).map((item) => ({ before: undefined, after: item })),
    ...gone.filter((item) => !paired.has(item)).map((item) => ({ before: item, after: undefined })),
  ];
}

/** Keys of bot.yaml are given by the format. */
const RENAMED: readonly Item['symbol'][] = ['intent', 'entity', 'flow', 'test'];

function renamesOf(symbol: Item['symbol'], gone: readonly Item[], come: readonly Item[]): readonly Pair[] {
  const canBe = (item: Item): boolean => item.symbol === symbol && item.root !== undefined;
  // Of a first version everything comes, and what tells ten thousand intents apart would be found out for nothing.
  if (!gone.some(canBe) || !come.some(canBe)) return [];
  const candidates = (items: readonly Item[]) =>
    items.filter(canBe).map((item) => ({ name: item.name, item, features: featuresOfItem(item) }));
  return findRenames(candidates(gone), candidates(come)).map(([old, item]) => ({
    before: old.item,
    after: item.item,
  }));
}

function featuresOfItem(item: Item): ReadonlySet<string> {
  return item.symbol === 'intent' ? featuresOf(item) : leavesOf(withoutKeys(item.root, [item.symbol]));
}

function changesOf(pair: Pair, expressions: readonly Edit[]): readonly Change[] {
  const { before, after } = pair;
  const symbol = symbolOf(pair);
  if (symbol !== 'settings' && (!before || !after)) return [changeOf(pair, expressions)];
  const edits = [...expressions, ...ownEdits(pair)];
  if (edits.length > 0 || before?.name !== after?.name) return [changeOf(pair, edits)];
  // Dialogs tell what they are about themselves; anything else that differs must not be silent.
  return isFlow(pair) && dialogsDiffer(pair) ? [] : [changeOf(pair, [CONTENT])];
}

const CONTENT: Edit = { aspect: 'content', change: 'changed', at: '' };

/** Edits of everything but expressions and dialogs, which are told apart. */
function ownEdits(pair: Pair): readonly Edit[] {
  const { before, after } = pair;
  const symbol = symbolOf(pair);
  if (symbol === 'settings') {
    const root = (item: Item | undefined) => item && (item.root ?? null);
    return editsOf(symbol, [(after ?? before)?.name ?? ''], root(before), root(after));
  }
  const apart = [
    symbol,
    ...(symbol === 'flow' ? ['dialogs'] : []),
    ...(hasTexts(pair) ? ['expressions'] : []),
  ];
  const own = (item: Item | undefined) => (item?.root ? withoutKeys(item.root, apart) : null);
  return editsOf(symbol, [], own(before), own(after));
}

function hasTexts({ before, after }: Pair): boolean {
  return [before, after].every((item) => !item || item.symbol !== 'intent' || expressionsOf(item));
}

function changeOf(pair: Pair, edits: readonly Edit[]): Change {
  const { before, after } = pair;
  const item = after ?? before;
  const holds = before && after ? undefined : item && holdsOf(item);
  const isRenamed = before && after && before.name !== after.name;
  return {
    part: item?.part ?? 'flow',
    change: !before ? 'added' : !after ? 'removed' : isRenamed ? 'renamed' : 'changed',
    symbol: symbolOf(pair),
    name: item?.name ?? '',
    ...(isRenamed ? { from: before.name } : {}),
    ...(holds === undefined ? {} : { holds }),
    ...(before ? { before: before.path } : {}),
    ...(after ? { after: after.path } : {}),
    edits,
  };
}

/** How many expressions, values or dialogs a definition holds; undefined where nobody wants to know. */
export function holdsOf(item: Item): number | undefined {
  if (item.holds) return item.holds.count;
  if (!item.root) return undefined;
  switch (item.symbol) {
    case 'intent':
      return [...(expressionsOf(item) ?? new Map<string, readonly string[]>()).values()].flat().length;
    case 'entity':
      return childrenOf(item.root, 'values').size || undefined;
    case 'flow':
      return childrenOf(item.root, 'dialogs').size;
    case 'settings':
    case 'test':
      return undefined;
  }
}

function symbolOf({ before, after }: Pair): Item['symbol'] {
  return (after ?? before)?.symbol ?? 'settings';
}

function isIntent(pair: Pair): boolean {
  return symbolOf(pair) === 'intent';
}

function isFlow(pair: Pair): pair is { readonly before: Item; readonly after: Item } {
  return symbolOf(pair) === 'flow' && pair.before !== undefined && pair.after !== undefined;
}

const PARTS: readonly Part[] = ['nlp', 'flow', 'test'];
const SYMBOLS: readonly ChangeSymbol[] = ['intent', 'entity', 'settings', 'flow', 'dialog', 'test'];

function byPlace(a: Change, b: Change): number {
  return (
    PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
    SYMBOLS.indexOf(a.symbol) - SYMBOLS.indexOf(b.symbol) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
