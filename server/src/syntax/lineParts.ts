import type { Span } from '../text/range';

/** How a value is written, as far as a cursor in it cares. */
export type ValueKind = 'plain' | 'single-quoted' | 'double-quoted' | 'block' | 'flow';

export interface ValuePart extends Span {
  readonly kind: ValueKind;
}

/** What stands on one line of a definition file, and the value that starts there, which may go on for more lines. */
export interface LineParts {
  /** Offsets of the `-` of list items. */
  readonly dashes: readonly number[];
  /** The key without its colon; `colon` is the colon's offset. */
  readonly key?: Span & { readonly name: string; readonly colon: number };
  readonly value?: ValuePart;
  /** Where a comment starts. */
  readonly comment?: number;
  /** Where the line and the value that starts there end. */
  readonly end: number;
}

/** End of the line that `offset` is in, without its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Start of the line that `offset` is in. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The first offset from `offset` on that is not a space or tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Where ` #` starts a comment in `text[from, to)`; `to` when there is none. */
export function commentStart(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === '#' && (at === from || text[at - 1] === ' ' || text[at - 1] === '\t')) return at;
  }
  return to;
}

/** `to` without the blanks before it. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** Where a quoted text that starts at `start` closes (behind the quote); undefined when not before `bound`. */
export function closingQuote(text: string, start: number, bound: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < bound; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}

/** The key that starts at `start`, when a colon follows it on its line. */
export function keyAt(text: string, start: number, end: number): LineParts['key'] {
  const first = text.charAt(start);
  if (first === '"' || first === "'") {
    const close = closingQuote(text, start, end);
    const colon = close === undefined ? -1 : skipBlanks(text, close);
    if (close === undefined || text[colon] !== ':' || !endsWord(text, colon + 1)) return undefined;
    return { start, end: close, name: text.slice(start + 1, close - 1), colon };
  }
  if ('[]{}|>#'.includes(first)) return undefined;
  const stop = commentStart(text, start, end);
  for (let colon = start; colon < stop; colon++) {
    if (text[colon] !== ':' || !endsWord(text, colon + 1)) continue;
    const keyEnd = trimEnd(text, start, colon);
    return { start, end: keyEnd, name: text.slice(start, keyEnd), colon };
  }
  return undefined;
}

/** True at the end of a line or text and before a blank. */
export function endsWord(text: string, offset: number): boolean {
  const unit = text[offset];
  return unit === undefined || unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r';
}
