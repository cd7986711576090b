import type { ProjectFile } from '../../project/snapshot';
import type { FileKind, SyntaxFile } from '../../syntax/tree';
import type { Uri } from '../../text/uri';
import type { Index } from './lookups';

/** What a file says under a key: plain data without offsets, so that text that only moves changes nothing. */
export type Fact = string | number | boolean | readonly Fact[];

/** What a file said. Nothing else may be asked of that file: its text may be another one by now. */
export interface Said<T extends Fact> {
  readonly file: ProjectFile;
  readonly facts: ReadonlyMap<string, T>;
}

/** What one file says, by key. A function of the file alone. */
export interface FactTable<T extends Fact = Fact> {
  readonly kind: 'facts';
  /**
   * Collects the facts of a file.
   * @param before what it said before it changed: the same map comes back where the table can tell cheaply that it says that still
   */
  of(file: ProjectFile, before?: Said<T>): ReadonlyMap<string, T>;
}

/**
 * What files may have in common, by a hash. Whoever has a key asks who else has it: the table is its own record of who
 * asked, which for every expression of a bot would cost more than the check.
 */
export interface MeetingTable {
  readonly kind: 'meeting';
  /** The entries of a file: a key, which is never 0, and a tag in turn; with key 0 what has nothing in common. */
  of(file: ProjectFile): Int32Array;
  /** True when entries with these tags and one key may have something in common. A look at the files decides. */
  readonly alike: (a: number, b: number) => boolean;
  /** A key that more files share tells nothing. */
  readonly most: number;
  /** Which of the files with entries that are alike are concerned when that of `changed` came or went. In order. */
  readonly concerned: (files: readonly Uri[], changed: Uri) => readonly Uri[];
}

/** What follows from whole tables. Computed when one of them changed and somebody asks. */
export interface DerivedTable<T extends Fact = Fact> {
  readonly kind: 'derived';
  /** Everything that `compute` looks at. */
  readonly from: readonly Table[];
  /** At once, or in steps where that takes longer than a file. */
  compute(index: Index): ReadonlyMap<string, T> | Generator<void, ReadonlyMap<string, T>, void>;
}

/** What is handed in: LIVE, what was measured, and each file as it is. */
export interface InputTable {
  readonly kind: 'input';
}

export type Table = FactTable | MeetingTable | DerivedTable | InputTable;

/** LIVE as it is handed in. */
export const LIVE: InputTable = { kind: 'input' };
/** What was measured, as it is handed in. */
export const MEASURED: InputTable = { kind: 'input' };
/** The files themselves, by address. */
export const FILES: InputTable = { kind: 'input' };

/** A table of facts about files of some kinds; the index of a bot keeps those of each file. */
export function factTable<T extends Fact>(
  kinds: readonly FileKind[] | 'all',
  collect: (file: ProjectFile, before?: Said<T>) => ReadonlyMap<string, T>,
): FactTable<T> {
  const none: ReadonlyMap<string, T> = new Map();
  return {
    kind: 'facts',
    of(file, before) {
      if (kinds !== 'all' && !kinds.includes(file.kind)) return none;
      const facts = collect(file, before);
      // Most files have nothing to say in most tables, and an empty map of their own is as large as what else is kept of them.
      return facts.size > 0 ? facts : none;
    },
  };
}

/** Remembers what a function finds in the tree of a file, as long as the tree is kept. */
export function oncePerTree<T extends object>(find: (file: ProjectFile) => T): (file: ProjectFile) => T {
  const known = new WeakMap<SyntaxFile, T>();
  return (file) => {
    const { syntax } = file;
    let found = known.get(syntax);
    if (!found) known.set(syntax, (found = find(file)));
    return found;
  };
}

export function isSameFact(a: Fact | undefined, b: Fact | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a.length !== b.length) return false;
  return a.every((item, index) => isSameFact(item, b[index]));
}
