import type { Occurrence } from './occurrence';

/**
 * The occurrences of a file in a few bytes each, for files of which nothing else is kept. `codes` is a string because
 * that is the most compact array of bytes there is: a unit of it takes one byte, and it has next to no head.
 */
export interface PackedOccurrences {
  /** Every name once, one behind the other. */
  readonly names: string;
  /** Variable-length numbers: the lengths of the names, then per occurrence kind, distance, length, name, dialog. */
  readonly codes: string;
}

type Kind = Pick<Occurrence, 'symbol' | 'role' | 'position' | 'tentative'>;

/** Every combination that has come up: some dozens. */
const kinds: Kind[] = [];
const kindNumbers = new Map<string, number>();

/** @param occurrences in the order of the text */
export function packOccurrences(occurrences: readonly Occurrence[]): PackedOccurrences {
  const names = new Numbers();
  const codes: number[] = [];
  let before = 0;
  for (const { symbol, role, position, tentative, name, span, dialog } of occurrences) {
    write(codes, kindNumber({ symbol, role, position, ...(tentative && { tentative }) }));
    write(codes, span.start - before);
    write(codes, span.end - span.start);
    write(codes, names.of(name));
    write(codes, dialog === undefined ? 0 : names.of(dialog) + 1);
    before = span.start;
  }
  const head: number[] = [];
  write(head, names.all.length);
  for (const name of names.all) write(head, name.length);
  // Joining makes a new string: a part of the file's text would keep the whole of it.
  return { names: names.all.join(''), codes: unitsOf(head.concat(codes)) };
}

export function unpackOccurrences({ names, codes }: PackedOccurrences): readonly Occurrence[] {
  const reader = new Reader(codes);
  const all: string[] = [];
  let at = 0;
  for (let left = reader.next(); left > 0; left--) all.push(names.slice(at, (at += reader.next())));
  const found: Occurrence[] = [];
  let start = 0;
  while (!reader.isAtEnd) {
    const kind = kinds[reader.next()];
    start += reader.next();
    const span = { start, end: start + reader.next() };
    const name = all[reader.next()];
    const dialog = all[reader.next() - 1];
    if (kind && name !== undefined)
      found.push({ ...kind, name, span, ...(dialog !== undefined && { dialog }) });
  }
  return found;
}

/** Gives each text a number in the order in which they come up. */
class Numbers {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

function kindNumber(kind: Kind): number {
  const key = `${kind.symbol} ${kind.role} ${kind.position} ${kind.tentative}`;
  let number = kindNumbers.get(key);
  if (number === undefined) {
    number = kinds.push(kind) - 1;
    kindNumbers.set(key, number);
  }
  return number;
}

/** Seven bits a unit, the lowest first; the eighth says that there is more. */
function write(codes: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) codes.push((rest & 0x7f) | 0x80);
  codes.push(rest);
}

class Reader {
  readonly #codes: string;
  #at = 0;

  constructor(codes: string) {
    this.#codes = codes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#codes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const unit = this.#codes.charCodeAt(this.#at++);
      value |= (unit & 0x7f) << shift;
      if (unit < 0x80) return value;
    }
  }
}

/** A call takes a limited number of arguments. */
const UNITS_A_CALL = 8192;

function unitsOf(codes: readonly number[]): string {
  let units = '';
  for (let at = 0; at < codes.length; at += UNITS_A_CALL) {
    units += String.fromCharCode(...codes.slice(at, at + UNITS_A_CALL));
  }
  return units;
}
