import {
  closingQuote,
  commentStart,
  endsWord,
  keyAt,
  lineEnd,
  lineStart,
  skipBlanks,
  trimEnd,
} from './lineParts';
import type { LineParts, ValuePart } from './lineParts';

/**
 * Reads the line that starts at `start` on its own, whatever is wrong before or behind it. `bound` is the end of the
 * document.
 *
 * @param cursor A blank line behind a text block belongs to the block when the cursor stands there, deep enough.
 */
export function readLine(text: string, start: number, bound: number, cursor: number): LineParts {
  const end = Math.min(bound, lineEnd(text, start));
  const dashes: number[] = [];
  let at = skipBlanks(text, start);
  while (at < end && text[at] === '-' && endsWord(text, at + 1)) {
    dashes.push(at);
    at = skipBlanks(text, at + 1);
  }
  const key = at < end ? keyAt(text, at, end) : undefined;
  const parent = (key ? key.start : (dashes[dashes.length - 1] ?? at)) - lineStart(text, start);
  if (key) at = skipBlanks(text, key.colon + 1);
  const value = at < end && text[at] !== '#' ? readValue(text, at, end, bound, parent, cursor) : undefined;
  const comment = commentBehind(text, value, at, end);
  return {
    dashes,
    ...(key && { key }),
    ...(value && { value }),
    ...(comment !== undefined && { comment }),
    end: Math.max(end, value?.end ?? 0),
  };
}

function commentBehind(
  text: string,
  value: ValuePart | undefined,
  at: number,
  end: number,
): number | undefined {
  // Behind a value of several lines a comment would be on another line; a block's header is not looked at.
  if (value && value.end > end) return undefined;
  const found = commentStart(text, value ? value.end : at, end);
  return found < end ? found : undefined;
}

function readValue(
  text: string,
  start: number,
  end: number,
  bound: number,
  parent: number,
  cursor: number,
): ValuePart {
  const first = text.charAt(start);
  if (first === '|' || first === '>') {
    return { kind: 'block', start, end: blockEnd(text, end, bound, parent, cursor) };
  }
  const limit = dedent(text, end, bound, parent);
  if (first === '"' || first === "'") {
    const kind = first === '"' ? 'double-quoted' : 'single-quoted';
    return { kind, start, end: closingQuote(text, start, limit) ?? end };
  }
  if (first === '[' || first === '{')
    return { kind: 'flow', start, end: closingBracket(text, start, limit) ?? limit };
  return { kind: 'plain', start, end: plainEnd(text, start, end, limit) };
}

/** A text block goes on while lines are blank or indented deeper than the key (or dash) at column `parent`. */
function blockEnd(text: string, headerEnd: number, bound: number, parent: number, cursor: number): number {
  let last = headerEnd;
  for (const line of linesAfter(text, headerEnd, bound)) {
    const blank = line.content >= line.end;
    if (!blank && line.content - line.start <= parent) break;
    const cursorIsDeepHere = line.start <= cursor && cursor <= line.end && cursor - line.start > parent;
    if (!blank || cursorIsDeepHere) last = line.end;
  }
  return last;
}

/** The end of the last line before one that is not indented deeper than `parent`; closing brackets may stand there. */
function dedent(text: string, firstEnd: number, bound: number, parent: number): number {
  let last = firstEnd;
  for (const line of linesAfter(text, firstEnd, bound)) {
    if (line.content >= line.end) continue;
    const column = line.content - line.start;
    if (column < parent || (column === parent && !']}'.includes(text.charAt(line.content)))) break;
    last = line.end;
  }
  return last;
}

/** A plain text goes on in deeper lines that look like nothing else. */
function plainEnd(text: string, start: number, firstEnd: number, limit: number): number {
  const comment = commentStart(text, start, firstEnd);
  let last = trimEnd(text, start, comment);
  if (comment < firstEnd) return last;
  for (const line of linesAfter(text, firstEnd, limit)) {
    if (line.content >= line.end) break;
    const first = text.charAt(line.content);
    if (first === '#' || (first === '-' && endsWord(text, line.content + 1))) break;
    if (keyAt(text, line.content, line.end)) break;
    last = trimEnd(text, line.content, commentStart(text, line.content, line.end));
  }
  return last;
}

/** Behind the bracket that closes the one at `start`. */
function closingBracket(text: string, start: number, bound: number): number | undefined {
  let depth = 0;
  for (let at = start; at < bound; at++) {
    const unit = text.charAt(at);
    if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (unit === '"' || unit === "'") {
      const startsText = ' \t\n,[{:'.includes(text.charAt(at - 1));
      if (startsText) at = (closingQuote(text, at, bound) ?? bound) - 1;
    } else if (unit === '#' && ' \t\n'.includes(text.charAt(at - 1))) at = lineEnd(text, at) - 1;
  }
  return undefined;
}

interface Line {
  readonly start: number;
  /** The first character that is not blank. */
  readonly content: number;
  readonly end: number;
}

/** The lines behind the one that ends at `end`, up to `bound`. */
function* linesAfter(text: string, end: number, bound: number): Generator<Line> {
  for (let newline = text.indexOf('\n', end); newline !== -1 && newline < bound; ) {
    const start = newline + 1;
    newline = text.indexOf('\n', start);
    yield { start, content: skipBlanks(text, start), end: Math.min(bound, lineEnd(text, start)) };
  }
}
