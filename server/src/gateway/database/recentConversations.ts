import type { ConversationKey } from './contract';
import type { ConversationRow } from './rows';

/** Those of nobody who said anything for so long, up to twice as long, are forgotten (milliseconds). */
const KEPT = 60_000;
/** Characters of sessions that are kept young; about as many again are kept old. */
const MOST_CHARACTERS = 8_000_000;
/** What an entry weighs besides its session (characters). */
const ENTRY = 500;

/** What of a conversation a turn begins from. */
export type RecentRow = Pick<ConversationRow, 'bot' | 'environment' | 'session' | 'language' | 'revision'>;

/** Another gateway writes the conversation, too: what this one remembers of it is mostly out of date. */
const SHARED = 'shared';

/**
 * Conversations as this gateway wrote them last, so that the next turn need not read them. They may be out of date: a write
 * names the revision that it was made from, and finds that out. Bounded in time and in size: what was used goes from the
 * old half into the young one, and every minute, or when the young half is full, the old one is dropped.
 */
export class RecentConversations {
  #young = new Map<string, RecentRow | typeof SHARED>();
  #old = new Map<string, RecentRow | typeof SHARED>();
  #characters = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #kept: number;

  constructor(kept = KEPT) {
    this.#kept = kept;
  }

  /** What was written last, by this gateway. */
  get({ bot, environment, id }: ConversationKey): RecentRow | undefined {
    const entry = this.#entry(id);
    if (entry === undefined || entry === SHARED) return undefined;
    return entry.bot === bot && entry.environment === environment ? entry : undefined;
  }

  /** Nobody has anything open in it. */
  set(id: string, row: RecentRow): void {
    this.#put(id, this.#entry(id) === SHARED ? SHARED : row);
  }

  /** What is remembered holds no longer. That others write the conversation, too, stays known. */
  drop(id: string): void {
    if (this.#entry(id) === SHARED) this.#put(id, SHARED);
    else this.forget(id);
  }

  /** What is remembered was out of date. From now on the conversation is read, as long as people talk in it. */
  outdated(id: string): void {
    if (this.#entry(id) !== undefined) this.#put(id, SHARED);
  }

  /** The conversation is gone. */
  forget(id: string): void {
    const young = this.#young.get(id);
    if (young !== undefined) this.#characters -= weight(young);
    this.#young.delete(id);
    this.#old.delete(id);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#characters = 0;
  }

  #entry(id: string): RecentRow | typeof SHARED | undefined {
    return this.#young.get(id) ?? this.#old.get(id);
  }

  #put(id: string, entry: RecentRow | typeof SHARED): void {
    const before = this.#young.get(id);
    this.#characters += weight(entry) - (before === undefined ? 0 : weight(before));
    this.#young.set(id, entry);
    if (this.#characters > MOST_CHARACTERS) this.#age();
    this.#watch();
  }

  /** Ages as long as there is something that can. */
  #watch(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#age();
      if (this.#old.size > 0) this.#watch();
    }, this.#kept).unref();
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#characters = 0;
  }
}

function weight(entry: RecentRow | typeof SHARED): number {
  return ENTRY + (entry === SHARED ? 0 : entry.session.length);
}
