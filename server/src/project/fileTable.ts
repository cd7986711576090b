import type { Uri } from '../text/uri';
import type { ProjectFile } from './snapshot';
import { withItem, withoutItem } from './sortedList';
import { VersionedMap } from './versionedMap';

/** What is new in a table of files: the file, or undefined for one that went. */
export type FileChanges = ReadonlyMap<Uri, ProjectFile | undefined>;

/** Files by address, in the order of their addresses. Immutable; the next table costs what differs, not what is there. */
export class FileTable implements ReadonlyMap<Uri, ProjectFile> {
  readonly #order: readonly Uri[];
  readonly #byUri: VersionedMap<Uri, ProjectFile>;

  private constructor(order: readonly Uri[], byUri: VersionedMap<Uri, ProjectFile>) {
    this.#order = order;
    this.#byUri = byUri;
  }

  /** @param files in code point order of their addresses */
  static of(files: ReadonlyMap<Uri, ProjectFile>): FileTable {
    return new FileTable([...files.keys()], new VersionedMap(new Map(files)));
  }

  /** The next table. Only the newest one of a line can be followed by another. */
  with(changes: FileChanges): FileTable {
    let order = this.#order;
    for (const [uri, file] of changes) order = file ? withItem(order, uri) : withoutItem(order, uri);
    return new FileTable(order, this.#byUri.with(changes));
  }

  get size(): number {
    return this.#order.length;
  }

  get(uri: Uri): ProjectFile | undefined {
    return this.#byUri.get(uri);
  }

  has(uri: Uri): boolean {
    return this.#byUri.get(uri) !== undefined;
  }

  forEach(
    visit: (file: ProjectFile, uri: Uri, table: ReadonlyMap<Uri, ProjectFile>) => void,
    self?: unknown,
  ): void {
    for (const [uri, file] of this) visit.call(self, file, uri, this);
  }

  keys(): MapIterator<Uri> {
    return this.#order.values();
  }

  *values(): MapIterator<ProjectFile> {
    for (const [, file] of this) yield file;
  }

  *entries(): MapIterator<[Uri, ProjectFile]> {
    for (const uri of this.#order) {
      const file = this.#byUri.get(uri);
      if (file) yield [uri, file];
    }
  }

  [Symbol.iterator](): MapIterator<[Uri, ProjectFile]> {
    return this.entries();
  }
}
