import type { MapNode, SyntaxNode } from '../../syntax/tree';
import { canonicalNode } from '../content/canonical';
import { entryOf } from '../content/items';

/** A definition without some of its keys; anything but a map as it is. */
export function withoutKeys(root: SyntaxNode | undefined, keys: readonly string[]): SyntaxNode | null {
  if (root?.kind !== 'map') return root ?? null;
  const entries = root.entries.filter(({ key }) => !keys.includes(key.text));
  const rest: MapNode = { ...root, entries };
  return rest;
}

/** What stands below a key of a definition, by name; empty when it is no map. */
export function childrenOf(
  root: SyntaxNode | undefined,
  key: string,
): ReadonlyMap<string, SyntaxNode | null> {
  const children = root?.kind === 'map' ? entryOf(root, key) : undefined;
  return new Map(
    children?.kind === 'map' ? children.entries.map(({ key: name, value }) => [name.text, value]) : [],
  );
}

/** Every value inside with the keys that lead to it: what tells one definition from another, whatever its name. */
export function leavesOf(node: SyntaxNode | null, path = ''): Set<string> {
  if (node?.kind === 'map')
    return union(node.entries.map(({ key, value }) => leavesOf(value, `${path}/${key.text}`)));
  if (node?.kind === 'list') return union(node.items.map((item) => leavesOf(item, path)));
  return new Set([`${path} ${canonicalNode(node)}`]);
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
