import type { Uri } from '../text/uri';
import { checkOpenText, DEFAULT_MAX_BYTES } from './decode';
import { isFoundIn } from './definitionNames';
import type { FileReading, FileSystem } from './fileSystem';

/** Open documents before the files below them: what an editor shows counts, saved or not, also where no file is (yet). */
export class OverlayFileSystem implements FileSystem {
  readonly #base: FileSystem;
  readonly #maxBytes: number;
  readonly #open = new Map<Uri, string>();

  constructor(base: FileSystem, maxBytes = DEFAULT_MAX_BYTES) {
    this.#base = base;
    this.#maxBytes = maxBytes;
  }

  /** Puts an open document before its file, or replaces its text. */
  open(uri: Uri, text: string): void {
    this.#open.set(uri, text);
  }

  /** Lets the file below speak again. */
  close(uri: Uri): void {
    this.#open.delete(uri);
  }

  isOpen(uri: Uri): boolean {
    return this.#open.has(uri);
  }

  definitionFiles(folder: Uri): readonly Uri[] {
    const found = new Set(this.#base.definitionFiles(folder));
    for (const uri of this.#open.keys()) if (isFoundIn(folder, uri)) found.add(uri);
    return [...found].sort();
  }

  *listing(folder: Uri): Iterable<readonly Uri[]> {
    yield* this.#base.listing(folder);
    // Some of them may be among the pieces before; whoever lists a folder looks at each address once.
    yield [...this.#open.keys()].filter((uri) => isFoundIn(folder, uri));
  }

  read(file: Uri): FileReading {
    const text = this.#open.get(file);
    return text === undefined ? this.#base.read(file) : checkOpenText(text, this.#maxBytes);
  }
}
