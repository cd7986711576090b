import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ModelBytes, Result } from '../contract';
import { sha256 } from '../content/hashes';
import type { Repository } from '../git/repository';
import { problem } from '../git/problems';

const HASH = /^[0-9a-f]{64}$/;
const FILE = /^([0-9a-f]{64})\.model$/;

/**
 * Trained models on disk, addressed by the hash of their training input: `<input>/<hash of the bytes>.model`. Shared by
 * all worktrees and branches; what is there never changes.
 */
export class ModelStore {
  /** Folder of the store (a path). */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The model for a training input; a file whose bytes are not those of its name counts as missing. */
  async find(input: string): Promise<(ModelBytes & { readonly path: string }) | undefined> {
    if (!HASH.test(input)) return undefined;
    const folder = join(this.folder, input);
    for (const name of await namesIn(folder)) {
      const artifact = FILE.exec(name)?.[1];
      if (artifact === undefined) continue;
      const path = join(folder, name);
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes && sha256(bytes) === artifact) return { bytes, input, artifact, path };
    }
    return undefined;
  }

  /** Keeps a model. It is there as a whole or not at all, also after a power failure. @returns its path */
  async save({ bytes, input, artifact }: ModelBytes): Promise<Result<string>> {
    if (!HASH.test(input) || sha256(bytes) !== artifact) {
      return { ok: false, error: problem('integrity', input) };
    }
    const folder = join(this.folder, input);
    const path = join(folder, `${artifact}.model`);
    const result = await writeWhole(folder, path, bytes);
    return result.ok ? { ok: true, value: path } : result;
  }
}

/** Writes a file by way of a temporary one in the same folder. */
export async function writeWhole(
  folder: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<undefined>> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return { ok: true, value: undefined };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, error: problem('disk-full') };
    return { ok: false, error: problem('not-permitted', `${code} ${folder}`.trim(), folder) };
  }
}

/** Another number whenever a file or folder of the folder came or went; 0 without it. */
export function folderRevision(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Where the models of a repository lie; outside of one, in the user's cache folder. */
export function modelFolder(repository: Repository | undefined): string {
  return join(repository ? join(repository.commonDirectory, 'botlane') : cacheFolder(), 'models');
}

/** The user's cache folder, as the system has it. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME?.startsWith('/')) return join(XDG_CACHE_HOME, 'botlane');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? homedir(), 'botlane');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'botlane');
  return join(homedir(), '.cache', 'botlane');
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
