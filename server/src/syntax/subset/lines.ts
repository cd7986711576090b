import { keyAt, lineEnd } from '../lineParts';
import { CR, DOUBLE_QUOTE, HASH, LF, SINGLE_QUOTE, SPACE, startsPlain } from './characters';

/**
 * True when the first thing in a column is certainly a part of a map, not a text: a key stands there, or on the line `next`,
 * which follows it in the same column.
 */
export function isInMap(text: string, start: number, next: number | undefined, column: number): boolean {
  if (startsKey(text, start)) return true;
  return next !== undefined && isAtColumn(text, next, column) && startsKey(text, next + column);
}

function startsKey(text: string, start: number): boolean {
  return keyAt(text, start, lineEnd(text, start)) !== undefined;
}

function isAtColumn(text: string, line: number, column: number): boolean {
  for (let at = line; at < line + column; at++) if (text.charCodeAt(at) !== SPACE) return false;
  return startsName(text, line + column);
}

/**
 * Where the unit that starts at `start` ends, whatever it holds: before the next line at or before its column that can only
 * start something new. A line that cannot start anything, such as a closing bracket, belongs to what is before it.
 *
 * @returns undefined when such a line stands before the column: it concerns what is around the unit.
 */
export function endOfUnit(text: string, start: number, end: number, column: number): number | undefined {
  for (let line = nextLine(text, start, end); line < end; line = nextLine(text, line, end)) {
    let at = line;
    while (text.charCodeAt(at) === SPACE) at++;
    const unit = text.charCodeAt(at);
    if (at - line > column || unit === LF || unit === CR || unit === HASH || at >= end) continue;
    if (startsName(text, at)) return line;
    if (at - line < column) return undefined;
  }
  return end;
}

function nextLine(text: string, from: number, end: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 || newline >= end ? end : newline + 1;
}

/** True for what can only be the beginning of a key, or of a text in its place. */
export function startsName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE || startsPlain(text, at);
}
