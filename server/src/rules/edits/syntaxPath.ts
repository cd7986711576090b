import { documentAt, nodeAt, type PathStep } from '../../syntax/navigate';
import type { MapEntry, MapNode, SyntaxDocument, SyntaxFile } from '../../syntax/tree';

/** The steps that lead to `offset`, outermost first; empty when it stands in no document. */
function pathTo(file: SyntaxFile, offset: number): readonly PathStep[] {
  const document = documentAt(file, offset);
  return (document && nodeAt(document, offset)?.steps) ?? [];
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
