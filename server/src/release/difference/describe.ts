import { t } from '@vscode/l10n';
import type { MapNode, SyntaxNode } from '../../syntax/tree';
import { canonicalEntries, canonicalNode, expressionLines } from '../content/canonical';
import { entryOf } from '../content/items';
import type { Item } from '../content/items';

/** What an item that came or went holds: one phrase. */
export function describeItem(item: Item): string {
  if (!item.root) return '';
  if (item.symbol === 'intent') return expressionCount(expressionsOf(item).size);
  if (item.symbol === 'flow') return dialogCount(childCount(item, 'dialogs'));
  if (item.symbol === 'entity') {
    const values = childCount(item, 'values');
    return values === 0 ? '' : valueCount(values);
  }
  return '';
}

/** What changed inside an item: one phrase; empty for a flow in which only dialogs changed. */
export function describeItemChange(old: Item, item: Item): string {
  switch (item.symbol) {
    case 'intent':
      return joined([
        ...counts(expressionsOf(old), expressionsOf(item), expressionsAdded, expressionsRemoved),
        without(old.root, 'expressions') === without(item.root, 'expressions')
          ? ''
          : t('other settings changed'),
      ]);
    case 'entity':
      return joined([
        ...counts(childrenOf(old, 'values'), childrenOf(item, 'values'), valuesAdded, valuesRemoved),
        without(old.root, 'values') === without(item.root, 'values') ? '' : t('other settings changed'),
      ]);
    case 'flow':
      return without(old.root, 'dialogs') === without(item.root, 'dialogs')
        ? ''
        : t('settings of the flow changed');
    case 'settings':
    case 'test':
      return '';
  }
}

type Phrase = (count: number) => string;

const expressionCount: Phrase = (count) => (count === 1 ? t('1 expression') : t('{0} expressions', count));
const expressionsAdded: Phrase = (count) =>
  count === 1 ? t('1 expression added') : t('{0} expressions added', count);
const expressionsRemoved: Phrase = (count) =>
  count === 1 ? t('1 expression removed') : t('{0} expressions removed', count);
const dialogCount: Phrase = (count) => (count === 1 ? t('1 dialog') : t('{0} dialogs', count));
const valueCount: Phrase = (count) => (count === 1 ? t('1 value') : t('{0} values', count));
const valuesAdded: Phrase = (count) =>
  count === 1 ? t('1 value added or changed') : t('{0} values added or changed', count);
const valuesRemoved: Phrase = (count) =>
  count === 1 ? t('1 value removed or changed') : t('{0} values removed or changed', count);

function counts(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  added: Phrase,
  removed: Phrase,
): readonly string[] {
  const more = [...after].filter((value) => !before.has(value)).length;
  const less = [...before].filter((value) => !after.has(value)).length;
  return [more > 0 ? added(more) : '', less > 0 ? removed(less) : ''];
}

function joined(phrases: readonly string[]): string {
  return phrases.filter((phrase) => phrase !== '').join(', ');
}

/** Every expression of an intent with its language. */
function expressionsOf({ root }: Item): ReadonlySet<string> {
  const languages = root?.kind === 'map' ? entryOf(root, 'expressions') : undefined;
  if (languages?.kind !== 'map') return new Set();
  return new Set(
    languages.entries.flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? expressionLines(value.text).map((line) => `${key.text} ${line}`) : [],
    ),
  );
}

function childrenOf({ root }: Item, key: string): ReadonlySet<string> {
  const children = root?.kind === 'map' ? entryOf(root, key) : undefined;
  return new Set(children ? childStrings(children) : []);
}

function childStrings(node: SyntaxNode): readonly string[] {
  if (node.kind === 'map')
    return node.entries.map(({ key, value }) => `${key.text}: ${canonicalNode(value)}`);
  return node.kind === 'list' ? node.items.map(canonicalNode) : [];
}

function childCount(item: Item, key: string): number {
  return childrenOf(item, key).size;
}

/** A definition without one of its keys, as one string. */
function without(root: SyntaxNode | undefined, key: string): string {
  if (root?.kind !== 'map') return root ? canonicalNode(root) : '';
  return canonicalEntries(otherEntries(root, key));
}

function otherEntries(root: MapNode, key: string): (readonly [string, string])[] {
  return root.entries
    .filter((entry) => entry.key.text !== key)
    .map((entry) => [entry.key.text, canonicalNode(entry.value)] as const);
}
