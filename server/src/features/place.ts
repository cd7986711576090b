import type { Definition, Dialog, Variable } from '../model/definitions';
import type { Occurrence, OccurrencePosition, SymbolKind } from '../model/occurrence';
import type { ProjectFile } from '../project/snapshot';
import { touches, type Span } from '../text/range';

/** A stretch of one file of a snapshot. The file brings its lines, so that the edge can turn the span into a range. */
export interface FilePlace {
  readonly file: ProjectFile;
  readonly span: Span;
}

/** A name under the cursor. */
export type NamedPlace = Occurrence & FilePlace;

/** The name under the cursor: the narrowest occurrence that `offset` lies in or touches. */
export function occurrenceAt(file: ProjectFile, offset: number): NamedPlace | undefined {
  let best: Occurrence | undefined;
  for (const occurrence of file.occurrences) {
    if (!touches(occurrence.span, offset)) continue;
    if (!best || isBetter(occurrence, best, offset)) best = occurrence;
  }
  return best && { ...best, file };
}

/** Narrower wins; between neighbours (`flow|/dialog` has the cursor at two ends) the one that the cursor is inside of. */
function isBetter(candidate: Occurrence, best: Occurrence, offset: number): boolean {
  const inside = offset < candidate.span.end;
  if (inside !== offset < best.span.end) return inside;
  return length(candidate.span) < length(best.span);
}

function length(span: Span): number {
  return span.end - span.start;
}

/** The whole of what a definition's name introduces (a document, a dialog, a variable); the name itself otherwise. */
export function extentOf(file: ProjectFile, symbol: SymbolKind, name: Span): Span {
  const found = itemsOf(file.definitions, symbol).find((item) => item.name.span.start === name.start);
  if (!found) return name;
  return { start: Math.min(found.span.start, name.start), end: Math.max(found.span.end, name.end) };
}

function itemsOf(
  definitions: readonly Definition[],
  symbol: SymbolKind,
): readonly (Definition | Dialog | Variable)[] {
  if (symbol === 'dialog') return definitions.flatMap((item) => (item.kind === 'flow' ? item.dialogs : []));
  if (symbol === 'variable')
    return definitions.flatMap((item) => (item.kind === 'bot' ? item.variables : []));
  return definitions.filter((item) => item.kind === symbol);
}

/** The bare name: for a dialog's `flow/dialog` the part behind the slash. */
export function bareName(symbol: SymbolKind, name: string): string {
  return symbol === 'dialog' ? name.slice(name.indexOf('/') + 1) : name;
}

const WRITES: ReadonlySet<OccurrencePosition> = new Set(['save', 'set', 'clear', 'annotation']);

/** True where a variable gets a value. */
export function isWritten({ symbol, position }: Occurrence): boolean {
  return symbol === 'variable' && WRITES.has(position);
}
