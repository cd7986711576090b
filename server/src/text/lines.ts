import type { Position, Range, Span } from './range';

/**
 * Where the lines of one text begin; turns offsets into positions and back. `\n`, `\r\n` and `\r` end a line, as the
 * Language Server Protocol has it; there is no position behind or within a line break, only before it.
 */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle;
    }
    const start = this.#starts[low] ?? 0;
    return { line: low, character: this.#beforeBreak(clamped, start) - start };
  }

  /** Offset of a position; a character behind the end of its line is clamped to that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#text.length;
    const next = this.#starts[position.line + 1] ?? this.#text.length;
    return this.#beforeBreak(Math.max(start, Math.min(start + position.character, next)), start);
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  #beforeBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isBreak(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
