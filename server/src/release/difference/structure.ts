import type { ListNode, MapNode, SyntaxNode } from '../../syntax/tree';
import { canonicalNode } from '../content/canonical';
import { align } from './align';
import { aspectOf, isToldApart, languageOf } from './aspects';
import type { ChangeSymbol, Edit } from './change';
import { lineOfNode, textOfNode } from './nodeText';

type Node = SyntaxNode | null | undefined;

/**
 * What differs in meaning between two pieces of YAML: every difference in what `canonicalNode` makes of them gives at least
 * one edit. `undefined` stands for a side that does not have the piece.
 *
 * @param path keys that lead to the piece in its definition
 */
export function editsOf(
  symbol: ChangeSymbol,
  path: readonly string[],
  before: Node,
  after: Node,
): readonly Edit[] {
  if (before !== undefined && after !== undefined && canonicalNode(before) === canonicalNode(after))
    return [];
  if (before?.kind === 'map' && after?.kind === 'map') return mapEdits(symbol, path, before, after);
  if (before?.kind === 'list' && after?.kind === 'list') return listEdits(symbol, path, before, after);
  const one = before === undefined ? after : after === undefined ? before : undefined;
  if (one && one.kind !== 'scalar' && isToldApart(symbol, path)) {
    const parts = partsOf(one).flatMap(({ keys, node }) =>
      before === undefined
        ? editsOf(symbol, [...path, ...keys], undefined, node)
        : editsOf(symbol, [...path, ...keys], node, undefined),
    );
    if (parts.length > 0) return parts;
  }
  return [edit(symbol, path, before, after)];
}

function mapEdits(
  symbol: ChangeSymbol,
  path: readonly string[],
  before: MapNode,
  after: MapNode,
): readonly Edit[] {
  const old = byKey(before);
  const now = byKey(after);
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  return keys.flatMap((key) => editsOf(symbol, [...path, key], old.get(key), now.get(key)));
}

/** Texts without a place of their own, such as synonyms, are compared as sets; everything else is lined up. */
function listEdits(
  symbol: ChangeSymbol,
  path: readonly string[],
  before: ListNode,
  after: ListNode,
): readonly Edit[] {
  const isPlain = [...before.items, ...after.items].every((item) => item?.kind === 'scalar');
  const inner = isPlain && symbol === 'entity' && path[0] === 'values' ? [...path, ''] : path;
  const pairs = isPlain
    ? matched(before.items, after.items)
    : align(before.items, after.items, canonicalNode);
  const edits = pairs.flatMap(([old, now]) => {
    const both = old?.kind === 'map' && now?.kind === 'map';
    if (both || old === undefined || now === undefined) return elementEdits(symbol, inner, old, now);
    return [...elementEdits(symbol, inner, old, undefined), ...elementEdits(symbol, inner, undefined, now)];
  });
  if (edits.length > 0) return edits;
  const lines = { before: lineOfNode(before), after: lineOfNode(after) };
  return [{ aspect: 'order', change: 'changed', at: path.join('.'), ...lines }];
}

/** An element of a list is told as a whole, but for messages, whose texts are what counts. */
function elementEdits(
  symbol: ChangeSymbol,
  path: readonly string[],
  before: Node,
  after: Node,
): readonly Edit[] {
  const isMessage = symbol === 'dialog' && path.at(-1) === 'say';
  if ((before !== undefined && after !== undefined) || isMessage) return editsOf(symbol, path, before, after);
  return [edit(symbol, path, before, after)];
}

/** Equal values cancel each other out, however often they stand there; what is left came or went. */
function matched(before: ListNode['items'], after: ListNode['items']): readonly (readonly [Node, Node])[] {
  const left = new Map<string, Node[]>();
  for (const item of before) {
    const key = canonicalNode(item);
    left.set(key, [...(left.get(key) ?? []), item]);
  }
  const come = after.filter((item) => left.get(canonicalNode(item))?.pop() === undefined);
  return [
    ...[...left.values()].flat().map((item) => [item, undefined] as const),
    ...come.map((item) => [undefined, item] as const),
  ];
}

function edit(symbol: ChangeSymbol, path: readonly string[], before: Node, after: Node): Edit {
  const language = languageOf(symbol, path);
  const keys = language === undefined ? path : path.filter((key) => key !== language);
  return {
    aspect: aspectOf(symbol, path),
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    at: keys.filter((key) => key !== '').join('.'),
    ...(language === undefined ? {} : { language }),
    ...values(path, before, after),
  };
}

/** `9` and `"9"` look the same as text: then both are told as they would be written. */
function values(path: readonly string[], before: Node, after: Node): Pick<Edit, 'before' | 'after'> {
  const show = (node: Node): string => (path.length > 1 && node === null ? '' : textOfNode(node ?? null));
  if (before === undefined) return { after: show(after) };
  if (after === undefined) return { before: show(before) };
  const texts = { before: show(before), after: show(after) };
  return texts.before === texts.after ? { before: lineOfNode(before), after: lineOfNode(after) } : texts;
}

function byKey({ entries }: MapNode): ReadonlyMap<string, SyntaxNode | null> {
  return new Map(entries.map(({ key, value }) => [key.text, value]));
}

function partsOf(
  node: MapNode | ListNode,
): readonly { readonly keys: readonly string[]; readonly node: Node }[] {
  return node.kind === 'map'
    ? node.entries.map(({ key, value }) => ({ keys: [key.text], node: value }))
    : node.items.map((item) => ({ keys: [], node: item }));
}
