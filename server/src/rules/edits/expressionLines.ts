import type { Intent } from '../../model/definitions';
import type { Placed } from '../../project/snapshot';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/range';
import { columnOf } from './lines';
import { rootEntry } from './syntaxPath';
import { insertLines } from './yamlEdits';

/** The edits that add lines behind an intent's expressions; undefined when these are not a block of lines. */
export function expressionLines(
  { file, item }: Placed<Intent>,
  language: string,
  lines: readonly string[],
): readonly TextEdit[] | undefined {
  const { text } = file.syntax;
  const { root } = item.document;
  const expressions = rootEntry(item.document, 'expressions');
  const indented = lines.map((line) => `  ${line}`);
  if (!expressions) {
    if (root?.kind !== 'map' || root.style === 'flow') return undefined;
    const block = ['expressions:', `  ${language}: |`, ...indented.map((line) => `  ${line}`)];
    return [insertLines(text, behind(text, root.span), block, 0)];
  }
  const { value } = expressions;
  if (value === null) return [insertLines(text, expressions.span.end, [`${language}: |`, ...indented], 2)];
  if (value.kind !== 'map' || value.style === 'flow') return undefined;
  const entry = value.entries.find(({ key }) => key.text === language);
  const indent = columnOf(text, value.entries[0]?.span.start ?? value.span.start);
  if (!entry) return [insertLines(text, behind(text, value.span), [`${language}: |`, ...indented], indent)];
  if (entry.value === null) {
    const colon = { start: entry.span.end, end: entry.span.end };
    return [{ span: colon, newText: ' |' }, insertLines(text, entry.span.end, indented, indent)];
  }
  if (entry.value.kind !== 'scalar' || entry.value.style !== 'literal') return undefined;
  const own = item.expressions.get(language)?.expressions ?? [];
  const last = own.at(-1);
  if (!last) return [insertLines(text, entry.key.span.end, indented, indent)];
  const column = Math.min(...own.map(({ span }) => columnOf(text, span.start)));
  return [insertLines(text, last.span.end, lines, column)];
}

/** The end of what is written in a span, blank lines behind it left out. */
function behind(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}
