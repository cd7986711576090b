import { Fleeting } from '../fleeting';
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
 * names the revision that it was made from, and finds that out.
 */
export class RecentConversations {
  readonly #entries: Fleeting<RecentRow | typeof SHARED>;

  constructor(kept = KEPT) {
    this.#entries = new Fleeting({ kept, most: MOST_CHARACTERS, weight });
  }

  /** What was written last, by this gateway. */
  get({ bot, environment, id }: ConversationKey): RecentRow | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry === SHARED) return undefined;
    return entry.bot === bot && entry.environment === environment ? entry : undefined;
  }

  /** Nobody has anything open in it. */
  set(id: string, row: RecentRow): void {
    this.#entries.set(id, this.#entries.get(id) === SHARED ? SHARED : row);
  }

  /** What is remembered holds no longer. That others write the conversation, too, stays known. */
  drop(id: string): void {
    if (this.#entries.get(id) === SHARED) this.#entries.set(id, SHARED);
    else this.forget(id);
  }

  /** What is remembered was out of date. From now on the conversation is read, as long as people talk in it. */
  outdated(id: string): void {
    if (this.#entries.get(id) !== undefined) this.#entries.set(id, SHARED);
  }

  /** The conversation is gone. */
  forget(id: string): void {
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }
}

function weight(entry: RecentRow | typeof SHARED): number {
  return ENTRY + (entry === SHARED ? 0 : entry.session.length);
}
