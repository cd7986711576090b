import { type CacheLimits, CacheEntries } from './entries';
import { userCache } from './userCache';

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

/**
 * Those in this user's cache folder: apart from what checks said, so that neither takes the other's room. The folder is
 * looked for when they are first asked for something; where there can be none, nothing is known and nothing is kept.
 */
export function contentEntries(): Pick<ContentEntries, 'recall' | 'keep'> {
  let opened: { readonly entries: ContentEntries | undefined } | undefined;
  const entries = (): ContentEntries | undefined => (opened ??= { entries: entriesOfUser() }).entries;
  return {
    recall: (key) => entries()?.recall(key),
    keep: (key, value) => entries()?.keep(key, value),
  };
}

function entriesOfUser(): ContentEntries | undefined {
  const cache = userCache('content');
  return cache && new ContentEntries(new CacheEntries(cache.folder, LIMITS), cache.program);
}
