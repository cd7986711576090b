/**
 * Keeps what was found out about content, in the user's cache. What was not kept, or cannot be read, is not there: a memory
 * never fails.
 */
export interface ContentMemory {
  /** What was kept last under this key, as JSON gives it back. */
  recall(key: string): unknown;
  /** @param key everything that the value follows from, but for the program itself */
  keep(key: string, value: unknown): void;
}
