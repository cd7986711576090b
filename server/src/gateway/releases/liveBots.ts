import { EventEmitter } from 'node:events';
import type { BotId, Result } from '../../release/contract';
import { configuredRemote, openRepository, type Repository } from '../../release/git/repository';
import { RefWatcher } from '../../release/refWatcher';
import { readLiveBranches } from '../../release/store/liveBranches';
import { readLiveReferences } from '../../release/store/read';
import type { BotInForce, Environment, LiveBots, ServedBot, ServingEvents, ServingState } from './contract';
import { Drafts } from './drafts';
import { LiveBranch } from './liveBranch';
import { RemoteFollower } from './remoteFollower';

export interface LiveBotsOptions {
  /** A folder (a path) in the repository whose live branches are served. */
  readonly folder: string;
  /** Also serve the bots of the working tree at or below `folder`. */
  readonly draft?: boolean;
  /** Milliseconds between two looks at the references where nothing told of a change; 5 seconds when absent. */
  readonly lookInterval?: number;
  /** Milliseconds between two fetches of the configured remote; 30 seconds when absent. */
  readonly fetchInterval?: number;
  /** For events; requests bring their own moment. */
  readonly clock?: () => Date;
}

const LOOK_MS = 5000;
const FETCH_MS = 30_000;
/** A refused release is looked at again after so many looks: what kept it from being read may be over. */
const LOOKS_PER_RETRY = 6;

/** Starts to serve the bots of a repository. Resolves when what is live was read once; fails without a repository. */
export async function openLiveBots(options: LiveBotsOptions): Promise<Result<LiveBots>> {
  const repository = await openRepository(options.folder);
  if (!repository.ok) return repository;
  const bots = new FollowedBots(repository.value, options);
  await bots.start();
  return { ok: true, value: bots };
}

class FollowedBots implements LiveBots {
  readonly #repository: Repository;
  readonly #clock: () => Date;
  readonly #lookInterval: number;
  readonly #events = new EventEmitter();
  readonly #branches = new Map<BotId, LiveBranch>();
  /** What the references of each bot were when they were read last. */
  readonly #seen = new Map<BotId, string>();
  /** What was told last, and for which moment (milliseconds since 1970). */
  readonly #announced = new Map<BotId, { readonly value: BotInForce; readonly at: number }>();
  readonly #watcher: RefWatcher;
  readonly #remote: RemoteFollower;
  readonly #drafts: Drafts | undefined;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #looks = 0;
  #readAt: number | undefined;
  #fetchProblem: string | undefined;
  #isReady = false;

  constructor(repository: Repository, options: LiveBotsOptions) {
    const { folder, draft = false, lookInterval = LOOK_MS, fetchInterval = FETCH_MS } = options;
    this.#repository = repository;
    this.#clock = options.clock ?? (() => new Date());
    this.#lookInterval = lookInterval;
    this.#watcher = new RefWatcher(() => void this.refresh());
    this.#drafts = draft ? new Drafts(folder, repository) : undefined;
    this.#remote = new RemoteFollower(repository, {
      interval: fetchInterval,
      bots: () => [...this.#branches.keys()],
      fetched: async (problem) => {
        this.#fetchProblem = problem;
        await this.refresh();
      },
    });
  }

  async start(): Promise<void> {
    this.#watcher.watch([this.#repository.commonDirectory]);
    this.#drafts?.watch(() => void this.refresh());
    // A remote that is away must not keep what was fetched before from being served.
    await this.refresh();
    this.#isReady = true;
    void this.#remote.start();
    this.#timer = setInterval(() => void this.refresh(), this.#lookInterval).unref();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  served(): readonly ServedBot[] {
    const now = this.#clock();
    const live = [...this.#branches].filter(([, branch]) => branch.inForce(now)).map(([bot]) => bot);
    const drafts = this.#drafts?.ids ?? [];
    return [
      ...live.sort().map((bot) => ({ bot, environment: 'live' as const })),
      ...[...drafts].sort().map((bot) => ({ bot, environment: 'draft' as const })),
    ];
  }

  inForce(bot: string, environment: Environment, now: Date): BotInForce | undefined {
    if (environment === 'draft') return this.#drafts?.get(bot);
    const found = this.#branches.get(bot as BotId)?.inForce(now);
    if (found) this.#announce(found, now);
    return found;
  }

  states(now: Date): readonly ServingState[] {
    const live = [...this.#branches].map(([bot, branch]): ServingState => {
      const found = branch.inForce(now);
      return {
        bot,
        environment: 'live',
        version: found?.version ?? null,
        isServing: found !== undefined,
        ...(branch.refusal && { refusal: branch.refusal }),
        readAt: this.#readAt,
        ...(this.#fetchProblem !== undefined && { fetchProblem: this.#fetchProblem }),
      };
    });
    const drafts = (this.#drafts?.ids ?? []).map(
      (bot): ServingState => ({
        bot,
        environment: 'draft',
        version: null,
        isServing: true,
        readAt: this.#readAt,
      }),
    );
    return [...live, ...drafts];
  }

  on<K extends keyof ServingEvents>(event: K, listener: ServingEvents[K]): void {
    this.#events.on(event, listener);
  }

  /**
   * One reading at a time; whoever asks while one is under way waits for the next, which begins after the question. Never
   * rejects: a reading that failed is as old as `readAt` says, and the next look is a new attempt.
   */
  refresh(): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    if (!this.#reading) {
      this.#reading = this.#read()
        .catch(() => undefined)
        .finally(() => (this.#reading = undefined));
      return this.#reading;
    }
    this.#next ??= this.#reading.then(() => {
      this.#next = undefined;
      return this.refresh();
    });
    return this.#next;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    clearInterval(this.#timer);
    this.#watcher.close();
    this.#drafts?.close();
    await this.#remote.close();
    await this.#reading;
  }

  /** What is live comes first: users wait for it, and only testers for the drafts. */
  async #read(): Promise<void> {
    await this.#readLive();
    if (!this.#stop.signal.aborted) await this.#drafts?.read();
  }

  async #readLive(): Promise<void> {
    const call = { signal: this.#stop.signal };
    const remote = await configuredRemote(this.#repository, call);
    if (!remote.ok) return;
    const found = await readLiveBranches(this.#repository, remote.value?.name, call);
    if (!found.ok) return;
    const isRetry = this.#looks++ % LOOKS_PER_RETRY === 0;
    for (const [bot, references] of found.value) {
      const isRefused = this.#branches.get(bot)?.refusal !== undefined;
      const text = `${remote.value?.name ?? ''}\n${references}`;
      if (this.#seen.get(bot) === text && !(isRefused && isRetry)) continue;
      if (await this.#readOne(bot)) this.#seen.set(bot, text);
    }
    for (const bot of this.#branches.keys()) if (!found.value.has(bot)) this.#forget(bot);
    this.#readAt = this.#clock().getTime();
  }

  async #readOne(bot: BotId): Promise<boolean> {
    const call = { signal: this.#stop.signal };
    const references = await readLiveReferences(this.#repository, bot, call);
    if (!references.ok || this.#stop.signal.aborted) return false;
    const branch = this.#branches.get(bot) ?? new LiveBranch(this.#repository, bot);
    const before = branch.refusal;
    const now = this.#clock();
    await branch.read(references.value, now, call);
    if (this.#stop.signal.aborted) return false;
    this.#branches.set(bot, branch);
    if (branch.refusal && branch.refusal !== before) this.#emit('refused', branch.refusal);
    const found = branch.inForce(now);
    if (found) this.#announce(found, now);
    return true;
  }

  #forget(bot: BotId): void {
    this.#branches.delete(bot);
    this.#seen.delete(bot);
    this.#announced.delete(bot);
    this.#emit('gone', { bot, environment: 'live' });
  }

  /** Tells of a switch once. A question about an earlier moment is none. */
  #announce(value: BotInForce, now: Date): void {
    const before = this.#announced.get(value.bot);
    const at = now.getTime();
    if (before && (before.value === value || at < before.at)) return;
    this.#announced.set(value.bot, { value, at });
    if (!before || !isAlike(before.value, value)) this.#emit('switched', value, before?.value);
  }

  #emit<K extends keyof ServingEvents>(event: K, ...values: Parameters<ServingEvents[K]>): void {
    this.#events.emit(event, ...values);
  }
}

/** A version is always the same, whichever commit says that it is live. */
function isAlike(a: BotInForce, b: BotInForce): boolean {
  return (
    a.version === b.version &&
    a.deployment.status === b.deployment.status &&
    a.deployment.visibility === b.deployment.visibility &&
    a.deployment.access === b.deployment.access
  );
}
