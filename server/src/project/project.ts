import { isFoundIn } from '../files/definitionNames';
import type { FileSystem } from '../files/fileSystem';
import { makeProjectFile } from '../model/projectFile';
import { fileKindOf } from '../syntax/fileKind';
import { parseFile } from '../syntax/parse';
import { baseNameOf, isWithin, parentOf, type Uri } from '../text/uri';
import { makeBotSnapshot } from './botSnapshot';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from './snapshot';

/**
 * The definition files of a workspace as they change. It reads through a FileSystem, keeps what is known about each file,
 * and hands out immutable snapshots; bots in which nothing changed keep their snapshot from one to the next.
 */
export class Project {
  readonly #fileSystem: FileSystem;
  #folders: readonly Uri[] = [];
  readonly #files = new Map<Uri, ProjectFile>();
  #bots = new Map<Uri, BotSnapshot>();
  /** Folders of bots whose files changed since their snapshot; everything when a bot.yaml came or went. */
  readonly #stale = new Set<Uri>();
  #layoutChanged = true;
  #snapshot: ProjectSnapshot | undefined;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Replaces the folders of the workspace and reads what is new in them. */
  setFolders(folders: readonly Uri[]): void {
    this.#folders = [...folders];
    this.rescan();
  }

  /** Lists all folders again; reads files that are new or gone, and those whose text differs from what is known. */
  rescan(): void {
    const present = new Set<Uri>();
    for (const folder of this.#folders) {
      for (const uri of this.#fileSystem.definitionFiles(folder)) present.add(uri);
    }
    for (const uri of this.#files.keys()) if (!present.has(uri)) this.#drop(uri);
    for (const uri of present) this.#read(uri);
  }

  /**
   * Takes note that a file changed, came or went, on disk or in an editor. A folder's address stands for everything
   * below it.
   */
  refresh(uri: Uri): void {
    if (fileKindOf(uri)) {
      if (this.#holds(uri)) this.#read(uri);
      return;
    }
    for (const known of this.#files.keys()) if (isWithin(uri, known)) this.#read(known);
    for (const found of this.#fileSystem.definitionFiles(uri)) {
      if (this.#holds(found)) this.#read(found);
    }
  }

  /** True when listing the folders would find the file: what came by an event must not know more than a fresh start. */
  #holds(file: Uri): boolean {
    return this.#folders.some((folder) => isFoundIn(folder, file));
  }

  /** The workspace as it is now. The same object until something changes. */
  snapshot(): ProjectSnapshot {
    this.#snapshot ??= this.#makeSnapshot();
    return this.#snapshot;
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
    if (reading.ok && known && !known.syntax.unreadable && known.syntax.text === reading.text) return;
    this.#files.set(uri, makeProjectFile(parseFile(uri, kind, reading)));
    this.#touch(uri, known === undefined);
  }

  #drop(uri: Uri): void {
    if (this.#files.delete(uri)) this.#touch(uri, true);
  }

  #touch(uri: Uri, cameOrWent: boolean): void {
    this.#snapshot = undefined;
    if (cameOrWent && baseNameOf(uri) === 'bot.yaml') this.#layoutChanged = true;
    const root = nearestRoot(this.#bots, uri);
    if (root === undefined) this.#layoutChanged = true;
    else this.#stale.add(root);
  }

  #makeSnapshot(): ProjectSnapshot {
    const roots = new Map<Uri, ProjectFile>();
    for (const [uri, file] of this.#files) if (file.syntax.kind === 'bot') roots.set(parentOf(uri), file);
    const members = new Map<Uri, Map<Uri, ProjectFile>>([...roots.keys()].map((root) => [root, new Map()]));
    const orphans: ProjectFile[] = [];
    for (const uri of [...this.#files.keys()].sort(byCodeUnit)) {
      const file = this.#files.get(uri);
      if (!file) continue;
      const root = nearestRoot(roots, uri);
      if (root === undefined) orphans.push(file);
      else members.get(root)?.set(uri, file);
    }
    const bots = new Map<Uri, BotSnapshot>();
    for (const [root, botFile] of [...roots].sort(([a], [b]) => byCodeUnit(a, b))) {
      const kept = this.#layoutChanged || this.#stale.has(root) ? undefined : this.#bots.get(root);
      bots.set(root, kept ?? makeBotSnapshot(root, botFile, members.get(root) ?? new Map()));
    }
    this.#bots = bots;
    this.#stale.clear();
    this.#layoutChanged = false;
    return new Workspace([...bots.values()], orphans, new Map(bots), new Map(this.#files));
  }
}

/** Reads the folders once and returns what is there. */
export function snapshotOf(fileSystem: FileSystem, folders: readonly Uri[]): ProjectSnapshot {
  const project = new Project(fileSystem);
  project.setFolders(folders);
  return project.snapshot();
}

/** A workspace that holds nothing but one bot: a version, or LIVE, has no neighbours. */
export function soleProject(bot: BotSnapshot): ProjectSnapshot {
  return {
    bots: [bot],
    orphans: [],
    botOf: (uri) => (bot.files.has(uri) ? bot : undefined),
    file: (uri) => bot.files.get(uri),
  };
}

class Workspace implements ProjectSnapshot {
  constructor(
    readonly bots: readonly BotSnapshot[],
    readonly orphans: readonly ProjectFile[],
    private readonly byRoot: ReadonlyMap<Uri, BotSnapshot>,
    private readonly files: ReadonlyMap<Uri, ProjectFile>,
  ) {}

  botOf(file: Uri): BotSnapshot | undefined {
    const root = nearestRoot(this.byRoot, file);
    return root === undefined ? undefined : this.byRoot.get(root);
  }

  file(uri: Uri): ProjectFile | undefined {
    return this.files.get(uri);
  }
}

/** The nearest folder above `uri` that is a key of `roots`. */
function nearestRoot(roots: ReadonlyMap<Uri, unknown>, uri: Uri): Uri | undefined {
  for (let folder = parentOf(uri); folder.includes('/'); folder = parentOf(folder)) {
    if (roots.has(folder)) return folder;
  }
  return undefined;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
