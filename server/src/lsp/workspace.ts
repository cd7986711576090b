import { definitionKindOf, isSkippedFolder } from '../files/definitionNames';
import type { FileSystem } from '../files/fileSystem';
import { OverlayFileSystem } from '../files/overlay';
import { Project } from '../project/project';
import type { ProjectSnapshot } from '../project/snapshot';
import { baseNameOf, isWithin, joinUri, parentOf, type Uri } from '../text/uri';

/**
 * The files of the workspace under the open documents. Changes are only noted; files are read and parsed when a
 * snapshot is asked for, so that ten changes in a row cost one parse.
 */
export class Workspace {
  readonly #disk: FileSystem;
  readonly #overlay: OverlayFileSystem;
  readonly #project: Project;
  #folders: readonly Uri[] = [];
  readonly #open = new Set<Uri>();
  /** Folders of bots outside the workspace's folders whose files are open, by open document. */
  readonly #loose = new Map<Uri, Uri>();
  readonly #noted = new Set<Uri>();
  #foldersChanged = true;
  #rescan = false;
  /** What is left to read of the folders. */
  #scan: Iterator<void> | undefined;

  constructor(disk: FileSystem, maxBytes: number | undefined) {
    this.#disk = disk;
    this.#overlay = new OverlayFileSystem(disk, maxBytes);
    this.#project = new Project(this.#overlay);
  }

  /** The workspace as it is now, open documents before files. */
  snapshot(): ProjectSnapshot {
    for (const _ of this.read());
    for (const uri of this.#noted) this.#project.refresh(uri);
    this.#noted.clear();
    return this.#project.snapshot();
  }

  /** Whether all files of the folders have been read: a snapshot takes no longer than what was noted. */
  get isRead(): boolean {
    return !this.#foldersChanged && !this.#rescan && this.#scan === undefined;
  }

  /** Reads the files of the folders that are not read yet, one at a step. Left in the middle, it is gone on with by the next. */
  *read(): Generator<void, void, void> {
    while (!this.isRead) {
      if (this.#foldersChanged || this.#rescan) {
        this.#foldersChanged = false;
        this.#rescan = false;
        this.#noted.clear();
        this.#scan = this.#project.scan(this.#distinctFolders());
      }
      if (this.#scan?.next().done === true) this.#scan = undefined;
      else yield;
    }
  }

  /** Forgets trees of files that are not open, in steps between which everything else may be done. */
  releaseTrees(): Generator<void, void, void> {
    return this.#project.releaseTrees((uri) => this.#open.has(uri));
  }

  setFolders(folders: readonly Uri[]): void {
    this.#folders = folders;
    this.#foldersChanged = true;
    this.#loose.clear();
    for (const uri of this.#open) this.#adopt(uri);
  }

  changeFolders(added: readonly Uri[], removed: readonly Uri[]): void {
    const gone = new Set(removed);
    this.setFolders([...this.#folders.filter((folder) => !gone.has(folder)), ...added]);
  }

  get folders(): readonly Uri[] {
    return this.#folders;
  }

  /** A document was opened or its text changed. */
  setText(uri: Uri, text: string): void {
    if (!this.#open.has(uri)) this.#adopt(uri);
    this.#open.add(uri);
    this.#overlay.open(uri, text);
    this.#noted.add(uri);
  }

  close(uri: Uri): void {
    this.#open.delete(uri);
    this.#overlay.close(uri);
    if (this.#loose.delete(uri)) this.#foldersChanged = true;
    this.#noted.add(uri);
  }

  /** Files or folders changed, came or went on disk. */
  noteChanges(changed: readonly Uri[]): void {
    let folders: ReadonlySet<Uri> | undefined;
    for (const uri of changed) {
      if (definitionKindOf(baseNameOf(uri)) !== undefined) {
        this.#noted.add(uri);
      } else if (!uri.split('/').some(isSkippedFolder)) {
        folders ??= this.#knownFolders();
        if (folders.has(uri) || this.#disk.definitionFiles(uri).length > 0) this.#noted.add(uri);
      }
    }
  }

  /** For clients that cannot watch files: everything is listed and read again with the next snapshot. */
  noteAll(): void {
    this.#rescan = true;
  }

  /** A file outside every folder belongs to the bot of the nearest bot.yaml above it. */
  #adopt(uri: Uri): void {
    if (!uri.startsWith('file:') || this.#folders.some((folder) => isWithin(folder, uri))) return;
    for (let folder = parentOf(uri); folder.length > 'file:///'.length; folder = parentOf(folder)) {
      if (baseNameOf(uri) !== 'bot.yaml' && !this.#disk.read(joinUri(folder, 'bot.yaml')).ok) continue;
      this.#loose.set(uri, folder);
      this.#foldersChanged = true;
      return;
    }
  }

  #distinctFolders(): readonly Uri[] {
    const all = [...new Set([...this.#folders, ...this.#loose.values()])];
    return all.filter((folder) => !all.some((other) => other !== folder && isWithin(other, folder)));
  }

  /** Every folder that holds a definition file, at any depth. */
  #knownFolders(): ReadonlySet<Uri> {
    const folders = new Set<Uri>();
    const snapshot = this.#project.snapshot();
    const files = [
      ...snapshot.bots.flatMap((bot) => [...bot.files.keys()]),
      ...snapshot.orphans.map(({ uri }) => uri),
    ];
    for (const file of files) {
      for (let folder = parentOf(file); folder !== '' && !folders.has(folder); folder = parentOf(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }
}
