import type { Dialog } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import { type EntryIdentity, identityOf } from '../../syntax/entryIdentity';
import type { MapEntry } from '../../syntax/tree';
import { type Fact, type FactTable, factTable, isSameFact, oncePerTree } from '../engine/table';
import { type FilePart, partsOf } from '../part';
import { ChangedParts } from './changedParts';

/** A part that can be understood as a dialog. */
export interface DialogPart extends FilePart {
  readonly entry: MapEntry;
  readonly dialog: Dialog;
}

/** The dialogs of a file, in its order. */
export const dialogPartsIn = oncePerTree((file) => partsOf(file).filter(isDialogPart));

function isDialogPart(part: FilePart): part is DialogPart {
  return part.dialog !== undefined;
}

/** True for a file in which an edit has left dialogs alone. */
export function isEdited(file: ProjectFile): boolean {
  return dialogPartsIn(file).some(({ entry }) => identityOf(entry));
}

type Collect<T> = (part: DialogPart, place: number) => T;

/** What is said about a dialog, by the number of who says it. */
interface Record {
  readonly flow: string;
  /** What each value was worked out from besides the dialog and its flow. */
  readonly from: readonly string[];
  readonly values: readonly unknown[];
}

const collectors: Collect<unknown>[] = [];
const sources: Collect<string>[] = [];
/** The numbers of those that depend on more than the dialog and its flow. */
const dependent: number[] = [];

/**
 * Something that is said about each dialog by itself, and remembered for those that an edit has left alone, wherever it
 * moves them. It holds no offsets.
 */
export class DialogFact<T> {
  readonly #number: number;
  readonly #collect: Collect<T>;

  /**
   * @param collect must depend on nothing but the dialog, its flow, and `from`
   * @param from what `collect` depends on besides: it is asked again where this is another text
   */
  constructor(collect: Collect<T>, from?: Collect<string>) {
    this.#collect = collect;
    this.#number = collectors.push(collect) - 1;
    sources.push(from ?? (() => ''));
    if (from) dependent.push(this.#number);
  }

  /** What is said about the dialogs of a file, in its order. */
  in(file: ProjectFile): readonly T[] {
    return isEdited(file)
      ? recordsIn(file).map((record) => this.#of(record))
      : dialogPartsIn(file).map(this.#collect);
  }

  /** True when each dialog is known to say what it said before: a guess on the safe side. */
  isUnchanged(before: ProjectFile, now: ProjectFile, isSame: (a: T, b: T) => boolean): boolean {
    if (!isEdited(now)) return false;
    const changes = changedRecords.since(before, now);
    return changes?.every(([old, own]) => isSame(this.#of(old), this.#of(own))) ?? false;
  }

  #of(record: Record): T {
    // What stands under its number was collected by it.
    return record.values[this.#number] as T;
  }
}

const recordsOfEntries = new WeakMap<EntryIdentity, Record>();

const recordsIn = oncePerTree((file) => dialogPartsIn(file).map(recordOf));

const changedRecords = new ChangedParts(recordsIn);

function recordOf(part: DialogPart, place: number): Record {
  const { entry, flow } = part;
  const identity = identityOf(entry);
  const known = identity && recordsOfEntries.get(identity);
  const old = known?.flow === flow ? known : undefined;
  if (old && dependent.every((number) => old.from[number] === sources[number]?.(part, place))) return old;
  const from = sources.map((source) => source(part, place));
  const values = collectors.map((collect, number) =>
    old && old.from[number] === from[number] ? old.values[number] : collect(part, place),
  );
  const record: Record = { flow, from, values };
  if (identity) recordsOfEntries.set(identity, record);
  return record;
}

/** A table that is made of what is said about each dialog. */
export function tableOf<P, T extends Fact>(
  fact: DialogFact<P>,
  isSame: (a: P, b: P) => boolean,
  merge: (all: readonly P[]) => ReadonlyMap<string, T>,
): FactTable<T> {
  return factTable(['flow'], (file, before) =>
    before && fact.isUnchanged(before.file, file, isSame) ? before.facts : merge(fact.in(file)),
  );
}

/**
 * A table of facts about dialogs: what `collect` says of each by itself, those with one key in the order of the file.
 *
 * @param collect says undefined where there is nothing to say
 * @param from what `collect` depends on besides the dialog and its flow: it is asked again where this is another text
 */
export function dialogTable<T extends Fact>(
  collect: Collect<readonly [key: string, fact: T] | undefined>,
  from?: Collect<string>,
): FactTable<T[]> {
  return tableOf(new DialogFact(collect, from), isSameFact, (all) => {
    const found = new Map<string, T[]>();
    for (const one of all) {
      if (!one) continue;
      const [key, fact] = one;
      const others = found.get(key);
      if (others) others.push(fact);
      else found.set(key, [fact]);
    }
    return found;
  });
}
