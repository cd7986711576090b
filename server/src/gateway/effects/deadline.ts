/**
 * A signal that aborts when time is up, or when a signal that lives longer does. Nothing of it stays with that signal once
 * `end` was called: it outlives a million calls.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;
  readonly #stop = (): void => this.#controller.abort();
  #isOver = false;

  /** @param milliseconds from now on; less than 0 counts as 0 */
  constructor(milliseconds: number, outer?: AbortSignal) {
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      this.#controller.abort();
    }, milliseconds);
    this.#outer = outer;
    if (outer?.aborted) this.#stop();
    else outer?.addEventListener('abort', this.#stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Time was up before anything else happened. */
  get isOver(): boolean {
    return this.#isOver;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#stop);
  }
}
