import type { BotId, Result } from '../../release/contract';
import { listRemoteBots } from '../../release/git/remote';
import { configuredRemote, type Repository } from '../../release/git/repository';
import { fetchLive } from '../../release/store/remoteLive';

/** However long a remote has been away, it is asked again after so many intervals. */
const MOST_INTERVALS = 20;

export interface RemoteFollowerOptions {
  /** Milliseconds between two fetches. */
  readonly interval: number;
  /** Bots that are served already: their branches may have gone from the remote. */
  readonly bots: () => readonly BotId[];
  /** After a fetch; `problem` says why the remote was not reached. */
  readonly fetched: (problem: string | undefined) => Promise<void>;
}

/** Brings the live branches of the configured remote here, again and again; less often while the remote is away. */
export class RemoteFollower {
  readonly #repository: Repository;
  readonly #options: RemoteFollowerOptions;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(repository: Repository, options: RemoteFollowerOptions) {
    this.#repository = repository;
    this.#options = options;
  }

  /** Fetches once and goes on in the background. Resolves after the first time, whatever came of it. */
  start(): Promise<void> {
    this.#running = this.#once();
    return this.#running;
  }

  /** Calls off what is under way. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #once(): Promise<void> {
    const { signal } = this.#stop;
    const fetched = await fetchAll(this.#repository, this.#options.bots(), signal);
    if (signal.aborted) return;
    this.#failures = fetched.ok ? 0 : this.#failures + 1;
    await this.#options.fetched(fetched.ok ? undefined : fetched.error.message);
    const wait = this.#options.interval * Math.min(2 ** this.#failures, MOST_INTERVALS);
    // Gateways that were started together need not ask together.
    this.#timer = setTimeout(
      () => {
        this.#running = this.#once();
      },
      wait * (0.9 + Math.random() * 0.2),
    ).unref();
  }
}

/** One bot that cannot be fetched does not keep the others from being. */
async function fetchAll(
  repository: Repository,
  served: readonly BotId[],
  signal: AbortSignal,
): Promise<Result<undefined>> {
  const remote = await configuredRemote(repository, { signal });
  if (!remote.ok) return remote;
  if (!remote.value) return { ok: true, value: undefined };
  const there = await listRemoteBots(repository, remote.value, { signal });
  if (!there.ok) return there;
  let outcome: Result<undefined> = { ok: true, value: undefined };
  for (const bot of new Set([...there.value, ...served])) {
    const fetched = await fetchLive(repository, remote.value, bot, { signal });
    if (!fetched.ok) outcome = fetched;
  }
  return outcome;
}
