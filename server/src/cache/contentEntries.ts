import { join } from 'node:path';
import { type CacheLimits, CacheEntries } from './entries';
import { cacheFolder } from './folder';
import { programStamp } from './program';

/** A check writes three for each bot: as many as the bots of a large workspace have, of some states of their files. */
const LIMITS: CacheLimits = { entries: 4096, bytes: 256 * 1024 * 1024 };

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

/** Those in this user's cache folder: apart from what checks said, so that neither takes the other's room. */
export function contentEntries(): ContentEntries {
  return new ContentEntries(new CacheEntries(join(cacheFolder(), 'content'), LIMITS), programStamp());
}
