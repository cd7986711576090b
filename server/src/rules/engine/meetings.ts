import type { Uri } from '../../text/uri';
import type { MeetingTable } from './table';

/** Ends a chain. */
const END = -1;
const AT_FIRST = 256;

/**
 * The entries of one meeting table: chains by key and by file, in columns of numbers. There may be one for every
 * expression of a bot, and an object each would be larger than the expression.
 */
export class Meetings {
  readonly #table: MeetingTable;
  /** Addresses by the number of the file. */
  readonly #uris: readonly Uri[];
  readonly #tell: (file: Uri) => void;
  /** Of each chain by key the newest entry. */
  #heads = new Int32Array(AT_FIRST).fill(END);
  #keys = new Int32Array(AT_FIRST);
  #tags = new Int32Array(AT_FIRST);
  #files = new Int32Array(AT_FIRST);
  /** The next entry whose key falls into the same chain; of an entry that is free, the next free one. */
  #after = new Int32Array(AT_FIRST);
  /** The next entry of the same file. */
  #beside = new Int32Array(AT_FIRST);
  /** The first entry of a file by its number. */
  readonly #firsts: number[] = [];
  #size = 0;
  #free = END;

  /** @param tell takes files that are concerned by a change */
  constructor(table: MeetingTable, uris: readonly Uri[], tell: (file: Uri) => void) {
    this.#table = table;
    this.#uris = uris;
    this.#tell = tell;
  }

  /**
   * Takes the entries of a file as they are now: keys and tags in turn, those with key 0 left out.
   * @param isQuiet nobody asked anything yet
   * @returns true when they are others than before
   */
  set(file: number, entries: Int32Array, isQuiet: boolean): boolean {
    if ((this.#firsts[file] ?? END) === END) return this.#linkAll(file, entries, isQuiet);
    if (this.#isSame(file, entries)) return false;
    const fresh = new Map<string, number[]>();
    for (let at = 0; at < entries.length; at += 2) {
      const [key = 0, tag = 0] = [entries[at], entries[at + 1]];
      if (key === 0) continue;
      const same = fresh.get(`${key} ${tag}`);
      if (same) same.push(at);
      else fresh.set(`${key} ${tag}`, [at]);
    }
    /** The entries as they are now, by their place. */
    const placed = new Map<number, number>();
    let changed = false;
    for (let entry = this.#firsts[file] ?? END, next = END; entry !== END; entry = next) {
      next = this.#beside[entry] ?? END;
      const at = fresh.get(`${this.#keys[entry]} ${this.#tags[entry]}`)?.pop();
      if (at !== undefined) {
        placed.set(at, entry);
        continue;
      }
      if (!isQuiet) this.#meet(entry);
      this.#unlink(entry);
      changed = true;
    }
    for (const at of [...fresh.values()].flat()) {
      placed.set(at, this.#link(file, entries[at] ?? 0, entries[at + 1] ?? 0, isQuiet));
      changed = true;
    }
    this.#firsts[file] = END;
    for (let at = 0; at < entries.length; at += 2) {
      const entry = placed.get(at);
      if (entry !== undefined) this.#append(file, entry);
    }
    return changed;
  }

  /** True when a file has these entries and no others, in this order. */
  #isSame(file: number, entries: Int32Array): boolean {
    let entry = this.#firsts[file] ?? END;
    // The newest is the first.
    for (let at = entries.length - 2; at >= 0; at -= 2) {
      const key = entries[at] ?? 0;
      if (key === 0) continue;
      if (entry === END || this.#keys[entry] !== key || this.#tags[entry] !== entries[at + 1]) return false;
      entry = this.#beside[entry] ?? END;
    }
    return entry === END;
  }

  /** Files before this one that have the key with a tag like this one, in order; none when too many have the key. */
  earlier(file: number, key: number, tag: number): readonly Uri[] {
    const { alike, most } = this.#table;
    const own = this.#uris[file] ?? '';
    let others: number[] | undefined;
    let found: Uri[] | undefined;
    for (let entry = this.#headOf(key); entry !== END; entry = this.#after[entry] ?? END) {
      if (this.#keys[entry] !== key) continue;
      const other = this.#files[entry] ?? END;
      if (other === file) continue;
      others ??= [];
      if (most !== Infinity && !others.includes(other) && others.push(other) >= most) return NOBODY;
      if (!alike(this.#tags[entry] ?? 0, tag)) continue;
      const uri = this.#uris[other] ?? '';
      if (uri < own && !found?.includes(uri)) (found ??= []).push(uri);
    }
    return found?.sort() ?? NOBODY;
  }

  /** True when any file has the key with a tag like this one. */
  holds(key: number, tag: number): boolean {
    for (let entry = this.#headOf(key); entry !== END; entry = this.#after[entry] ?? END) {
      if (this.#keys[entry] === key && this.#table.alike(this.#tags[entry] ?? 0, tag)) return true;
    }
    return false;
  }

  #linkAll(file: number, entries: Int32Array, isQuiet: boolean): boolean {
    for (let at = 0; at < entries.length; at += 2) {
      const key = entries[at] ?? 0;
      if (key !== 0) this.#append(file, this.#link(file, key, entries[at + 1] ?? 0, isQuiet));
    }
    return entries.length > 0;
  }

  #link(file: number, key: number, tag: number, isQuiet: boolean): number {
    const entry = this.#place();
    const chain = key & (this.#heads.length - 1);
    this.#keys[entry] = key;
    this.#tags[entry] = tag;
    this.#files[entry] = file;
    this.#after[entry] = this.#heads[chain] ?? END;
    this.#heads[chain] = entry;
    if (!isQuiet) this.#meet(entry);
    return entry;
  }

  /** Hangs an entry to those of its file. */
  #append(file: number, entry: number): void {
    this.#beside[entry] = this.#firsts[file] ?? END;
    this.#firsts[file] = entry;
  }

  #unlink(entry: number): void {
    const chain = (this.#keys[entry] ?? 0) & (this.#heads.length - 1);
    const next = this.#after[entry] ?? END;
    if (this.#heads[chain] === entry) this.#heads[chain] = next;
    else {
      let before = this.#heads[chain] ?? END;
      while (this.#after[before] !== entry) before = this.#after[before] ?? END;
      this.#after[before] = next;
    }
    this.#after[entry] = this.#free;
    this.#free = entry;
  }

  /** Room for an entry. */
  #place(): number {
    const free = this.#free;
    if (free !== END) {
      this.#free = this.#after[free] ?? END;
      return free;
    }
    if (this.#size === this.#keys.length) this.#grow();
    return this.#size++;
  }

  #grow(): void {
    const room = Math.ceil(this.#size * 1.5);
    this.#keys = longer(this.#keys, room);
    this.#tags = longer(this.#tags, room);
    this.#files = longer(this.#files, room);
    this.#after = longer(this.#after, room);
    this.#beside = longer(this.#beside, room);
    if (room <= this.#heads.length) return;
    // Only called when no entry is free: all of them hang in a chain.
    this.#heads = new Int32Array(this.#heads.length * 2).fill(END);
    for (let entry = 0; entry < this.#size; entry++) {
      const chain = (this.#keys[entry] ?? 0) & (this.#heads.length - 1);
      this.#after[entry] = this.#heads[chain] ?? END;
      this.#heads[chain] = entry;
    }
  }

  #headOf(key: number): number {
    return this.#heads[key & (this.#heads.length - 1)] ?? END;
  }

  /** Tells the files that are concerned when an entry, which is in its chain, came or is going. */
  #meet(changed: number): void {
    const { alike, most, concerned } = this.#table;
    const key = this.#keys[changed] ?? 0;
    const tag = this.#tags[changed] ?? 0;
    const own = this.#uris[this.#files[changed] ?? END] ?? '';
    const sharing = new Set<Uri>();
    const like = new Set<Uri>();
    for (let entry = this.#headOf(key); entry !== END; entry = this.#after[entry] ?? END) {
      if (this.#keys[entry] !== key) continue;
      const uri = this.#uris[this.#files[entry] ?? END] ?? '';
      // With or without this entry the key is too common.
      if (sharing.add(uri).size > most + 1) return;
      if (alike(this.#tags[entry] ?? 0, tag)) like.add(uri);
    }
    const files = sharing.size > most ? [...sharing] : concerned([...like].sort(), own);
    for (const uri of files) if (uri !== own) this.#tell(uri);
  }
}

const NOBODY: readonly Uri[] = [];

function longer(column: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(column);
  return copy;
}
