import type { Logger } from 'pino';
import type { GatewayStore } from './database/contract';
import type { BotInForce, LiveBots } from './releases/contract';

/** Between two looks for what is older than its bot keeps it (milliseconds). */
const PURGE_EVERY = 3_600_000;

/** What a gateway does besides answering: it notes which releases it serves, and deletes what is past its time. */
export class Chores {
  readonly #store: GatewayStore;
  readonly #log: Logger;
  readonly #clock: () => Date;
  readonly #timer: NodeJS.Timeout;
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(bots: LiveBots, store: GatewayStore, log: Logger, clock: () => Date) {
    this.#store = store;
    this.#log = log;
    this.#clock = clock;
    this.#timer = setInterval(() => this.#purge(), PURGE_EVERY).unref();
    this.#purge();
    for (const { bot, environment } of bots.served()) {
      const found = bots.inForce(bot, environment, clock());
      if (found) this.#note(found);
    }
    bots.on('switched', (after) => this.#note(after));
  }

  /** Resolves when nothing of it uses the database any more. A purge ends after its step; the next gateway goes on. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearInterval(this.#timer);
    await Promise.allSettled(this.#running);
  }

  /** Only what is live makes a mark on the time axis. */
  #note({ bot, environment, version, commit }: BotInForce): void {
    if (commit === null) return;
    const at = this.#clock();
    this.#run('note a release', () => this.#store.releases.seen({ bot, environment, version, commit, at }));
  }

  #purge(): void {
    this.#run('purge', async () => {
      const purged = await this.#store.retention.purge(this.#clock(), this.#stop.signal);
      if (purged.conversations + purged.messages + purged.signIns > 0) this.#log.info(purged, 'purged');
    });
  }

  /** Nobody waits for a chore; one that failed is said, and done again another time. */
  #run(what: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        this.#log.warn(
          { what, problem: error instanceof Error ? error.message : String(error) },
          'chore failed',
        );
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
