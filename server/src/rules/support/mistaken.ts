import type { ProjectFile } from '../../project/snapshot';
import type { SchemaProblem } from '../../schema/schemaProblem';
import type { SyntaxNode } from '../../syntax/tree';
import type { Span } from '../../text/range';

/*
 * What is missing may be there with a mistake, which has a finding of the schema: one finding per cause.
 */

/** True when the schema found a mistake within the span. */
export function hasSchemaProblem(file: ProjectFile, span: Span): boolean {
  return problemsWithin(file, span).some((problem) => problem.span.end <= span.end);
}

/** True when a key of the map itself was probably meant to be one of `keys`. */
export function isMisspelt(
  file: ProjectFile,
  map: SyntaxNode | null | undefined,
  keys: readonly string[],
): boolean {
  if (map?.kind !== 'map') return false;
  return problemsWithin(file, map.span).some(
    ({ span, suggestions = [] }) =>
      suggestions.some((name) => keys.includes(name)) &&
      map.entries.some(({ key }) => key.span.start === span.start),
  );
}

/**
 * The problems that start within the span. They are in the order of the text: a file may have as many documents as
 * problems, and each is asked for its own.
 */
function problemsWithin({ schemaProblems }: ProjectFile, span: Span): readonly SchemaProblem[] {
  let low = 0;
  let high = schemaProblems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((schemaProblems[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < schemaProblems.length && (schemaProblems[end]?.span.start ?? 0) <= span.end) end++;
  return schemaProblems.slice(low, end);
}
