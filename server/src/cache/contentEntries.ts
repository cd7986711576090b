import { CacheEntries } from './entries';
import { cacheFolder } from './folder';
import { programStamp } from './program';

/**
 * What was found out about content, for the next run of the same program. A key holds everything else that the value
 * follows from, above all the hash of the content: what is found under it is true whenever it was written.
 */
export class ContentEntries {
  readonly #entries: CacheEntries;
  readonly #program: string;

  /** @param program is another text whenever the program is another one */
  constructor(entries: CacheEntries, program: string) {
    this.#entries = entries;
    this.#program = program;
  }

  recall(key: string): unknown {
    return this.#entries.read(this.#nameOf(key));
  }

  keep(key: string, value: unknown): void {
    this.#entries.write(this.#nameOf(key), value);
  }

  #nameOf(key: string): string {
    return JSON.stringify(['content', this.#program, key]);
  }
}

/** Those in this user's cache folder. */
export function contentEntries(): ContentEntries {
  return new ContentEntries(new CacheEntries(cacheFolder()), programStamp());
}
