/** Work that several wait for, done once. */
interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Remembers what work gave, and lets whoever asks while it is under way wait for the same. It is told to stop when nobody
 * wants it any more; what failed or was stopped is done again for the next one.
 */
export class SharedWork<T> {
  readonly #most: number;
  readonly #works: (result: T) => boolean;
  readonly #known = new Map<string, Shared<T>>();

  /**
   * @param most how many results are remembered, the newest
   * @param works whether a result is worth being remembered
   */
  constructor(most: number, works: (result: T) => boolean) {
    this.#most = most;
    this.#works = works;
  }

  /** @returns undefined as soon as `signal` is aborted */
  get(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (signal?.aborted) return Promise.resolve(undefined);
    const shared = this.#known.get(key) ?? this.#begin(key, work);
    shared.waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        resolve(undefined);
        if (--shared.waiting > 0) return;
        this.#forget(key, shared);
        shared.controller.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      shared.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController();
    const shared: Shared<T> = { controller, result: work(controller.signal), waiting: 0 };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= this.#most && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, shared);
    void this.#judge(key, shared);
    return shared;
  }

  async #judge(key: string, shared: Shared<T>): Promise<void> {
    try {
      if (!this.#works(await shared.result)) this.#forget(key, shared);
    } catch {
      // Whoever waits for it gets the reason.
      this.#forget(key, shared);
    }
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#known.get(key) === shared) this.#known.delete(key);
  }
}
