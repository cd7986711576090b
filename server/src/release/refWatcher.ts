import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** References change in bursts (lock file, reference, log); one reading after a burst is enough. */
const SETTLE_MS = 100;
/** Where the system has no watches left. */
const POLL_MS = 5000;
/** Folders of one repository that are watched at most. */
const MOST_FOLDERS = 500;

/** What a change in the git directory itself is about: packed references, and folders of references that come or go. */
const TELLING = new Set(['packed-refs', 'refs', 'reftable']);

/**
 * Watches the live branches and version tags of repositories, whoever moves them: this server, the command line, a fetch.
 * It reads folders only; it runs no git.
 */
export class RefWatcher {
  readonly #changed: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #directories: readonly string[] = [];
  #settling: NodeJS.Timeout | undefined;
  #polling: NodeJS.Timeout | undefined;

  /** @param changed called after references may have moved */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Watches these git directories (common directories, as paths) and no others. */
  watch(commonDirectories: readonly string[]): void {
    this.#directories = [...new Set(commonDirectories)];
    this.#arm();
  }

  close(): void {
    clearTimeout(this.#settling);
    clearInterval(this.#polling);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #arm(): void {
    const wanted = new Set(
      this.#directories.flatMap((directory) => [directory, ...referenceFolders(directory)]),
    );
    for (const [path, watcher] of this.#watchers) {
      if (wanted.has(path)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
    for (const path of wanted) if (!this.#watchers.has(path)) this.#watchOne(path);
  }

  #watchOne(path: string): void {
    const isRoot = this.#directories.includes(path);
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => {
        if (!isRoot || name === null || TELLING.has(name)) this.#settle();
      });
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(path);
      });
      this.#watchers.set(path, watcher);
    } catch {
      this.#polling ??= setInterval(() => this.#changed(), POLL_MS).unref();
    }
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#arm();
      this.#changed();
    }, SETTLE_MS).unref();
  }
}

/** The folders in which references of bots lie, and those above them, as far as they exist. */
function referenceFolders(directory: string): readonly string[] {
  const refs = join(directory, 'refs');
  const remotes = subfolders(join(refs, 'remotes'));
  const above = [refs, join(refs, 'heads'), join(refs, 'tags'), join(refs, 'remotes'), ...remotes];
  const trees = [join(refs, 'heads'), join(refs, 'tags'), ...remotes].map((folder) => join(folder, 'bots'));
  const found = [...above, join(directory, 'reftable'), ...trees].filter(isFolder);
  const open = trees.filter(isFolder);
  for (let tree = open.pop(); tree !== undefined && found.length < MOST_FOLDERS; tree = open.pop()) {
    const below = subfolders(tree);
    found.push(...below);
    open.push(...below);
  }
  return found;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // not there, below a file, or not ours to look at
  }
}

function subfolders(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name));
  } catch {
    return [];
  }
}
