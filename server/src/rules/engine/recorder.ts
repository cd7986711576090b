import type { ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import type { Measured } from '../measured';
import type { FilePart } from '../part';
import type { LiveState, Rule } from '../rule';
import type { BotIndex } from './botIndex';
import type { CheckContext, Found, Lookups, PartContext } from './lookups';
import {
  type DerivedTable,
  type Fact,
  FILES,
  type FactTable,
  LIVE,
  MEASURED,
  type MeetingTable,
  type Table,
} from './table';

/** Stands for every key of a table. */
const ANY = undefined;

/** A question; about everything in a table without a key. */
export interface Asked {
  readonly table: Table;
  readonly key: string | undefined;
}

/** Who asked what: files by table and key, and rules by table. `File` is whatever stands for a file. */
export class Questions<File extends object> {
  /** One file stands there by itself: most keys are asked for by one, and a set is larger than all else that is kept of it. */
  readonly #files = new Map<Table, Map<string | undefined, File | Set<File>>>();
  readonly #rules = new Map<Table, Set<Rule>>();

  note(table: Table, key: string | undefined, file: File): void {
    let byKey = this.#files.get(table);
    if (!byKey) {
      byKey = new Map();
      this.#files.set(table, byKey);
    }
    const files = byKey.get(key);
    if (files instanceof Set) files.add(file);
    else if (!files) byKey.set(key, file);
    else if (files !== file) byKey.set(key, new Set([files, file]));
  }

  /** From now on the rule is one that asks this table. */
  noteRule(table: Table, rule: Rule): void {
    const rules = this.#rules.get(table);
    if (rules) rules.add(rule);
    else this.#rules.set(table, new Set([rule]));
  }

  /** Who asked for the key, or for the whole table. They are forgotten: they will ask again if they still want to know. */
  *take(table: Table, key: string): Iterable<File> {
    const byKey = this.#files.get(table);
    if (!byKey) return;
    for (const asked of [key, ANY]) {
      const files = byKey.get(asked);
      if (!files) continue;
      byKey.delete(asked);
      if (files instanceof Set) yield* files;
      else yield files;
    }
  }

  /** Takes back what a file asked. */
  forget(file: File, asked: Iterable<Asked>): void {
    for (const { table, key } of asked) {
      const byKey = this.#files.get(table);
      const files = byKey?.get(key);
      if (files instanceof Set) files.delete(file);
      if (files === file || (files instanceof Set && files.size === 0)) byKey?.delete(key);
    }
  }

  rulesOf(table: Table): Iterable<Rule> {
    return this.#rules.get(table) ?? [];
  }

  /** Somebody asked this table, and was not told of a change since. */
  isAsked(table: Table): boolean {
    return (this.#files.get(table)?.size ?? 0) > 0;
  }
}

/** What the recorders of one check have in common. */
export interface RecorderParts<File extends object> {
  readonly index: BotIndex;
  /** Undefined where nothing will change: then nobody needs to know who asked what. */
  readonly questions: Questions<File> | undefined;
  readonly codes: readonly string[];
}

/** What was found once, by the function that found it, with the tables that it asked. */
type FoundOnce = Map<unknown, { readonly value: unknown; readonly tables: ReadonlySet<Table> }>;

/** The lookups of the rules that check one file, remembered. */
export class Recorder<File extends object> implements CheckContext {
  /** Who asks now. */
  rule: Rule | undefined;
  readonly codes: readonly string[];
  readonly #index: BotIndex;
  readonly #questions: Questions<File> | undefined;
  readonly #asker: File;
  readonly #file: ProjectFile;
  readonly #log: Asked[] | undefined;
  #number: number | undefined;
  readonly #found: FoundOnce = new Map();
  /** What is asked while something is found once: whoever asks for it later asked that, too. */
  readonly #asked: Set<Table>[] = [];

  /** @param log takes every question */
  constructor(parts: RecorderParts<File>, asker: File, file: ProjectFile, log?: Asked[]) {
    this.codes = parts.codes;
    this.#index = parts.index;
    this.#questions = parts.questions;
    this.#asker = asker;
    this.#file = file;
    this.#log = log;
  }

  look<T extends Fact>(table: FactTable<T>, key: string): readonly Found<T>[] {
    this.#note(table, key);
    return this.#index.look(table, key);
  }

  all<T extends Fact>(table: FactTable<T>): ReadonlyMap<string, readonly Found<T>[]> {
    this.#note(table, ANY);
    return this.#index.all(table);
  }

  derived<T extends Fact>(table: DerivedTable<T>, key: string): T | undefined {
    const value = this.#index.derived(table, key);
    this.#note(table, key);
    return value;
  }

  open(uri: Uri): ProjectFile | undefined {
    // A file that changes is checked again by all rules anyway.
    if (uri !== this.#file.uri) this.#note(FILES, uri);
    return this.#index.open(uri);
  }

  get live(): LiveState {
    this.#note(LIVE, '');
    return this.#index.live;
  }

  get measured(): Measured {
    this.#note(MEASURED, '');
    return this.#index.measured;
  }

  met(table: MeetingTable, key: number, tag: number): readonly Uri[] {
    this.#noteRule(table);
    this.#number ??= this.#index.numberOf(this.#file.uri);
    return this.#index.met(table, this.#number, key, tag);
  }

  holds(table: MeetingTable, key: number, tag: number): boolean {
    this.watch(table);
    return this.#index.holds(table, key, tag);
  }

  watch(table: MeetingTable): void {
    this.#note(table, ANY);
  }

  once<T>(find: (file: ProjectFile, context: CheckContext) => T): T {
    return this.#once(this.#found, find, () => find(this.#file, this));
  }

  /** The lookups of the rules that check a part of the file. */
  forPart(part: FilePart): PartContext {
    const found: FoundOnce = new Map();
    const recorder = this as Lookups;
    const context: PartContext = {
      look: (table, key) => recorder.look(table, key),
      all: (table) => recorder.all(table),
      derived: (table, key) => recorder.derived(table, key),
      open: (uri) => recorder.open(uri),
      get live() {
        return recorder.live;
      },
      get measured() {
        return recorder.measured;
      },
      once: (find) => this.#once(found, find, () => find(part, context)),
    };
    return context;
  }

  #once<T>(found: FoundOnce, find: unknown, make: () => T): T {
    const known = found.get(find);
    if (known) {
      for (const table of known.tables) this.#noteRule(table);
      // What stands under a function came from that function.
      return known.value as T;
    }
    const tables = new Set<Table>();
    this.#asked.push(tables);
    try {
      const value = make();
      found.set(find, { value, tables });
      return value;
    } finally {
      this.#asked.pop();
    }
  }

  #note(table: Table, key: string | undefined): void {
    if (!this.#questions) return;
    this.#questions.note(table, key, this.#asker);
    this.#log?.push({ table, key });
    this.#noteRule(table);
  }

  #noteRule(table: Table): void {
    if (!this.#questions) return;
    if (this.rule) this.#questions.noteRule(table, this.rule);
    for (const tables of this.#asked) tables.add(table);
  }
}
