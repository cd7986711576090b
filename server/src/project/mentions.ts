import type { Occurrence } from '../model/occurrence';
import { atOnce } from '../text/inPieces';
import type { Uri } from '../text/uri';
import { nameKey } from './fileNames';
import type { FileChanges } from './fileTable';
import type { ProjectFile } from './snapshot';
import { withItem, withoutItem } from './sortedList';
import { VersionedMap } from './versionedMap';

type Role = Occurrence['role'];

/** One file, or several in the order of their addresses. A list for each of the many names of one file is memory lost. */
type Files = Uri | readonly Uri[];

type FilesByKey = Readonly<Record<Role, VersionedMap<string, Files>>>;

const ROLES: readonly Role[] = ['definition', 'reference'];

/**
 * Which files of a bot mention which name. Where in a file a name stands is the file's own matter, so that a change to a
 * file changes this table only where a name came to the file or left it.
 */
export class MentionTable {
  readonly #files: FilesByKey;

  private constructor(files: FilesByKey) {
    this.#files = files;
  }

  /** @param files in the order of their addresses */
  static of(files: ReadonlyMap<Uri, ProjectFile>): MentionTable {
    return atOnce(MentionTable.inSteps(files));
  }

  /** The same in steps, a file at a time. @param files in the order of their addresses */
  static *inSteps(files: ReadonlyMap<Uri, ProjectFile>): Generator<void, MentionTable, void> {
    const found = { definition: new Map<string, Uri | Uri[]>(), reference: new Map<string, Uri | Uri[]>() };
    const spelt = new Map<string, string>();
    for (const file of files.values()) {
      const keys = keysOf(file.occurrences);
      for (const role of ROLES) {
        for (const key of keys[role]) {
          // One string for both roles.
          if (!spelt.has(key)) spelt.set(key, key);
          append(found[role], spelt.get(key) ?? key, file.uri);
        }
      }
      yield;
    }
    return new MentionTable({
      definition: new VersionedMap<string, Files>(found.definition),
      reference: new VersionedMap<string, Files>(found.reference),
    });
  }

  /** The table after a change. @param before the files as this table knows them */
  with(changes: FileChanges, before: ReadonlyMap<Uri, ProjectFile>): MentionTable {
    const changed = {
      definition: new Map<string, Files | undefined>(),
      reference: new Map<string, Files | undefined>(),
    };
    for (const [uri, file] of changes) {
      const [old, now] = differingKeys(before.get(uri)?.occurrences ?? [], file?.occurrences ?? []);
      for (const role of ROLES) {
        const own = changed[role];
        const filesOf = (key: string): readonly Uri[] =>
          listed(own.has(key) ? own.get(key) : this.#files[role].get(key));
        for (const key of old[role])
          if (!now[role].has(key)) own.set(key, packed(withoutItem(filesOf(key), uri)));
        for (const key of now[role])
          if (!old[role].has(key)) own.set(key, packed(withItem(filesOf(key), uri)));
      }
    }
    return new MentionTable({
      definition: next(this.#files.definition, changed.definition),
      reference: next(this.#files.reference, changed.reference),
    });
  }

  /** The files that mention a name in a role, in the order of their addresses. @param key the name's `nameKey` */
  of(key: string, role: Role): readonly Uri[] {
    return listed(this.#files[role].get(key));
  }
}

type Keys = Readonly<Record<Role, ReadonlySet<string>>>;

/** The keys of names that are mentioned. */
function keysOf(occurrences: readonly Occurrence[]): Keys {
  const keys = { definition: new Set<string>(), reference: new Set<string>() };
  for (const { symbol, name, role } of occurrences) keys[role].add(nameKey(symbol, name));
  return keys;
}

/** The keys of a file before and after an edit, without many that are in both: often there is no other. */
function differingKeys(
  before: readonly Occurrence[],
  now: readonly Occurrence[],
): readonly [before: Keys, now: Keys] {
  const shared = Math.min(before.length, now.length);
  let start = 0;
  while (start < shared && isSameName(before[start], now[start])) start++;
  if (start === before.length && start === now.length) return [NO_KEYS, NO_KEYS];
  return [keysOf(before), keysOf(now)];
}

const NO_KEYS: Keys = { definition: new Set(), reference: new Set() };

function isSameName(a: Occurrence | undefined, b: Occurrence | undefined): boolean {
  return a?.name === b?.name && a?.symbol === b?.symbol && a?.role === b?.role;
}

function append(lists: Map<string, Uri | Uri[]>, key: string, uri: Uri): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, uri);
  else if (typeof known === 'string') lists.set(key, [known, uri]);
  else known.push(uri);
}

function listed(files: Files | undefined): readonly Uri[] {
  return files === undefined ? [] : typeof files === 'string' ? [files] : files;
}

function packed(files: readonly Uri[]): Files | undefined {
  return files.length > 1 ? files : files[0];
}

function next(
  files: VersionedMap<string, Files>,
  changes: ReadonlyMap<string, Files | undefined>,
): VersionedMap<string, Files> {
  return changes.size === 0 ? files : files.with(changes);
}
