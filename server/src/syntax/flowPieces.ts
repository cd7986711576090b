import type { Piece } from './scalarMap';
import type { ScalarNode } from './tree';

/** Characters that an escape stands for within double quotes, when it is one character behind the backslash. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['\t', '\t'],
]);

const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/**
 * The pieces of a plain or quoted scalar (YAML 1.2, 6.5 "Line folding" and 7.3 "Flow scalar styles"). Null when its
 * source holds something that is not YAML.
 */
export function flowPieces(node: ScalarNode, fileText: string): Piece[] | null {
  const walk = new FlowWalk(fileText, node.content.start, node.content.end);
  while (!walk.done) {
    const unit = walk.peek(0);
    if (unit === '\n' || (unit === '\r' && walk.peek(1) === '\n')) walk.fold(walk.at);
    else if (unit === ' ' || unit === '\t') walk.blanks();
    else if (unit === "'" && node.style === 'single-quoted') walk.special(1, 2);
    else if (unit !== '\\' || node.style !== 'double-quoted') walk.copy(1);
    else if (!walk.escape()) return null;
  }
  return walk.pieces;
}

class FlowWalk {
  readonly pieces: Piece[] = [];
  readonly #text: string;
  readonly #end: number;
  /** Offset in the file. */
  at: number;
  /** Length of the value so far. */
  #length = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.at = start;
    this.#end = end;
  }

  get done(): boolean {
    return this.at >= this.#end;
  }

  peek(ahead: number): string {
    return this.at + ahead < this.#end ? this.#text.charAt(this.at + ahead) : '';
  }

  /** `count` characters that stand for themselves. */
  copy(count: number): void {
    const last = this.pieces[this.pieces.length - 1];
    const extends_ =
      last &&
      last.length === last.sourceLength &&
      last.source + last.length === this.at &&
      !this.#isBreak(last);
    if (extends_) this.pieces.pop();
    this.pieces.push(
      extends_
        ? { ...last, length: last.length + count, sourceLength: last.length + count }
        : { text: this.#length, length: count, source: this.at, sourceLength: count },
    );
    this.#length += count;
    this.at += count;
  }

  special(length: number, sourceLength: number): void {
    this.pieces.push({ text: this.#length, length, source: this.at, sourceLength });
    this.#length += length;
    this.at += sourceLength;
  }

  /** Blanks within a line stand for themselves; before a line break they are dropped. */
  blanks(): void {
    let count = 1;
    while (this.peek(count) === ' ' || this.peek(count) === '\t') count++;
    const next = this.peek(count);
    if (next === '\n' || (next === '\r' && this.peek(count + 1) === '\n')) this.fold(this.at);
    else this.copy(count);
  }

  /** One line break is a space; each one more is a line break. The blanks around them belong to none. */
  fold(from: number): void {
    const breaks: number[] = [];
    this.at = from;
    for (let unit = this.peek(0); unit !== '' && ' \t\r\n'.includes(unit); unit = this.peek(0)) {
      if (unit === '\r' && this.peek(1) !== '\n') break;
      if (unit === '\n') breaks.push(this.at);
      this.at++;
    }
    const after = this.at;
    const folded = breaks.length === 1 ? breaks : breaks.slice(1);
    for (const source of folded) {
      this.pieces.push({ text: this.#length, length: 1, source, sourceLength: 1 });
      this.#length++;
    }
    this.at = after;
  }

  /** An escape within double quotes; false when it is none. */
  escape(): boolean {
    const unit = this.peek(1);
    if (unit === '\n' || (unit === '\r' && this.peek(2) === '\n')) {
      this.at += unit === '\n' ? 2 : 3;
      while (this.peek(0) === ' ' || this.peek(0) === '\t') this.at++;
      return true;
    }
    const hex = HEX_LENGTH.get(unit);
    if (hex === undefined) {
      if (!ESCAPES.has(unit)) return false;
      this.special(1, 2);
      return true;
    }
    const code = Number.parseInt(this.#text.slice(this.at + 2, this.at + 2 + hex), 16);
    if (Number.isNaN(code) || code > 0x10ffff) return false;
    this.special(code > 0xffff ? 2 : 1, 2 + hex);
    return true;
  }

  /** A folded line break is a piece of one for one that must not grow. */
  #isBreak(piece: Piece): boolean {
    return piece.length === 1 && this.#text.charCodeAt(piece.source) === 10;
  }
}
