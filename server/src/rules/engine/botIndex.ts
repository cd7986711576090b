import type { ProjectFile } from '../../project/snapshot';
import { atOnce } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import { type Measured, NOT_MEASURED } from '../measured';
import type { LiveState } from '../rule';
import type { Found, Index } from './lookups';
import { Meetings } from './meetings';
import { ownFacts, packFacts, type PackedFacts, unpackFacts } from './packedFacts';
import {
  type DerivedTable,
  type Fact,
  FILES,
  type FactTable,
  isSameFact,
  LIVE,
  MEASURED,
  type MeetingTable,
  type Table,
} from './table';

/** Who is told what changed. */
export interface ChangeListener {
  /** The answer under a key of a table is another one. */
  changed(table: Table, key: string): void;
  /** A file has something in common with others, and these changed. */
  concerned(table: MeetingTable, file: Uri): void;
  /** False as long as nobody asked anything. */
  readonly isListening: boolean;
}

/** The tables that an index keeps. */
export interface Schema {
  readonly facts: readonly FactTable[];
  readonly meetings: readonly MeetingTable[];
}

/** A file with what it says, by the tables of the schema. */
interface Kept {
  readonly file: ProjectFile;
  /** As maps for a file that changed before, which may be one that somebody edits. */
  readonly facts: readonly ReadonlyMap<string, Fact>[] | undefined;
  readonly packed: PackedFacts;
  /** Stands for its address in the meeting tables. */
  readonly number: number;
}

interface Derived {
  readonly values: ReadonlyMap<string, Fact>;
  /** The versions of the tables that it was made of. */
  readonly madeOf: string;
  /** How many changes there had been when these were compared: without another one they need not be again. */
  seen: number;
}

type Steps<T> = Generator<void, ReadonlyMap<string, T>, void>;

const NONE: readonly never[] = [];
const NO_FACTS: ReadonlyMap<string, Fact> = new Map();
const NO_ENTRIES = new Int32Array();
const NOTHING: PackedFacts = [];

/** The tables of one bot, kept up to date file by file. The cost of a change is that of the facts of the file. */
export class BotIndex implements Index {
  readonly #schema: Schema;
  readonly #listener: ChangeListener;
  readonly #isOnce: boolean;
  readonly #files = new Map<Uri, Kept>();
  readonly #facts = new Map<FactTable, Map<string, Found<Fact>[]>>();
  readonly #meetings = new Map<MeetingTable, Meetings>();
  /** Addresses by the number of the file, and the numbers that are free again. */
  readonly #uris: Uri[] = [];
  readonly #freeNumbers: number[] = [];
  readonly #derived = new Map<DerivedTable, Derived>();
  readonly #versions = new Map<Table, number>();
  /** How often anything changed. */
  #changes = 0;
  #live: LiveState = { kind: 'none' };
  #measured = NOT_MEASURED;

  /** @param isOnce no file is set a second time: what each says by itself need not be kept */
  constructor(schema: Schema, listener: ChangeListener, isOnce = false) {
    this.#schema = schema;
    this.#listener = listener;
    this.#isOnce = isOnce;
    for (const table of schema.facts) this.#facts.set(table, new Map());
    for (const table of schema.meetings) {
      const tell = (uri: Uri): void => listener.concerned(table, uri);
      this.#meetings.set(table, new Meetings(table, this.#uris, tell));
    }
  }

  /** Takes a file as it is now; undefined when it is gone. */
  set(uri: Uri, next: ProjectFile | undefined): void {
    const known = this.#files.get(uri);
    if (known?.file === next) return;
    if (known && this.#isOnce) throw new Error('an index that is filled once cannot follow changes');
    const { facts: tables } = this.#schema;
    const before = known && (known.facts ?? unpackFacts(known.packed, tables.length));
    const said = tables.map((table, index) => {
      const facts = before?.[index];
      if (!next) return NO_FACTS;
      return table.of(next, known && facts && { file: known.file, facts });
    });
    // The text of a file that somebody edits is kept anyway.
    const now = known || this.#isOnce ? said : ownFacts(said);
    for (const [index, table] of tables.entries()) {
      this.#setFacts(table, uri, before?.[index] ?? NO_FACTS, now[index] ?? NO_FACTS);
    }
    const kept = next && {
      file: next,
      facts: known && now,
      packed: known || this.#isOnce ? NOTHING : packFacts(now),
      number: known?.number ?? this.#newNumber(uri),
    };
    const number = (kept ?? known)?.number;
    for (const [table, meetings] of number === undefined ? NONE : this.#meetings) {
      const entries = next ? table.of(next) : NO_ENTRIES;
      if (meetings.set(number ?? 0, entries, !this.#listener.isListening)) this.#tell(table, '');
    }
    if (kept) this.#files.set(uri, kept);
    else {
      this.#files.delete(uri);
      if (known) this.#freeNumbers.push(known.number);
    }
    this.#tell(FILES, uri);
  }

  setLive(live: LiveState): void {
    if (live === this.#live) return;
    this.#live = live;
    this.#tell(LIVE, '');
  }

  get live(): LiveState {
    return this.#live;
  }

  setMeasured(measured: Measured): void {
    if (measured === this.#measured) return;
    this.#measured = measured;
    this.#tell(MEASURED, '');
  }

  get measured(): Measured {
    return this.#measured;
  }

  look<T extends Fact>(table: FactTable<T>, key: string): readonly Found<T>[] {
    return this.all(table).get(key) ?? NONE;
  }

  all<T extends Fact>(table: FactTable<T>): ReadonlyMap<string, readonly Found<T>[]> {
    const found = this.#facts.get(table);
    if (!found) throw new Error('a table of facts that is not kept');
    // Each table is filled with its own facts only.
    return found as unknown as ReadonlyMap<string, readonly Found<T>[]>;
  }

  /** What stands for a file in `met`. */
  numberOf(uri: Uri): number | undefined {
    return this.#files.get(uri)?.number;
  }

  /** Files before this one that may have something in common with it under the key. */
  met(table: MeetingTable, file: number | undefined, key: number, tag: number): readonly Uri[] {
    return file === undefined ? NONE : (this.#meetings.get(table)?.earlier(file, key, tag) ?? NONE);
  }

  /** Whether any file has the key with a tag like this one. */
  holds(table: MeetingTable, key: number, tag: number): boolean {
    return this.#meetings.get(table)?.holds(key, tag) ?? false;
  }

  open(uri: Uri): ProjectFile | undefined {
    return this.#files.get(uri)?.file;
  }

  derived<T extends Fact>(table: DerivedTable<T>, key: string): T | undefined {
    return this.allDerived(table).get(key);
  }

  allDerived<T extends Fact>(table: DerivedTable<T>): ReadonlyMap<string, T> {
    return this.#current(table) ?? atOnce(this.derivedInSteps(table));
  }

  /** The same in steps. What changes between two of them counts, too. */
  *derivedInSteps<T extends Fact>(table: DerivedTable<T>): Generator<void, ReadonlyMap<string, T>, void> {
    for (;;) {
      for (const one of table.from) if (one.kind === 'derived') yield* this.derivedInSteps(one);
      const current = this.#current(table);
      if (current) return current;
      const madeOf = this.#stampOf(table);
      const computed = table.compute(this);
      const values = computed instanceof Map ? computed : yield* computed as Steps<T>;
      if (madeOf === this.#stampOf(table)) return this.#keepDerived(table, values, madeOf);
    }
  }

  /** True when the table was computed before, be it of what was there then. */
  isDerived(table: DerivedTable): boolean {
    return this.#derived.has(table);
  }

  /** What was computed of what is there now. */
  #current<T extends Fact>(table: DerivedTable<T>): ReadonlyMap<string, T> | undefined {
    const known = this.#derived.get(table);
    if (!known) return undefined;
    if (known.seen !== this.#changes && known.madeOf !== this.#stampOf(table)) return undefined;
    known.seen = this.#changes;
    // What is kept for a table is what that table computed.
    return known.values as ReadonlyMap<string, T>;
  }

  #keepDerived<T extends Fact>(
    table: DerivedTable<T>,
    values: ReadonlyMap<string, T>,
    madeOf: string,
  ): ReadonlyMap<string, T> {
    const before: ReadonlyMap<string, Fact> = this.#derived.get(table)?.values ?? NO_FACTS;
    const made: Derived = { values, madeOf, seen: 0 };
    this.#derived.set(table, made);
    for (const [key, value] of values) if (!isSameFact(before.get(key), value)) this.#tell(table, key);
    for (const key of before.keys()) if (!values.has(key)) this.#tell(table, key);
    made.seen = this.#changes;
    return values;
  }

  /** A number that is another one when anything in the table is. */
  #versionOf(table: Table): number {
    if (table.kind === 'derived') this.allDerived(table);
    return this.#versions.get(table) ?? 0;
  }

  #stampOf({ from }: DerivedTable): string {
    return from.map((table) => this.#versionOf(table)).join();
  }

  #tell(table: Table, key: string): void {
    this.#changes++;
    this.#versions.set(table, (this.#versions.get(table) ?? 0) + 1);
    this.#listener.changed(table, key);
  }

  #setFacts(
    table: FactTable,
    uri: Uri,
    before: ReadonlyMap<string, Fact>,
    after: ReadonlyMap<string, Fact>,
  ): void {
    if (before === after || (before.size === 0 && after.size === 0)) return;
    const cells = this.#facts.get(table) ?? new Map<string, Found<Fact>[]>();
    for (const [key, value] of after) {
      const was = before.get(key);
      if (was !== undefined && isSameFact(was, value)) continue;
      const cell = cells.get(key);
      if (cell) put(cell, { uri, value });
      else cells.set(key, [{ uri, value }]);
      this.#tell(table, key);
    }
    for (const key of before.keys()) {
      if (after.has(key)) continue;
      const cell = cells.get(key)?.filter((found) => found.uri !== uri) ?? [];
      if (cell.length > 0) cells.set(key, cell);
      else cells.delete(key);
      this.#tell(table, key);
    }
  }

  #newNumber(uri: Uri): number {
    const number = this.#freeNumbers.pop() ?? this.#uris.length;
    this.#uris[number] = uri;
    return number;
  }
}

/** Puts a fact at its place in the order of the files, instead of that of the same file. */
function put(cell: Found<Fact>[], found: Found<Fact>): void {
  const place = placeOf(cell, found.uri, ({ uri }) => uri);
  cell.splice(place, cell[place]?.uri === found.uri ? 1 : 0, found);
}

/** Binary search: where the address stands, or would stand. */
function placeOf<T>(cell: readonly T[], uri: Uri, uriOf: (item: T) => Uri): number {
  let low = 0;
  let high = cell.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = cell[middle];
    if (item !== undefined && uriOf(item) < uri) low = middle + 1;
    else high = middle;
  }
  return low;
}
