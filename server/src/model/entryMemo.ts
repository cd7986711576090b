import { identityOf } from '../syntax/entryIdentity';
import type { EntryIdentity } from '../syntax/entryIdentity';
import type { MapEntry } from '../syntax/tree';

interface Known<T> {
  /** What else it was worked out from. */
  readonly from: string;
  /** Where the entry stood then. */
  readonly start: number;
  readonly value: T;
}

/** Keeps what was worked out for entries alone while edits around them move them. */
export class EntryMemo<T> {
  readonly #known = new WeakMap<EntryIdentity, Known<T>>();
  readonly #moved: ((value: T, delta: number) => T) | undefined;

  /** @param moved the same value for an entry that stands `delta` further on; without it a moved entry is read again. */
  constructor(moved?: (value: T, delta: number) => T) {
    this.#moved = moved;
  }

  /** What `make` says about the entry. It must depend on nothing but the entry and `from`. */
  get(entry: MapEntry, from: string, make: () => T): T {
    const identity = identityOf(entry);
    if (!identity) return make();
    const { start } = entry.span;
    const known = this.#known.get(identity);
    if (known?.from === from) {
      if (known.start === start) return known.value;
      if (this.#moved)
        return this.#keep(identity, from, start, this.#moved(known.value, start - known.start));
    }
    return this.#keep(identity, from, start, make());
  }

  #keep(identity: EntryIdentity, from: string, start: number, value: T): T {
    this.#known.set(identity, { from, start, value });
    return value;
  }
}
