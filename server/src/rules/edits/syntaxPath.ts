import { documentAt, firstAt } from '../../syntax/navigate';
import type { ListNode, MapEntry, MapNode, SyntaxDocument, SyntaxFile, SyntaxNode } from '../../syntax/tree';

/** One step from the root of a document down to a place. */
type PathStep =
  | { readonly kind: 'entry'; readonly map: MapNode; readonly entry: MapEntry }
  | { readonly kind: 'item'; readonly list: ListNode; readonly index: number };

/** The steps that lead to `offset`, outermost first; empty when it stands in no document. */
function pathTo(file: SyntaxFile, offset: number): readonly PathStep[] {
  const steps: PathStep[] = [];
  let node: SyntaxNode | null = documentAt(file, offset)?.root ?? null;
  while (node && node.kind !== 'scalar') {
    const step: PathStep | undefined = stepAt(node, offset);
    if (!step) break;
    steps.push(step);
    node = step.kind === 'entry' ? step.entry.value : (step.list.items[step.index] ?? null);
  }
  return steps;
}

function stepAt(node: MapNode | ListNode, offset: number): PathStep | undefined {
  if (node.kind === 'map') {
    const entry = firstAt(node.entries, offset);
    return entry && { kind: 'entry', map: node, entry };
  }
  const index = node.items.findIndex((item) => item && item.span.start <= offset && offset <= item.span.end);
  return index === -1 ? undefined : { kind: 'item', list: node, index };
}

/** The innermost entry with this key on the way to `offset`, together with its map. */
export function entryAround(
  file: SyntaxFile,
  offset: number,
  key: string,
): { readonly map: MapNode; readonly entry: MapEntry } | undefined {
  for (const step of pathTo(file, offset).toReversed()) {
    if (step.kind === 'entry' && step.entry.key.text === key) return step;
  }
  return undefined;
}

/** The entry whose key (its quotes included) stands at `offset`, together with its map. */
export function entryWithKeyAt(
  file: SyntaxFile,
  offset: number,
): { readonly map: MapNode; readonly entry: MapEntry } | undefined {
  for (const step of pathTo(file, offset)) {
    if (step.kind !== 'entry') continue;
    const { start, end } = step.entry.key.span;
    if (start <= offset && offset < end) return step;
  }
  return undefined;
}

/** An entry of the document's root map. */
export function rootEntry(document: SyntaxDocument, key: string): MapEntry | undefined {
  const { root } = document;
  return root?.kind === 'map' ? root.entries.find((entry) => entry.key.text === key) : undefined;
}
