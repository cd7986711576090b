import type { Rate } from '../http/contract';

/** Keys beyond this push out the one that was counted longest ago: what counts users must not grow with them. */
const MOST_KEYS = 100_000;

/** What sums of fractions may be off by (milliseconds). */
const ROUNDING = 0.001;

/**
 * Counts by key. A key's allowance fills up steadily: after a burst of `count` it gives one more every
 * `seconds / count` seconds. Its moments are those of `performance.now()`: the clock on the wall may be put back, and then
 * everybody would have to wait.
 */
export class Limiter {
  readonly #burst: number;
  /** Milliseconds that one request costs. */
  readonly #cost: number;
  /** When the key's allowance will be whole again. */
  readonly #wholeAt = new Map<string, number>();
  readonly #mostKeys: number;

  constructor({ count, seconds }: Rate, mostKeys = MOST_KEYS) {
    this.#cost = (seconds * 1000) / count;
    this.#burst = seconds * 1000;
    this.#mostKeys = mostKeys;
  }

  /** Seconds to wait until the key may go on; 0 when it may now. Counts nothing. */
  wait(key: string, now: number): number {
    const after = Math.max(this.#wholeAt.get(key) ?? 0, now) + this.#cost;
    return Math.max(0, Math.ceil((after - now - this.#burst - ROUNDING) / 1000));
  }

  /** Counts one. */
  count(key: string, now: number): void {
    const wholeAt = Math.max(this.#wholeAt.get(key) ?? 0, now) + this.#cost;
    // Written anew, so that the first key of the map is the one that was counted longest ago.
    this.#wholeAt.delete(key);
    this.#wholeAt.set(key, wholeAt);
    if (this.#wholeAt.size <= this.#mostKeys) return;
    const [oldest] = this.#wholeAt.keys();
    if (oldest !== undefined) this.#wholeAt.delete(oldest);
  }

  /** Takes back what was counted for something that turned out to be right. */
  giveBack(key: string): void {
    const wholeAt = this.#wholeAt.get(key);
    if (wholeAt !== undefined) this.#wholeAt.set(key, wholeAt - this.#cost);
  }

  /** Counts one unless the key has to wait; says how long (seconds). */
  take(key: string, now: number): number {
    const wait = this.wait(key, now);
    if (wait === 0) this.count(key, now);
    return wait;
  }
}
