import { type Span, touches } from '../text/range';
import type { ListNode, MapEntry, MapNode, SyntaxDocument, SyntaxFile, SyntaxNode } from './tree';

/** One step from a map or list to what it holds. */
export type PathStep =
  | { readonly kind: 'entry'; readonly map: MapNode; readonly entry: MapEntry }
  | { readonly kind: 'item'; readonly list: ListNode; readonly index: number };

/** The deepest thing at an offset, and the way to it from the root of its document. */
export interface NodeAt {
  readonly steps: readonly PathStep[];
  /** The keys and indices of `steps`. */
  readonly keys: readonly (string | number)[];
  /** The key's scalar, or the value or item. */
  readonly node: SyntaxNode;
  /** Which side of the last step it is; `value` for the root. */
  readonly where: 'key' | 'value' | 'item';
}

/** What stands at `offset`; a cursor directly behind a word is at the word. Undefined outside the document's content. */
export function nodeAt(document: SyntaxDocument, offset: number): NodeAt | undefined {
  let node = document.root;
  if (!node || !touches(node.span, offset)) return undefined;
  const steps: PathStep[] = [];
  const result = (at: SyntaxNode, where: NodeAt['where']): NodeAt => ({
    steps,
    keys: keysOf(steps),
    node: at,
    where,
  });
  for (;;) {
    const step = node.kind === 'scalar' ? undefined : stepAt(node, offset);
    if (!step) {
      const last = steps[steps.length - 1];
      return result(node, last?.kind === 'item' ? 'item' : 'value');
    }
    steps.push(step);
    if (step.kind === 'entry' && touches(step.entry.key.span, offset)) return result(step.entry.key, 'key');
    const next: SyntaxNode | null = childOf(step);
    if (!next || !touches(next.span, offset)) {
      // Behind the colon of an empty value, or between a key and its value: the key is the nearest.
      if (step.kind === 'entry') return result(step.entry.key, 'key');
      steps.pop();
      return result(node, steps[steps.length - 1]?.kind === 'item' ? 'item' : 'value');
    }
    node = next;
  }
}

function stepAt(node: MapNode | ListNode, offset: number): PathStep | undefined {
  if (node.kind === 'map') {
    const found = lastAt(node.entries, offset);
    return found && { kind: 'entry', map: node, entry: found };
  }
  // Items without a value have no place.
  const index = node.items.findLastIndex((item) => item && touches(item.span, offset));
  return index === -1 ? undefined : { kind: 'item', list: node, index };
}

function childOf(step: PathStep): SyntaxNode | null {
  return step.kind === 'entry' ? step.entry.value : (step.list.items[step.index] ?? null);
}

function keysOf(steps: readonly PathStep[]): (string | number)[] {
  return steps.map((step) => (step.kind === 'entry' ? step.entry.key.text : step.index));
}

/** Binary search among things that stand one behind the other: that which touches `offset`; of two that meet there, the one that starts there. */
function lastAt<T extends { readonly span: Span }>(things: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.span.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = things[low - 1];
  return found && touches(found.span, offset) ? found : undefined;
}

/** The first entry of `map` with this key. */
export function entry(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find((one) => one.key.text === key);
}

/** The text of a scalar; undefined for an empty value, a map or a list. */
export function scalarText(node: SyntaxNode | null | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** The document that `offset` is in; undefined on a separator and in a document that holds nothing. */
export function documentAt(file: SyntaxFile, offset: number): SyntaxDocument | undefined {
  return firstAt(file.documents, offset);
}

/** Binary search among things that stand one behind the other: the first that `offset` lies in or touches. */
export function firstAt<T extends { readonly span: Span }>(
  things: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.span.end ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  const found = things[low];
  return found && touches(found.span, offset) ? found : undefined;
}
