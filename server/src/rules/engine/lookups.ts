import type { ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import type { Measured } from '../measured';
import type { FilePart } from '../part';
import type { LiveState } from '../rule';
import type { DerivedTable, Fact, FactTable, MeetingTable } from './table';

/** One file's fact. */
export interface Found<T> {
  readonly uri: Uri;
  readonly value: T;
}

/** What a bot's files say together. */
export interface Lookups {
  /** What each file says under a key, in the order of their addresses. */
  look<T extends Fact>(table: FactTable<T>, key: string): readonly Found<T>[];
  /** A whole table, its keys in no order. */
  all<T extends Fact>(table: FactTable<T>): ReadonlyMap<string, readonly Found<T>[]>;
  derived<T extends Fact>(table: DerivedTable<T>, key: string): T | undefined;
  /** Another file as it is, for places in it; undefined when there is no such file any more. */
  open(uri: Uri): ProjectFile | undefined;
  readonly live: LiveState;
  readonly measured: Measured;
}

/** Lookups as derived tables make them. */
export interface Index extends Lookups {
  /** A whole derived table. */
  allDerived<T extends Fact>(table: DerivedTable<T>): ReadonlyMap<string, T>;
}

/** What a rule may ask while it checks a file. Every question is remembered together with the file. */
export interface CheckContext extends Lookups {
  /** Codes of all rules. */
  readonly codes: readonly string[];
  /** The files before this one that may have something in common with it, in order. Only for what the table has of it. */
  met(table: MeetingTable, key: number, tag: number): readonly Uri[];
  /** Whether any file has this key with a tag like this one; any change in the table is a reason to ask again. */
  holds(table: MeetingTable, key: number, tag: number): boolean;
  /** From now on any change in the table is a reason to ask again: for who looks further than the first that it met. */
  watch(table: MeetingTable): void;
  /** What `find` says about the checked file, found once for all rules that ask. */
  once<T>(find: (file: ProjectFile, context: CheckContext) => T): T;
}

/** What a rule may ask while it checks a part of a file: what it says then must not hang on the rest of the file. */
export interface PartContext extends Lookups {
  /** What `find` says about the checked part, found once for all rules that ask. */
  once<T>(find: (part: FilePart, context: PartContext) => T): T;
}
