import { t } from '@vscode/l10n';
import { closeSync, fstatSync, lstatSync, opendirSync, readSync } from 'node:fs';
import type { Dir, Dirent, Stats } from 'node:fs';
import { join } from 'node:path';
import { fileUri, pathOf } from '../text/uri';
import type { Uri } from '../text/uri';
import { decode, DEFAULT_MAX_BYTES, tooLarge } from './decode';
import { definitionKindOf, isSkippedFolder } from './definitionNames';
import type { FileProblem, FileReading, WatchedFileSystem } from './fileSystem';
import { openInPlace } from './openInPlace';

/** Bytes that nearly every definition file has room in. */
const ROOM = 64 * 1024;

/**
 * Definition files on a disk. Regular files only: links are not followed, so that loops and links that lead out of the
 * workspace are harmless.
 */
export class NodeFileSystem implements WatchedFileSystem {
  readonly #maxBytes: number;
  /** For what is being read: one after the other, in the same place. */
  #bytes = new Uint8Array(ROOM);

  /** @param maxBytes Larger files are refused before they are read. */
  constructor(maxBytes = DEFAULT_MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  definitionFiles(folder: Uri): readonly Uri[] {
    return definitionPaths(pathOf(folder)).map(fileUri).sort(); // addresses are ASCII: the default order is code point order
  }

  *listing(folder: Uri): Iterable<readonly Uri[]> {
    for (const paths of listedPaths(pathOf(folder))) yield paths.map(fileUri);
  }

  read(file: Uri): FileReading {
    try {
      const path = pathOf(file);
      const problem = this.#problemOf(lstatSync(path));
      return problem ? { ok: false, problem } : this.#readRegular(path);
    } catch (error) {
      return { ok: false, problem: problemOfError(error) };
    }
  }

  isFolder(uri: Uri): boolean {
    try {
      return lstatSync(pathOf(uri), { throwIfNoEntry: false })?.isDirectory() ?? false;
    } catch {
      return false; // what cannot be looked at cannot be listed
    }
  }

  #readRegular(path: string): FileReading {
    const descriptor = openInPlace(path);
    try {
      const stats = fstatSync(descriptor);
      const problem = this.#problemOf(stats);
      if (problem) return { ok: false, problem };
      // One byte more than expected, so that a file that grows meanwhile is read again or refused, not cut.
      if (this.#bytes.length <= stats.size) this.#bytes = new Uint8Array(stats.size + 1);
      let length = 0;
      for (;;) {
        const count = readSync(descriptor, this.#bytes, length, this.#bytes.length - length, null);
        if (count === 0) break;
        length += count;
        if (length > this.#maxBytes) return { ok: false, problem: tooLarge(length, this.#maxBytes) };
        if (length === this.#bytes.length) this.#bytes = grown(this.#bytes);
      }
      return decode(this.#bytes.subarray(0, length), this.#maxBytes);
    } finally {
      closeSync(descriptor);
    }
  }

  #problemOf(stats: Stats): FileProblem | undefined {
    if (!stats.isFile()) {
      const message = t('This is not a regular file: links, pipes and devices are not read.');
      return { reason: 'not-a-regular-file', message };
    }
    return stats.size > this.#maxBytes ? tooLarge(stats.size, this.#maxBytes) : undefined;
  }
}

/** Paths of all definition files below a folder, in no order. */
export function definitionPaths(folder: string): string[] {
  return [...listedPaths(folder)].flat();
}

/** Entries of a folder that are looked at in one step: a folder may have tens of thousands. */
const ENTRIES_A_STEP = 256;

/** The same in pieces. */
function* listedPaths(folder: string): Generator<string[], void, void> {
  const folders = [folder];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entries of entriesOf(path)) {
      const found: string[] = [];
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) folders.push(join(path, entry.name));
        } else if (entry.isFile() && definitionKindOf(entry.name)) {
          found.push(join(path, entry.name));
        }
      }
      yield found;
    }
  }
}

/** What is in a folder; nothing when it vanished or may not be read, as that is no reason to lose the others. */
function* entriesOf(path: string): Generator<readonly Dirent[], void, void> {
  let folder: Dir | undefined;
  try {
    folder = opendirSync(path, { bufferSize: ENTRIES_A_STEP });
    for (let entries = nextOf(folder); entries.length > 0; entries = nextOf(folder)) yield entries;
  } catch {
    return;
  } finally {
    folder?.closeSync();
  }
}

/** The next entries of a folder; none at its end. */
function nextOf(folder: Dir): readonly Dirent[] {
  const entries: Dirent[] = [];
  while (entries.length < ENTRIES_A_STEP) {
    const entry = folder.readSync();
    if (!entry) break;
    entries.push(entry);
  }
  return entries;
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

function problemOfError(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { reason: 'missing', message: t('This file does not exist any more.') };
  }
  if (code === 'ELOOP') {
    return { reason: 'not-a-regular-file', message: t('This is a link: links are not read.') };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return { reason: 'unreadable', message: t('This file may not be read: check its permissions.') };
  }
  return {
    reason: 'unreadable',
    message: t('This file cannot be read ({0}): check that the disk is reachable.', code || String(error)),
  };
}
