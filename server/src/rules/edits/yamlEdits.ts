import { lineEnd, lineStart } from '../../syntax/lineParts';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/range';
import type { ListNode, MapEntry, MapNode } from '../../syntax/tree';
import { columnOf, isFirstOnLine, newlineOf, nextLineStart } from './lines';

/*
 * Edits of YAML text that leave everything else as it is: indentation, comments, line breaks. They work on the text by
 * the places in the syntax tree; nothing is printed anew.
 */

/** Takes an entry out of a map. A block map that had no other entry is left without a value. */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit {
  return removePart(
    text,
    map.style,
    map.entries.map(({ span }) => span),
    map.entries.indexOf(entry),
  );
}

/** Takes the item at `index` out of a list. */
export function removeItem(text: string, list: ListNode, index: number): TextEdit {
  const spans = list.items.map((item) => item?.span ?? list.span);
  if (list.style === 'flow') return removePart(text, 'flow', spans, index);
  const dashed = spans.map(({ start, end }) => ({ start: dashBefore(text, start), end }));
  return removePart(text, 'block', dashed, index);
}

function removePart(text: string, style: 'block' | 'flow', spans: readonly Span[], index: number): TextEdit {
  const span = spans[index] ?? { start: 0, end: 0 };
  const next = spans[index + 1];
  const previous = spans[index - 1];
  if (style === 'block' && isFirstOnLine(text, span.start)) {
    return { span: wholeLines(text, span), newText: '' };
  }
  if (next) return { span: { start: span.start, end: next.start }, newText: '' };
  return { span: { start: previous ? previous.end : span.start, end: span.end }, newText: '' };
}

/** Lines of a span with the break behind them; at the end of the file the break before them goes instead. */
export function wholeLines(text: string, span: Span): Span {
  const start = lineStart(text, span.start);
  const end = nextLineStart(text, span.end);
  if (end < text.length || text.endsWith('\n') || start === 0) return { start, end };
  return { start: lineEnd(text, start - (text[start - 2] === '\r' ? 2 : 1)), end };
}

/** What an edit writes: as lines for block style, starting at column 0, and on one line for within braces. */
export interface NewValue {
  readonly lines: readonly string[];
  readonly inline: string;
}

/** A value of one line. */
export function oneLine(text: string): NewValue {
  return { lines: [text], inline: text };
}

/** Adds a new last entry to a map. */
export function appendEntry(text: string, map: MapNode, key: string, value: NewValue): TextEdit {
  const last = map.entries[map.entries.length - 1];
  if (map.style === 'flow') {
    const at = last ? last.span.end : map.span.start + 1;
    const entry = `${key}: ${value.inline}`;
    return { span: { start: at, end: at }, newText: last ? `, ${entry}` : ` ${entry} ` };
  }
  const indent = columnOf(text, last ? last.span.start : map.span.start);
  return insertLines(text, last?.span.end ?? map.span.end, entryLines(key, value), indent);
}

/** Puts a first entry behind a key that has no value yet. */
export function fillEntry(text: string, entry: MapEntry, key: string, value: NewValue): TextEdit {
  const indent = columnOf(text, entry.key.span.start) + 2;
  return insertLines(text, entry.span.end, entryLines(key, value), indent);
}

/** Adds a new last item to a list that has one. */
export function appendItem(text: string, list: ListNode, value: NewValue): TextEdit {
  const last = list.items[list.items.length - 1];
  const end = last?.span.end ?? list.span.end;
  if (list.style === 'flow') {
    const at = last ? end : list.span.start + 1;
    return { span: { start: at, end: at }, newText: last ? `, ${value.inline}` : value.inline };
  }
  const dash = last ? dashBefore(text, last.span.start) : list.span.start;
  const lines = value.lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
  return insertLines(text, end, lines, columnOf(text, dash));
}

/** New lines behind the line of `offset`, each indented by `indent`. */
export function insertLines(
  text: string,
  offset: number,
  lines: readonly string[],
  indent: number,
): TextEdit {
  const newline = newlineOf(text);
  const at = lineEnd(text, offset);
  const newText = lines.map((line) => newline + ' '.repeat(indent) + line).join('');
  return { span: { start: at, end: at }, newText };
}

function entryLines(key: string, { lines }: NewValue): string[] {
  const [first = ''] = lines;
  const scalar = lines.length === 1 && !/^[\w-]+:/.test(first);
  return scalar ? [`${key}: ${first}`] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
}

/** Offset of the dash of a block item whose value starts at `offset`. */
function dashBefore(text: string, offset: number): number {
  const dash = text.lastIndexOf('-', offset - 1);
  return dash === -1 ? offset : dash;
}
