import { definitionKindOf, isSearchedIn } from '../files/definitionNames';
import type { WatchedFileSystem } from '../files/fileSystem';
import { OverlayFileSystem } from '../files/overlay';
import { Project } from '../project/project';
import type { ProjectSnapshot } from '../project/snapshot';
import { atOnce } from '../text/inPieces';
import { baseNameOf, isWithin, joinUri, parentOf, type Uri } from '../text/uri';

/**
 * The files of the workspace under the open documents. Changes are only noted; files are read and parsed when a
 * snapshot is asked for, so that ten changes in a row cost one parse.
 */
export class Workspace {
  readonly #disk: WatchedFileSystem;
  readonly #overlay: OverlayFileSystem;
  readonly #project: Project;
  #folders: readonly Uri[] = [];
  readonly #open = new Set<Uri>();
  /** Folders of bots outside the workspace's folders whose files are open, by open document. */
  readonly #loose = new Map<Uri, Uri>();
  readonly #noted = new Set<Uri>();
  /** The same of what may concern many files, and is read in steps: folders, and every bot.yaml that may come or go. */
  readonly #notedMuch = new Set<Uri>();
  #foldersChanged = true;
  #rescan = false;
  /** What is left to read of the folders. */
  #scan: Generator<void, void, void> | undefined;

  constructor(disk: WatchedFileSystem, maxBytes: number | undefined) {
    this.#disk = disk;
    this.#overlay = new OverlayFileSystem(disk, maxBytes);
    this.#project = new Project(this.#overlay);
  }

  /** The workspace as it is now, open documents before files. */
  snapshot(): ProjectSnapshot {
    atOnce(this.read());
    for (const uri of this.#noted) this.#project.refresh(uri);
    this.#noted.clear();
    return this.#project.snapshot();
  }

  /** Whether all files of the folders have been read: a snapshot takes no longer than what was noted. */
  get isRead(): boolean {
    return !this.#foldersChanged && !this.#rescan && this.#scan === undefined && this.#notedMuch.size === 0;
  }

  /** Reads the files of the folders that are not read yet, one at a step. Left in the middle, it is gone on with by the next. */
  *read(): Generator<void, void, void> {
    while (!this.isRead) {
      if (this.#foldersChanged || this.#rescan) {
        this.#foldersChanged = false;
        this.#rescan = false;
        this.#noted.clear();
        this.#notedMuch.clear();
        this.#scan?.return();
        this.#scan = this.#project.scan(this.#distinctFolders());
      }
      this.#scan ??= this.#nextNoted();
      if (this.#scan?.next().done === true) this.#scan = undefined;
      else yield;
    }
  }

  #nextNoted(): Generator<void, void, void> | undefined {
    for (const uri of this.#notedMuch) {
      this.#notedMuch.delete(uri);
      // A folder stands for everything below it: what came with it is read with it.
      if (!this.#isNotedAbove(uri)) return this.#project.refreshInSteps(uri);
    }
    return undefined;
  }

  /** Forgets trees of files that are not open, in steps between which everything else may be done. */
  releaseTrees(): Generator<void, void, void> {
    return this.#project.releaseTrees(this.#open);
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
    const isNew = !this.#open.has(uri);
    if (isNew) this.#adopt(uri);
    this.#open.add(uri);
    this.#overlay.open(uri, text);
    if (isNew) this.#note(uri);
    else this.#noted.add(uri);
  }

  close(uri: Uri): void {
    this.#open.delete(uri);
    this.#overlay.close(uri);
    if (this.#loose.delete(uri)) this.#foldersChanged = true;
    this.#note(uri);
  }

  /**
   * Files or folders changed, came or went on disk. Most that come and go are the outputs of some tool: they must neither
   * hold up a request nor cost more than a look at what they are.
   */
  noteChanges(changed: readonly Uri[]): void {
    const folders = this.#distinctFolders();
    for (const uri of changed) {
      if (definitionKindOf(baseNameOf(uri)) !== undefined) this.#note(uri);
      else if (this.#project.isAbove(uri) || this.#isNewFolder(uri, folders)) this.#notedMuch.add(uri);
    }
  }

  /** For clients that cannot watch files: everything is listed and read again with the next snapshot. */
  noteAll(): void {
    this.#rescan = true;
  }

  /** @param uri a definition file that may have come or gone */
  #note(uri: Uri): void {
    (baseNameOf(uri) === 'bot.yaml' ? this.#notedMuch : this.#noted).add(uri);
  }

  #isNewFolder(uri: Uri, folders: readonly Uri[]): boolean {
    return folders.some((folder) => isSearchedIn(folder, uri)) && this.#disk.isFolder(uri);
  }

  #isNotedAbove(uri: Uri): boolean {
    for (let folder = parentOf(uri); folder !== ''; folder = parentOf(folder)) {
      if (this.#notedMuch.has(folder)) return true;
    }
    return false;
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
}
