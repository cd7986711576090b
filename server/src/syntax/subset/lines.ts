import { keyAt, lineEnd } from '../lineParts';
import { CR, DOUBLE_QUOTE, HASH, LF, SINGLE_QUOTE, SPACE, startsPlain } from './characters';

/** True when what stands at `start` is certainly an entry, or the beginning of one, of the map in whose column it stands. */
export function startsUnit(text: string, start: number, isFirst: boolean): boolean {
  return startsName(text, start) && (!isFirst || keyAt(text, start, lineEnd(text, start)) !== undefined);
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

function startsName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE || startsPlain(text, at);
}
