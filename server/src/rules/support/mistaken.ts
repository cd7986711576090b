import type { ProjectFile } from '../../project/snapshot';
import type { SyntaxNode } from '../../syntax/tree';
import type { Span } from '../../text/range';

/*
 * What is missing may be there with a mistake, which has a finding of the schema: one finding per cause.
 */

/** True when the schema found a mistake within the span. */
export function hasSchemaProblem(file: ProjectFile, span: Span): boolean {
  return file.schemaProblems.some(
    (problem) => span.start <= problem.span.start && problem.span.end <= span.end,
  );
}

/** True when a key of the map itself was probably meant to be one of `keys`. */
export function isMisspelt(
  file: ProjectFile,
  map: SyntaxNode | null | undefined,
  keys: readonly string[],
): boolean {
  if (map?.kind !== 'map') return false;
  return file.schemaProblems.some(
    ({ span, suggestions = [] }) =>
      suggestions.some((name) => keys.includes(name)) &&
      map.entries.some(({ key }) => key.span.start === span.start),
  );
}
