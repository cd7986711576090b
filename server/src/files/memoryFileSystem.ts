import { t } from '@vscode/l10n';
import { relativePath, type Uri } from '../text/uri';
import { checkOpenText, decode, DEFAULT_MAX_BYTES } from './decode';
import { isFoundIn } from './definitionNames';
import type { FileReading, WatchedFileSystem } from './fileSystem';

/** Files that are at hand already, such as those of a version in git. The guards are those of the disk. */
export class MemoryFileSystem implements WatchedFileSystem {
  readonly #files: ReadonlyMap<Uri, Uint8Array | string>;
  readonly #maxBytes: number;

  /** @param files Content by address; a later change of the map is seen. */
  constructor(files: ReadonlyMap<Uri, Uint8Array | string>, maxBytes = DEFAULT_MAX_BYTES) {
    this.#files = files;
    this.#maxBytes = maxBytes;
  }

  definitionFiles(folder: Uri): readonly Uri[] {
    return [...this.#files.keys()].filter((file) => isFoundIn(folder, file)).sort();
  }

  listing(folder: Uri): Iterable<readonly Uri[]> {
    return [this.definitionFiles(folder)];
  }

  isFolder(uri: Uri): boolean {
    return [...this.#files.keys()].some((file) => relativePath(uri, file) !== undefined);
  }

  read(file: Uri): FileReading {
    const content = this.#files.get(file);
    if (content === undefined) {
      return { ok: false, problem: { reason: 'missing', message: t('This file does not exist.') } };
    }
    return typeof content === 'string'
      ? checkOpenText(content, this.#maxBytes)
      : decode(content, this.#maxBytes);
  }
}
