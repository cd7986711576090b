import type { Change } from '../text/change';
import { sameEntry } from './entryIdentity';
import { shiftComment, shiftEntry, shiftNode } from './shift';
import type { Comment, MapEntry, SyntaxFile, SyntaxNode } from './tree';

/**
 * A stretch of whole lines whose reading depends on nothing but itself: an entry of a document's map, or of a map that is
 * such an entry's value (a dialog, a language's expressions) up to the next one, with the comments behind it; or a document
 * that had to be read as a whole. Stretches with mistakes are none: what is said about them may name other lines.
 */
export interface Unit {
  /** The first character; for a document from where it is read. */
  readonly start: number;
  /** Start of the line on which the next one starts, or the end of the document. */
  readonly end: number;
  /** Behind the last character that its reading has seen: what follows tells where it ends. */
  readonly seen: number;
  readonly column: number;
  /** How many maps the entries are in; 0 for a document. */
  readonly depth: number;
  readonly entries: readonly MapEntry[];
  /** Of a document. */
  readonly root: SyntaxNode | null;
  readonly comments: readonly Comment[];
  /** What it counts against `limits.entries`. */
  readonly count: number;
}

// Not a part of the tree: nobody but the next reading of the same file has use for it.
const unitsByFile = new WeakMap<SyntaxFile, readonly Unit[]>();

/** Keeps the units of a file, in its order, for its next reading. */
export function keepUnits(file: SyntaxFile, units: readonly Unit[]): void {
  unitsByFile.set(file, units);
}

/** The units of a file's earlier text that a change has left alone. */
export class EarlierUnits {
  readonly #units: readonly Unit[];
  readonly #change: Change;

  private constructor(units: readonly Unit[], change: Change) {
    this.#units = units;
    this.#change = change;
  }

  /** Undefined when there is nothing to take over. */
  static of(file: SyntaxFile, change: Change): EarlierUnits | undefined {
    const units = unitsByFile.get(file);
    return units && units.length > 0 ? new EarlierUnits(units, change) : undefined;
  }

  /** The unit that starts at `start` of the new text, moved to where it is now. */
  at(start: number, column: number, depth: number): Unit | undefined {
    const { start: changed, oldEnd, newEnd } = this.#change;
    const delta = newEnd - oldEnd;
    const isBehind = start >= newEnd;
    if (!isBehind && start >= changed) return undefined;
    const unit = this.#startingAt(isBehind ? start - delta : start);
    if (unit?.column !== column || unit.depth !== depth) return undefined;
    if (!isBehind && unit.seen > changed) return undefined;
    const now = isBehind && delta !== 0 ? shiftUnit(unit, delta) : unit;
    for (const [index, entry] of unit.entries.entries()) sameEntry(entry, now.entries[index] ?? entry);
    return now;
  }

  #startingAt(start: number): Unit | undefined {
    let low = 0;
    let high = this.#units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#units[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const unit = this.#units[low];
    return unit?.start === start ? unit : undefined;
  }
}

function shiftUnit(unit: Unit, delta: number): Unit {
  return {
    start: unit.start + delta,
    end: unit.end + delta,
    seen: unit.seen + delta,
    column: unit.column,
    depth: unit.depth,
    entries: unit.entries.map((entry) => shiftEntry(entry, delta)),
    root: unit.root && shiftNode(unit.root, delta),
    comments: unit.comments.map((comment) => shiftComment(comment, delta)),
    count: unit.count,
  };
}
