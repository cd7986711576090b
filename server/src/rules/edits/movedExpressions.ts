import type { Expression, Intent } from '../../model/definitions';
import type { Placed, ProjectFile } from '../../project/snapshot';
import type { FileChange } from '../rule';
import { editFile } from './documents';
import { expressionLines } from './expressionLines';
import { takenOut } from './takenOut';

/**
 * The changes that move expressions to the end of another intent's in their language; what that has already is only taken
 * out. Undefined when those of one of the two are not written one per line.
 *
 * @param expressions of one language of one intent of the file, in its order
 */
export function movedExpressions(
  file: ProjectFile,
  language: string,
  expressions: readonly Expression[],
  target: Placed<Intent>,
): readonly FileChange[] | undefined {
  const present = new Set(target.item.expressions.get(language)?.expressions.map(({ source }) => source));
  const lines = [...new Set(expressions.map(({ source }) => source))].filter(
    (source) => !present.has(source),
  );
  const added = lines.length === 0 ? [] : expressionLines(target, language, lines);
  const removed = takenOut(
    file,
    expressions.map(({ span }) => span),
  );
  if (!added || !removed) return undefined;
  if (target.file === file) return [editFile(file, ...removed, ...added)];
  return [editFile(file, ...removed), ...(added.length === 0 ? [] : [editFile(target.file, ...added)])];
}
