import type { Change } from './change';
import type { Position, Range, Span } from './range';

/**
 * Where the lines of one text begin; turns offsets into positions and back. `\n`, `\r\n` and `\r` end a line, as the
 * Language Server Protocol has it; there is no position behind or within a line break, only before it.
 */
export class Lines {
  readonly #text: string;
  /** Made when it is first asked for: of most files of a workspace nobody ever asks. */
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The lines of `text`, which came of this one by `change`; only what changed is looked at. */
  changed(text: string, { start, oldEnd, newEnd }: Change): Lines {
    const lines = new Lines(text);
    const known = this.#starts;
    if (!known) return lines;
    // A `\r` before the change may have been alone and have a `\n` behind it now, or the other way round.
    const starts = known.slice(0, Math.max(1, firstAbove(known, start - 1)));
    pushStarts(starts, text, Math.max(0, start - 1), newEnd);
    for (let index = firstAbove(known, oldEnd); index < known.length; index++)
      starts.push((known[index] ?? 0) + newEnd - oldEnd);
    lines.#starts = starts;
    return lines;
  }

  get count(): number {
    return this.#lineStarts().length;
  }

  /** Position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const starts = this.#lineStarts();
    const line = firstAbove(starts, clamped) - 1;
    const start = starts[line] ?? 0;
    return { line, character: this.#beforeBreak(clamped, start) - start };
  }

  /** Offset of a position; a character behind the end of its line is clamped to that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const starts = this.#lineStarts();
    const start = starts[position.line];
    if (start === undefined) return this.#text.length;
    const next = starts[position.line + 1] ?? this.#text.length;
    return this.#beforeBreak(Math.max(start, Math.min(start + position.character, next)), start);
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  #lineStarts(): readonly number[] {
    if (!this.#starts) {
      const starts = [0];
      pushStarts(starts, this.#text, 0, this.#text.length);
      this.#starts = starts;
    }
    return this.#starts;
  }

  #beforeBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isBreak(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }
}

/** Adds the lines that start behind the breaks in `text[from, to)`. */
function pushStarts(starts: number[], text: string, from: number, to: number): void {
  const carriageReturn = text.indexOf('\r', from);
  // Nearly always; the engine looks for one character faster than a loop does.
  const plainEnd = carriageReturn === -1 || carriageReturn > to ? to : carriageReturn;
  for (let at = text.indexOf('\n', from); at !== -1 && at < plainEnd; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  for (let at = plainEnd; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
}

/** Index of the first of the ascending `numbers` that is greater than `value`. */
function firstAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
