import { isFoundIn } from '../files/definitionNames';
import type { FileSystem } from '../files/fileSystem';
import { fileKindOf } from '../syntax/fileKind';
import { parseFile } from '../syntax/parse';
import { atOnce, inPieces } from '../text/inPieces';
import { baseNameOf, isWithin, type Uri } from '../text/uri';
import type { FilesOfOneBot } from './botSnapshot';
import { FileTable } from './fileTable';
import { FoldersOf } from './foldersOf';
import { DealtOut, dealtOut, nearestRoot } from './layout';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from './snapshot';
import type { StoredFile } from './storedFile';
import { TreeStore } from './treeStore';

/**
 * The definition files of a workspace as they change. It reads through a FileSystem, keeps what is known about each file,
 * and hands out immutable snapshots; bots in which nothing changed keep their snapshot from one to the next.
 */
export class Project {
  readonly #fileSystem: FileSystem;
  #folders: readonly Uri[] = [];
  readonly #trees: TreeStore;
  readonly #files = new Map<Uri, StoredFile>();
  readonly #foldersOfFiles = new FoldersOf();
  #bots = new Map<Uri, FilesOfOneBot>();
  #orphans = FileTable.of(new Map());
  /** What changed since the last snapshot, by the folder of the bot; the empty address stands for no bot. */
  readonly #changes = new Map<Uri, Map<Uri, ProjectFile | undefined>>();
  /** A bot.yaml came or went: files may belong to another bot than before. */
  #layoutChanged = true;
  /** Counts what was touched: what was worked out in steps meanwhile is not true any more. */
  #touched = 0;
  #snapshot: ProjectSnapshot | undefined;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
    this.#trees = new TreeStore((uri) => fileSystem.read(uri));
  }

  /** Replaces the folders of the workspace and reads what is new in them. */
  setFolders(folders: readonly Uri[]): void {
    atOnce(this.scan(folders));
  }

  /**
   * The same in steps, a file at a time, between which everything else may be done: lists the folders, reads files that
   * are new, and those whose text differs from what is known, and lays them out. Until the last step some files are missing.
   */
  *scan(folders: readonly Uri[]): Generator<void, void, void> {
    this.#folders = [...folders];
    const present = new Set<Uri>();
    for (const folder of this.#folders) {
      for (const uris of this.#fileSystem.listing(folder)) {
        for (const uri of uris) present.add(uri);
        yield;
      }
    }
    yield* inPieces(this.#files.keys(), (uri) => {
      if (!present.has(uri)) this.#drop(uri);
    });
    for (const uri of present) {
      this.#read(uri);
      yield;
    }
    yield* this.#prepare();
  }

  /**
   * Takes note that a file changed, came or went, on disk or in an editor. A folder's address stands for everything
   * below it.
   */
  refresh(uri: Uri): void {
    if (!fileKindOf(uri)) atOnce(this.#refreshFolder(uri));
    else if (this.#holds(uri)) this.#read(uri);
  }

  /** The same in steps, for what stands for many files or may make them belong to another bot: a folder, a bot.yaml. */
  *refreshInSteps(uri: Uri): Generator<void, void, void> {
    if (fileKindOf(uri)) this.refresh(uri);
    else yield* this.#refreshFolder(uri);
    yield* this.#prepare();
  }

  /** True when a file that is known stands below the folder, at any depth. */
  isAbove(folder: Uri): boolean {
    return this.#foldersOfFiles.has(folder);
  }

  *#refreshFolder(folder: Uri): Generator<void, void, void> {
    for (const known of this.isAbove(folder) ? this.#files.keys() : []) {
      if (!isWithin(folder, known)) continue;
      this.#read(known);
      yield;
    }
    for (const uris of this.#fileSystem.listing(folder)) {
      for (const uri of uris) {
        if (this.#files.has(uri) || !this.#holds(uri)) continue;
        this.#read(uri);
        yield;
      }
      yield;
    }
  }

  /** True when listing the folders would find the file: what came by an event must not know more than a fresh start. */
  #holds(file: Uri): boolean {
    return this.#folders.some((folder) => isFoundIn(folder, file));
  }

  /** The workspace as it is now. The same object until something changes. */
  snapshot(): ProjectSnapshot {
    for (const uri of this.#trees.takeOutdated()) this.refresh(uri);
    this.#snapshot ??= this.#makeSnapshot();
    return this.#snapshot;
  }

  /**
   * Forgets the trees of files that are not open, but for those used last; they come back when they are asked for. In
   * steps of a file, each of which is to be taken between two pieces of work.
   */
  releaseTrees(open: Iterable<Uri>, budget?: number): Generator<void, void, void> {
    for (const bot of this.#bots.values()) bot.forgetLists();
    const files = new Set([...open].flatMap((uri) => this.#files.get(uri) ?? []));
    return this.#trees.release(files, budget);
  }

  #read(uri: Uri): void {
    const kind = fileKindOf(uri);
    if (!kind) return;
    const reading = this.#fileSystem.read(uri);
    if (!reading.ok && reading.problem.reason === 'missing') {
      this.#drop(uri);
      return;
    }
    const known = this.#files.get(uri);
    if (reading.ok && known?.holds(reading.text)) return;
    this.#files.set(uri, this.#trees.store(parseFile(uri, kind, reading, known?.loaded?.syntax)));
    if (known) this.#trees.forget(known);
    else this.#foldersOfFiles.add(uri);
    this.#touch(uri, known === undefined);
  }

  #drop(uri: Uri): void {
    const known = this.#files.get(uri);
    if (!known) return;
    this.#files.delete(uri);
    this.#foldersOfFiles.delete(uri);
    this.#trees.forget(known);
    this.#touch(uri, true);
  }

  #touch(uri: Uri, cameOrWent: boolean): void {
    this.#snapshot = undefined;
    this.#touched++;
    if (cameOrWent && baseNameOf(uri) === 'bot.yaml') this.#layoutChanged = true;
    const root = nearestRoot(this.#bots, uri) ?? NO_BOT;
    const changes = this.#changes.get(root) ?? new Map<Uri, ProjectFile | undefined>();
    this.#changes.set(root, changes);
    changes.set(uri, this.#files.get(uri));
  }

  #makeSnapshot(): ProjectSnapshot {
    if (this.#layoutChanged) atOnce(this.#layOut());
    else this.#applyChanges();
    this.#changes.clear();
    return new DealtOut(new Map(this.#bots), this.#orphans);
  }

  #applyChanges(): void {
    for (const [root, changes] of this.#changes) {
      const bot = this.#bots.get(root);
      if (bot) this.#bots.set(root, bot.with(changes));
      else this.#orphans = this.#orphans.with(changes);
    }
  }

  /** Does in steps what the next snapshot would otherwise do at once, as far as that grows with all files. */
  *#prepare(): Generator<void, void, void> {
    while (this.#layoutChanged) yield* this.#layOut();
    for (const bot of this.#bots.values()) yield* bot.prepare();
  }

  /** Deals all files out anew. Where something changes between two steps, nothing comes of it. */
  *#layOut(): Generator<void, void, void> {
    const touched = this.#touched;
    const { bots, orphans } = yield* dealtOut(this.#files);
    if (touched !== this.#touched) return;
    this.#bots = bots;
    this.#orphans = orphans;
    this.#changes.clear();
    this.#layoutChanged = false;
  }
}

/** Stands for the folder of the files that belong to no bot. */
const NO_BOT: Uri = '';

/** A workspace that holds nothing but one bot: a version, or LIVE, has no neighbours. */
export function soleProject(bot: BotSnapshot): ProjectSnapshot {
  return {
    bots: [bot],
    orphans: [],
    botOf: (uri) => (bot.files.has(uri) ? bot : undefined),
    file: (uri) => bot.files.get(uri),
  };
}

export { snapshotOf } from './readOnce';
