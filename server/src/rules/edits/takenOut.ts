import type { Expression, ExpressionBlock, Intent } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import { lineEnd, lineStart } from '../../syntax/lineParts';
import type { ScalarNode } from '../../syntax/tree';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/range';
import { isFirstOnLine, nextLineStart } from './lines';
import { rootEntry } from './syntaxPath';
import { wholeLines } from './yamlEdits';

/**
 * The edits that take expressions out by their lines and leave all others as they are. Undefined where lines tell
 * nothing: other text stands on one of them, or what stays is not written one per line.
 *
 * @param spans of expressions of one language of one intent, in the order of the file
 */
export function takenOut(file: ProjectFile, spans: readonly Span[]): readonly TextEdit[] | undefined {
  const { text } = file.syntax;
  const place = placeOf(file, spans);
  if (!place || !spans.every((span) => isAlone(text, span))) return undefined;
  const { scalar, block } = place;
  const starts = new Set(spans.map(({ start }) => start));
  const stays = block.expressions.filter(({ span }) => !starts.has(span.start));
  const [first] = stays;
  if (!first) return removed(text, spans);
  if (scalar.style !== 'literal') return undefined;
  if (first === block.expressions[0] || hasIndentation(text, scalar)) return removed(text, spans);
  // The first line says how far a block is indented: from there on nothing may be indented less.
  const indentation = Math.min(...stays.map(({ span }) => indentationAt(text, span.start)));
  const before = { start: scalar.content.start, end: first.span.start };
  const behind = spans.filter(({ start }) => start > before.end);
  return [{ span: before, newText: ' '.repeat(indentation) }, ...removed(text, behind)];
}

/** The block of the expressions, with the text in which they are written. */
function placeOf(
  file: ProjectFile,
  [span]: readonly Span[],
): { readonly scalar: ScalarNode; readonly block: ExpressionBlock } | undefined {
  const isMeant = (one: Expression): boolean => one.span.start === span?.start;
  for (const intent of file.definitions) {
    if (intent.kind !== 'intent') continue;
    for (const [language, block] of intent.expressions) {
      if (!block.expressions.some(isMeant)) continue;
      const scalar = scalarOf(intent, language);
      return scalar && { scalar, block };
    }
  }
  return undefined;
}

function scalarOf({ document }: Intent, language: string): ScalarNode | undefined {
  const languages = rootEntry(document, 'expressions')?.value;
  if (languages?.kind !== 'map') return undefined;
  const value = languages.entries.find(({ key }) => key.text === language)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

/** Whether nothing else stands on the lines of a span. */
function isAlone(text: string, { start, end }: Span): boolean {
  return isFirstOnLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === '';
}

/** Whether the header of a block says how far it is indented. */
function hasIndentation(text: string, { span, content }: ScalarNode): boolean {
  return /^\|[+-]?[1-9]/.test(text.slice(span.start, content.start));
}

/** Number of spaces at the start of a line: a tab is text already. */
function indentationAt(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return /^ */.exec(text.slice(start, offset))?.[0].length ?? 0;
}

/** Expressions on lines that follow each other are taken out at once. */
function removed(text: string, spans: readonly Span[]): readonly TextEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && nextLineStart(text, last.end) === lineStart(text, span.start)) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs.map((run) => ({ span: wholeLines(text, run), newText: '' }));
}
