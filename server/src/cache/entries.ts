import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isOnlyOurs } from './owner';

/** Bounds of all entries of a folder together; those used last stay. */
export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
}

const LIMITS: CacheLimits = { entries: 64, bytes: 256 * 1024 * 1024 };

const ENDING = '.json';

/** A folder is looked through each time that a part of its bounds was written: many entries are many files to look at. */
const SWEEPS = 64;

/**
 * Entries of the cache: each a file of its own that is there as a whole or not at all, so that several processes can share
 * the folder. What cannot be read or written, is not what was written, or could have been written by others than this user
 * is not there: a cache never fails.
 */
export class CacheEntries {
  readonly #folder: string;
  readonly #limits: CacheLimits;
  /** Written since the folder was looked through; nobody knows what is there before that. */
  #unswept = { entries: Infinity, bytes: Infinity };

  constructor(folder: string, limits: CacheLimits = LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** What was written under `key`; undefined when there is nothing sound. */
  read(key: string): unknown {
    let descriptor: number | undefined;
    try {
      if (!this.#isOurs()) return undefined;
      descriptor = openSync(this.#fileOf(key), 'r+');
      if (!isOnlyOurs(fstatSync(descriptor))) return undefined;
      const content = readFileSync(descriptor, 'utf8');
      const end = content.indexOf('\n');
      const body = content.slice(end + 1);
      if (end === -1 || content.slice(0, end) !== sha256(body)) return undefined;
      const now = new Date();
      futimesSync(descriptor, now, now);
      return JSON.parse(body);
    } catch {
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  write(key: string, value: unknown): void {
    const file = this.#fileOf(key);
    const draft = `${file}.${randomUUID()}.new`;
    try {
      const body = JSON.stringify(value);
      if (body.length > this.#limits.bytes) return;
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!this.#isOurs()) return;
      writeFileSync(draft, `${sha256(body)}\n${body}`, { flag: 'wx', mode: 0o600 });
      renameSync(draft, file);
      this.#count(body.length);
    } catch {
      remove(draft);
    }
  }

  #isOurs(): boolean {
    return isOnlyOurs(statSync(this.#folder));
  }

  #fileOf(key: string): string {
    return join(this.#folder, `${sha256(key)}${ENDING}`);
  }

  #count(length: number): void {
    this.#unswept.entries += 1;
    this.#unswept.bytes += length;
    const { entries, bytes } = this.#limits;
    if (this.#unswept.entries * SWEEPS < entries && this.#unswept.bytes * SWEEPS < bytes) return;
    this.#prune();
    this.#unswept = { entries: 0, bytes: 0 };
  }

  /** Also what a process that was killed left behind goes this way, as it is not used any more. */
  #prune(): void {
    const files = readdirSync(this.#folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => {
        const path = join(this.#folder, name);
        const { mtimeMs, size } = statSync(path);
        return { path, mtimeMs, size };
      })
      .sort((a, b) => b.mtimeMs - a.mtimeMs);
    let bytes = 0;
    for (const [index, { path, size }] of files.entries()) {
      bytes += size;
      if (index >= this.#limits.entries || bytes > this.#limits.bytes) remove(path);
    }
  }
}

/** Where nothing can be written nothing can be removed, either; and another process may have been first. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It takes up room until the folder is cleared.
  }
}

/** SHA-256 of a text in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
