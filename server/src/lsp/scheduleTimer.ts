import type { BotSnapshot } from '../project/snapshot';
import type { Releases } from '../release/contract';

/** The longest that a timer of Node can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Wakes up when a schedule changes LIVE: no reference moves then that could be watched. */
export class ScheduleTimer {
  readonly #changed: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param changed called when LIVE may have changed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Waits for the next change of any of these bots, as LIVE was read last. */
  async wait(bots: readonly BotSnapshot[], releases: Releases): Promise<void> {
    const times = await Promise.all(bots.map((bot) => releases.nextSwitch(bot)));
    clearTimeout(this.#timer);
    const next = Math.min(...times.filter((time) => time !== undefined));
    if (next === Infinity) return;
    const delay = Math.min(Math.max(0, next - Date.now()), LONGEST);
    this.#timer = setTimeout(this.#changed, delay).unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
