import type { Occurrence } from '../model/occurrence';
import type { Uri } from '../text/uri';
import { nameKey } from './fileNames';
import type { FileChanges } from './fileTable';
import type { ProjectFile } from './snapshot';
import { withItem, withoutItem } from './sortedList';
import { VersionedMap } from './versionedMap';

/** The files that define a name, and those that refer to it, each in the order of their addresses. */
export interface Mentions {
  readonly definitions: readonly Uri[];
  readonly references: readonly Uri[];
}

const NO_FILES: readonly Uri[] = [];
const NOWHERE: Mentions = { definitions: NO_FILES, references: NO_FILES };

/**
 * Which files of a bot mention which name. Where in a file a name stands is the file's own matter, so that a change to a
 * file changes this table only where a name came to the file or left it.
 */
export class MentionTable {
  readonly #byKey: VersionedMap<string, Mentions>;

  private constructor(byKey: VersionedMap<string, Mentions>) {
    this.#byKey = byKey;
  }

  /** @param files in the order of their addresses */
  static of(files: ReadonlyMap<Uri, ProjectFile>): MentionTable {
    const byKey = new Map<string, { definitions: Uri[]; references: Uri[] }>();
    for (const file of files.values()) {
      for (const [key, roles] of rolesIn(file)) {
        const found = byKey.get(key) ?? { definitions: [], references: [] };
        byKey.set(key, found);
        if (roles.definition) found.definitions.push(file.uri);
        if (roles.reference) found.references.push(file.uri);
      }
    }
    return new MentionTable(new VersionedMap<string, Mentions>(byKey));
  }

  /** The table after a change. @param before the files as this table knows them */
  with(changes: FileChanges, before: ReadonlyMap<Uri, ProjectFile>): MentionTable {
    const changed = new Map<string, Mentions | undefined>();
    for (const [uri, file] of changes) {
      const known = before.get(uri);
      const old = known ? rolesIn(known) : NO_ROLES;
      const now = file ? rolesIn(file) : NO_ROLES;
      for (const key of new Set([...old.keys(), ...now.keys()])) {
        const was = old.get(key);
        const is = now.get(key);
        if (was?.definition === is?.definition && was?.reference === is?.reference) continue;
        const found = changed.has(key) ? changed.get(key) : this.#byKey.get(key);
        const next = {
          definitions: moved(found?.definitions, uri, is?.definition === true),
          references: moved(found?.references, uri, is?.reference === true),
        };
        changed.set(key, next.definitions.length + next.references.length > 0 ? next : undefined);
      }
    }
    return changed.size === 0 ? this : new MentionTable(this.#byKey.with(changed));
  }

  /** @param key the name's `nameKey` */
  of(key: string): Mentions {
    return this.#byKey.get(key) ?? NOWHERE;
  }
}

interface Roles {
  readonly definition: boolean;
  readonly reference: boolean;
}

const NO_ROLES: ReadonlyMap<string, Roles> = new Map();

/** How a file mentions each name, by the name's key. */
function rolesIn(file: ProjectFile): ReadonlyMap<string, Roles> {
  const roles = new Map<string, Record<Occurrence['role'], boolean>>();
  for (const { symbol, name, role } of file.occurrences) {
    const key = nameKey(symbol, name);
    const found = roles.get(key);
    if (found) found[role] = true;
    else roles.set(key, { definition: role === 'definition', reference: role === 'reference' });
  }
  return roles;
}

function moved(files: readonly Uri[] = NO_FILES, uri: Uri, mentions: boolean): readonly Uri[] {
  return mentions ? withItem(files, uri) : withoutItem(files, uri);
}
