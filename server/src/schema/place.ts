import type { MapEntry, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree';
import type { Span } from '../text/range';
import type { SchemaView } from './schemaView';

/** A place in a document, reached by a validator's path, together with what the schema says about it. */
export interface Place {
  readonly node: SyntaxNode | null;
  readonly view: SchemaView | undefined;
  /** The same before the document chose a variant. */
  readonly choice: SchemaView | undefined;
  /** The nearest key on the way; none for the document itself. */
  readonly key?: ScalarNode;
  /** The place is an item of the list behind `key`. */
  readonly item: boolean;
}

/** Follows a JSON pointer. Steps that lead nowhere end at the last node there is. */
export function placeAt(root: SyntaxNode, view: SchemaView, pointer: string): Place {
  let place: Place = { node: root, view: view.select(root), choice: view, item: false };
  for (const step of pointer.split('/').slice(1)) {
    const next = stepInto(place, step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) break;
    place = next;
  }
  return place;
}

function stepInto({ node, view, key }: Place, step: string): Place | undefined {
  if (node?.kind === 'map') {
    const entry = entryOf(node, step);
    if (!entry) return undefined;
    const choice = view?.key(step);
    return { node: entry.value, view: choice?.select(entry.value), choice, key: entry.key, item: false };
  }
  if (node?.kind === 'list') {
    const item = node.items[Number(step)] ?? null;
    const choice = view?.items;
    return { node: item, view: choice?.select(item), choice, ...(key && { key }), item: true };
  }
  return undefined;
}

const INDEXES = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();

/** The entry of a key; the first when it stands twice. Many mistakes in one huge map cost one index. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  let index = INDEXES.get(map);
  if (!index) {
    index = new Map(map.entries.toReversed().map((entry) => [entry.key.text, entry]));
    INDEXES.set(map, index);
  }
  return index.get(key);
}

/** Where a mistake about the whole value is shown: a scalar itself, else the key before it or the first key in it. */
export function headSpan({ node, key, item }: Place): Span {
  if (node?.kind === 'scalar') return node.span;
  if (key && !item) return key.span;
  if (node?.kind === 'map' && node.entries[0]) return node.entries[0].key.span;
  if (node && item) return { start: node.span.start, end: node.span.start + 1 };
  return key?.span ?? node?.span ?? { start: 0, end: 0 };
}
