import type { Expression, Intent } from '../../model/definitions';
import type { Placed, ProjectFile } from '../../project/snapshot';
import { lineEnd, lineStart } from '../../syntax/lineParts';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/range';
import type { FileChange } from '../rule';
import { editFile } from './documents';
import { expressionLines } from './expressionLines';
import { nextLineStart } from './lines';
import { wholeLines } from './yamlEdits';

/** Whether each expression has a line for itself: only then can it be taken out by its line. */
export function areAloneOnTheirLines(file: ProjectFile, expressions: readonly Expression[]): boolean {
  const { text } = file.syntax;
  return expressions.every(
    ({ span, source }) => text.slice(lineStart(text, span.start), lineEnd(text, span.end)).trim() === source,
  );
}

/**
 * The changes that move expressions, each alone on its line, to the end of another intent's in their language; what that
 * has already is only taken out. Undefined when the other's are not written one per line.
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
  const lines = expressions.map(({ source }) => source).filter((source) => !present.has(source));
  const added = lines.length === 0 ? [] : expressionLines(target, language, lines);
  if (!added) return undefined;
  const removed = runs(file.syntax.text, expressions).map(
    (span): TextEdit => ({ span: wholeLines(file.syntax.text, span), newText: '' }),
  );
  if (target.file === file) return [editFile(file, ...removed, ...added)];
  return [editFile(file, ...removed), ...(added.length === 0 ? [] : [editFile(target.file, ...added)])];
}

/** Expressions on lines that follow each other are taken out at once. */
function runs(text: string, expressions: readonly Expression[]): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { span } of expressions) {
    const last = found.at(-1);
    if (last && nextLineStart(text, last.end) === lineStart(text, span.start)) last.end = span.end;
    else found.push({ ...span });
  }
  return found;
}
