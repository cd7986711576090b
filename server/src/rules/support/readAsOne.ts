import type { ExpressionBlock } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';

/** All lines of a block are read as one expression: YAML folds them where the `|` of a literal block is missing. */
export function isReadAsOne(file: ProjectFile, { expressions: [first, second] }: ExpressionBlock): boolean {
  if (!first || second) return false;
  return file.syntax.text.slice(first.span.start, first.span.end).trim().includes('\n');
}
