import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree';
import type { Located } from '../text/range';

/** What stands behind a key; undefined when the key is not there, null when nothing stands behind it. */
export function valueAt(map: MapNode | undefined, key: string): SyntaxNode | null | undefined {
  return entryAt(map, key)?.value;
}

/** The entry of a key; the first when it stands twice. */
export function entryAt(map: MapNode | undefined, key: string): MapEntry | undefined {
  if (!map) return undefined;
  for (const entry of map.entries) if (entry.key.text === key) return entry;
  return undefined;
}

export function asMap(node: SyntaxNode | null | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined;
}

export function mapAt(map: MapNode | undefined, key: string): MapNode | undefined {
  return asMap(valueAt(map, key));
}

/** The maps among the items of a list. */
export function mapsAt(map: MapNode | undefined, key: string): readonly MapNode[] {
  return itemsAt(map, key).filter((item) => item?.kind === 'map');
}

function itemsAt(map: MapNode | undefined, key: string): ListNode['items'] {
  const value = valueAt(map, key);
  return value?.kind === 'list' ? value.items : [];
}

export function entriesAt(map: MapNode | undefined, key: string): readonly MapEntry[] {
  return mapAt(map, key)?.entries ?? [];
}

/** A key, or any scalar, as it is written. */
export function located(node: ScalarNode): Located {
  return { value: node.text, span: node.content };
}

/** A scalar at a text position: it counts as written. */
export function text(node: SyntaxNode | null | undefined): Located | undefined {
  return node?.kind === 'scalar' ? located(node) : undefined;
}

/** A name at a position where YAML's own types count: a number or a boolean is none. */
export function name(node: SyntaxNode | null | undefined): Located | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.text !== ''
    ? located(node)
    : undefined;
}

export function number(node: SyntaxNode | null | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)
    ? node.value
    : undefined;
}

/** The names in a list. */
export function namesAt(map: MapNode | undefined, key: string): readonly Located[] {
  return itemsAt(map, key).flatMap((item) => name(item) ?? []);
}

/** The texts in a list. */
export function textsAt(map: MapNode | undefined, key: string): readonly Located[] {
  return itemsAt(map, key).flatMap((item) => text(item) ?? []);
}

/** The value that YAML makes of a scalar, with its place. */
export function typed(
  node: SyntaxNode | null | undefined,
): Located<string | number | boolean | null> | undefined {
  return node?.kind === 'scalar' ? { value: node.value, span: node.content } : undefined;
}

/** `{ key: value }` without the keys whose value is undefined, as exact optional properties want it. */
export function defined<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: { [K in keyof T]?: T[K] } = {};
  for (const key of Object.keys(properties) as (keyof T)[]) {
    if (properties[key] !== undefined) result[key] = properties[key];
  }
  return result as { [K in keyof T]?: Exclude<T[K], undefined> };
}
