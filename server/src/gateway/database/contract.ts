/**
 * The contract of the gateway's database: what is kept, and what of it changes in one step. Types only.
 *
 * Outcomes that a caller must expect are values. A fault (the database is away, a text that cannot be kept) rejects with a
 * `StoreError`, whose reason says what to answer. Every method is safe to be called at the same time as any other, here
 * and in other gateways on the same database; what is atomic is said where it counts. Moments come from the caller's
 * clock, leases (`busyFor`) from the database's own, so that gateways need not agree on the time to keep order.
 */
import type { Environment } from '../../protocol';

export type { Environment } from '../../protocol';

export type StoreErrorReason =
  /** A text holds U+0000 or half of a surrogate pair; nothing was written. A client's mistake. */
  | 'invalid-text'
  /** `after` of a list was not given by a page of it. A client's mistake. */
  | 'invalid-cursor'
  /** The database does not answer or ended the connection. Whether a write took place is unknown: repeat it with its key. */
  | 'unavailable'
  /** `close` was called. */
  | 'closed'
  /** Anything else that the database says: a mistake of this program. */
  | 'failed';

/** Where the database is. */
export type StoreAddress =
  /** What `DATABASE_URL` holds. */
  | { readonly kind: 'postgresql'; readonly url: string }
  /** An embedded PostgreSQL, for this process alone. The folder is made when it is not there. */
  | { readonly kind: 'embedded'; readonly folder: string };

export type OpenProblemReason =
  /** Not there, or it does not let this program in. */
  | 'unreachable'
  /** Another process has opened the folder. */
  | 'in-use'
  /** A newer Botlane has written it. */
  | 'newer'
  /** Not a database that this program can use: too old, damaged, no right to make tables. */
  | 'unusable';

/** What `openStore` (open.ts) comes to. Migrations are done by then. */
export type OpenOutcome =
  | { readonly ok: true; readonly store: GatewayStore }
  | {
      readonly ok: false;
      readonly reason: OpenProblemReason;
      /** Translated: what is wrong and what to do. Without user name and password. */
      readonly message: string;
    };

/** Every part of the store that others use. */
export interface GatewayStore {
  readonly conversations: ConversationStore;
  readonly credentials: CredentialStore;
  readonly signIns: SignInStore;
  readonly adminTokens: AdminTokenStore;
  readonly audit: AuditStore;
  readonly inbox: InboxStore;
  readonly feedback: FeedbackStore;
  readonly statistics: StatisticsStore;
  readonly releases: ReleaseStore;
  readonly retention: RetentionStore;
  /** Asks the database something trivial. Never rejects; `problem` is for log and /readyz, without any user's data. */
  health(): Promise<StoreHealth>;
  /** Waits for what is under way, then lets go of the database. May be called twice. */
  close(): Promise<void>;
}

export interface StoreHealth {
  readonly ok: boolean;
  readonly kind: 'postgresql' | 'embedded';
  /** The number of the last migration. */
  readonly schema: number;
  /** How long it took to answer (milliseconds). */
  readonly latency: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
  readonly problem?: string;
}

// ---------------------------------------------------------------- conversations

/** A conversation is found under its bot and environment only: the id of another bot's is unknown. */
export interface ConversationKey {
  readonly bot: string;
  readonly environment: Environment;
  /** 128 random bits, made by the store; base64url. */
  readonly id: string;
}

/** Who talks on which channel. */
export interface ConversationOwner {
  readonly bot: string;
  readonly environment: Environment;
  readonly channel: string;
  /** What the channel calls its user; empty where it knows none. */
  readonly user: string;
}

export interface Conversation extends ConversationKey, ConversationOwner {
  /** As the last write left it: plain JSON of the dialogue engine, sensitive values masked or left out by the caller. */
  readonly session: unknown;
  readonly language: string;
  /** Raised by one with every write. A write names the revision that it was made from. */
  readonly revision: number;
  readonly createdAt: Date;
  /** When the last write was made. */
  readonly activeAt: Date;
  /** Ids of messages go up to this; 0 when nothing was said yet. */
  readonly lastMessage: number;
  /**
   * The turn that is not done: its effect is under way somewhere (`busyFor` > 0), or whoever performed it is gone
   * (`busyFor` is 0).
   */
  readonly open?: { readonly key: string; readonly busyFor: number };
}

/** What of a conversation a turn begins from. */
export type LatestState = Pick<Conversation, 'session' | 'language' | 'revision' | 'open'>;

/** What a user did. `start` has no text; of a press the text is the label that the user saw. */
export interface IncomingMessage {
  readonly kind: 'text' | 'press' | 'language' | 'start';
  readonly text: string;
  /** The id of the button or the language that was asked for. */
  readonly value?: string;
  /**
   * What the NLP made of a text. Absent for a text that answered a question, or that a person took: it stands neither in
   * the statistics of what was understood nor in the inbox.
   */
  readonly heard?: {
    /** The best intent, whether it counts or not. */
    readonly intent: string | undefined;
    readonly score: number;
    /** It was above its threshold. */
    readonly understood: boolean;
    /** The very text is an expression of the bot: nothing to learn from it. */
    readonly exact: boolean;
  };
}

/**
 * What the bot said. Of text that cannot be kept (a web service may have sent it) the characters in question become U+FFFD:
 * what a bot says must not stop a conversation.
 */
export interface OutgoingMessage {
  readonly text: string;
  readonly dialog: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
}

/** What becomes of a conversation in one step. */
export interface TurnWrite {
  /**
   * Of the request, unique in its conversation; the caller makes a random one where the client sent none. Parts of a turn
   * that waits for an effect have the same.
   */
  readonly key: string;
  readonly at: Date;
  /** The version that answered; null for the draft. */
  readonly version: number | null;
  /** Of the conversation after this. */
  readonly language: string;
  readonly session: unknown;
  /** In the first part of a turn only. */
  readonly incoming?: IncomingMessage;
  readonly outgoing: readonly OutgoingMessage[];
  /** Names of the dialogs entered, `flow/dialog`: for statistics. */
  readonly dialogs: readonly string[];
  /** The bot asked for a person. */
  readonly handover: boolean;
  /**
   * The turn is not done: an effect is about to be performed, and the conversation is to be left alone for so long
   * (milliseconds). The part that ends the turn leaves it out.
   */
  readonly busyFor?: number;
}

/** A turn as it was written: what a repeated request is answered with. */
export interface StoredTurn {
  readonly key: string;
  /** False while its effect is under way, or was when its gateway ended. */
  readonly done: boolean;
  readonly at: Date;
  readonly version: number | null;
  readonly language: string;
  readonly handover: boolean;
  readonly incoming: StoredMessage | undefined;
  /** Oldest first. */
  readonly outgoing: readonly StoredMessage[];
}

export interface StoredMessage {
  /** 1, 2, … in its conversation. */
  readonly id: number;
  readonly from: 'user' | 'bot';
  readonly kind: IncomingMessage['kind'] | 'said';
  readonly text: string;
  readonly value?: string;
  readonly buttons: OutgoingMessage['buttons'];
  readonly dialog?: string;
  readonly at: Date;
  readonly language: string;
  readonly version: number | null;
  readonly heard?: IncomingMessage['heard'];
}

export interface NewConversation extends ConversationOwner {
  /** The same key of the same owner begins the same conversation. The caller makes a random one where there is none. */
  readonly startKey: string;
  /** The first turn; its key is kept like any other. */
  readonly turn: TurnWrite;
}

export type CreateOutcome =
  | { readonly outcome: 'created'; readonly conversation: Conversation; readonly turn: StoredTurn }
  /** The start key was used before; `turn` is the first turn as it was answered then. */
  | { readonly outcome: 'repeated'; readonly conversation: Conversation; readonly turn: StoredTurn };

export type WriteOutcome =
  | { readonly outcome: 'written'; readonly revision: number; readonly turn: StoredTurn }
  /** The key is that of a turn that is done (or of the open one, for a first part): answer with `turn`. */
  | { readonly outcome: 'repeated'; readonly turn: StoredTurn }
  /** Somebody else wrote since `revision`, or a turn is open: read again, run the step again. Nothing was written. */
  | { readonly outcome: 'outdated' }
  | { readonly outcome: 'unknown' };

/**
 * Order without locks that outlive a statement: a step is pure, so it is run on what was read, and the write takes place
 * only when nothing else was written since (compare-and-swap on `revision`). Whoever loses reads and runs again.
 */
export interface ConversationStore {
  /** One transaction: the conversation, its first turn, its messages, the usage. Idempotent by `startKey`. */
  create(conversation: NewConversation): Promise<CreateOutcome>;
  read(key: ConversationKey): Promise<Conversation | undefined>;
  /**
   * What a turn begins from: as `read`, or as this store wrote it a moment ago, which may be out of date. A write on it
   * finds that out (`outdated`), and the next answer is what the database holds.
   */
  latest(key: ConversationKey): Promise<LatestState | undefined>;
  /** The conversation of the owner that was begun last. */
  newest(owner: ConversationOwner): Promise<Conversation | undefined>;
  /** The turn of a request that was sent before; undefined when it is new. */
  turn(key: ConversationKey, turnKey: string): Promise<StoredTurn | undefined>;
  /**
   * One transaction: session, incoming message, answers and usage are written, all or nothing, and only when the
   * conversation is at `revision` and the key is new. Durable when it resolves with `written`. A turn may be written in
   * parts (`busyFor`); a first part is refused as `outdated` while another turn is open and leased. When the lease is
   * over, the open turn counts as done with what it has.
   */
  write(key: ConversationKey, revision: number, turn: TurnWrite): Promise<WriteOutcome>;
  /** Messages after the id (0: from the start), oldest first, at most `limit`; undefined for an unknown conversation. */
  messages(key: ConversationKey, after: number, limit: number): Promise<readonly StoredMessage[] | undefined>;
  /** The one that was begun last comes first. */
  list(query: ConversationQuery): Promise<Page<ConversationSummary>>;
  /** Everything that is kept about it, for its user; undefined for an unknown one. */
  export(key: ConversationKey): Promise<ConversationExport | undefined>;
  /** One transaction: no row of it is left in any table. False when there was none. */
  delete(key: ConversationKey): Promise<boolean>;
  /** The same for every conversation of a user, on every channel and in both environments. How many there were. */
  deleteUser(bot: string, user: string): Promise<number>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Handed in as `after`, it gives what follows; absent on the last page. */
  readonly next?: string;
}

export interface ConversationQuery {
  readonly bot: string;
  readonly environment?: Environment | undefined;
  readonly channel?: string | undefined;
  readonly user?: string | undefined;
  /** Begun in [since, until). */
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export type ConversationSummary = Omit<Conversation, 'session' | 'open' | 'revision'>;

export interface ConversationExport {
  readonly conversation: Conversation;
  readonly messages: readonly StoredMessage[];
  readonly feedback: readonly Feedback[];
}

// ---------------------------------------------------------------- access

/** How somebody gets to an internal bot. */
export type CredentialKind = 'password' | 'user' | 'team' | 'token';

export interface Credential {
  readonly id: string;
  readonly bot: string;
  readonly kind: CredentialKind;
  /** Of the user, the team or the token; empty for the password. */
  readonly name: string;
  /** What the caller compares with: a password's salted hash or a token's SHA-256. Never a secret in clear. */
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
  readonly lastUsedAt?: Date;
}

export interface NewCredential {
  readonly bot: string;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly hash: string;
  readonly expiresAt?: Date | undefined;
}

export interface CredentialStore {
  /** One step: what had the same bot, kind and name is revoked, and this one is in force. */
  put(credential: NewCredential, at: Date): Promise<Credential>;
  /** In force at `now`: neither revoked nor expired. */
  find(bot: string, kind: CredentialKind, name: string, now: Date): Promise<Credential | undefined>;
  /** By what a random token hashes to; only in force at `now`. */
  findByHash(bot: string, kind: CredentialKind, hash: string, now: Date): Promise<Credential | undefined>;
  /** Newest first, the revoked ones too. */
  list(bot: string): Promise<readonly Credential[]>;
  /**
   * One step with the end of every sign-in that was made with it. False when there is none in force; the members of a
   * team stay members.
   */
  revoke(bot: string, id: string, at: Date): Promise<boolean>;
  /**
   * One step: whatever is kept of a user under any bot is revoked, no team has them, and every sign-in of theirs is over.
   * False when none of it was in force.
   */
  forgetUser(user: string, at: Date): Promise<boolean>;
  /** For "last used"; kept to the minute, so that it costs next to nothing. */
  used(id: string, at: Date): Promise<void>;
  /** Users of a team, one by one; `user` names a credential of kind `user`. Idempotent. */
  addMember(bot: string, team: string, user: string, at: Date): Promise<void>;
  removeMember(bot: string, team: string, user: string): Promise<boolean>;
  members(bot: string, team: string): Promise<readonly string[]>;
  /** Teams that the user is in. */
  teamsOf(bot: string, user: string): Promise<readonly string[]>;
}

/** Somebody has signed in on the sign-in page. */
export interface SignIn {
  /** SHA-256 of the cookie's value. */
  readonly hash: string;
  readonly bot: string;
  readonly credential: string;
  /** The user's name; empty with a bot's password. */
  readonly user: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface SignInStore {
  create(signIn: SignIn): Promise<void>;
  /** In force: not over at `now`, and its credential neither revoked nor expired. */
  find(bot: string, hash: string, now: Date): Promise<SignIn | undefined>;
  end(bot: string, hash: string): Promise<void>;
}

export type AdminScope = 'read' | 'inbox' | 'deploy';

export interface AdminToken {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly scopes: readonly AdminScope[];
  /** Bots that it is good for; empty for all. */
  readonly bots: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
}

export interface AdminTokenStore {
  create(
    token: Pick<AdminToken, 'name' | 'hash' | 'scopes' | 'bots'> & { readonly expiresAt?: Date | undefined },
    at: Date,
  ): Promise<AdminToken>;
  /** In force at `now`. */
  find(hash: string, now: Date): Promise<AdminToken | undefined>;
  /** Newest first, the revoked ones too. */
  list(): Promise<readonly AdminToken[]>;
  /** A new hash for the same token, at once; undefined when it is not in force. */
  rotate(id: string, hash: string, at: Date): Promise<AdminToken | undefined>;
  revoke(id: string, at: Date): Promise<boolean>;
  /** For "last used"; kept to the minute. */
  used(id: string, at: Date): Promise<void>;
}

/** What somebody with a token, or on the gateway's machine, did. Entries are only ever added. */
export interface AuditEntry {
  readonly at: Date;
  /** The name of the token, or `cli`. */
  readonly actor: string;
  /** A fixed word such as `credential.revoke`. */
  readonly action: string;
  /** Empty for what concerns no bot. */
  readonly bot: string;
  /** Names and ids only; no secret, and nothing that a user said. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(query: {
    readonly bot?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<AuditEntry>>;
}

// ---------------------------------------------------------------- what users said and thought

/**
 * What to learn from: texts that are no expression of the bot yet. The same text (case, blanks around and runs of blanks
 * aside) of a language stands there once.
 */
export interface InboxEntry {
  /** Of the text in its language; what a decision names. */
  readonly id: string;
  /** As it was said last. */
  readonly text: string;
  readonly language: string;
  /** How often it was said. */
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** The newest message's. */
  readonly environment: Environment;
  readonly version: number | null;
  readonly intent: string | undefined;
  readonly score: number;
  readonly understood: boolean;
}

export interface InboxQuery {
  readonly bot: string;
  readonly environment?: Environment | undefined;
  readonly language?: string | undefined;
  /** The intent that was proposed; null for texts of which nothing was made. */
  readonly intent?: string | null | undefined;
  readonly understood?: boolean | undefined;
  readonly since?: Date | undefined;
  readonly order: 'newest' | 'most-frequent' | 'lowest-score';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What became of a text. `assigned`: to another intent than the proposed one. */
export type InboxVerdict = 'accepted' | 'assigned' | 'ignored';

export interface InboxDecision {
  /** Of the entry. */
  readonly id: string;
  readonly verdict: InboxVerdict;
  /** Where it went; absent when ignored. */
  readonly intent?: string;
  /** The token's name. */
  readonly by: string;
  readonly at: Date;
}

export interface InboxStore {
  /** Neither decided, nor an expression of the bot when it was said. */
  list(query: InboxQuery): Promise<Page<InboxEntry>>;
  /** How many entries wait. */
  count(bot: string): Promise<number>;
  /** All of them or none. A later decision on the same text replaces the earlier one. */
  decide(bot: string, decisions: readonly InboxDecision[]): Promise<void>;
  /** The texts wait again. How many decisions there were. */
  undecide(bot: string, ids: readonly string[]): Promise<number>;
}

export interface Feedback {
  readonly bot: string;
  readonly environment: Environment;
  readonly conversation: string;
  /** Of the bot's message that was rated. */
  readonly message: number;
  readonly thumb: 'up' | 'down';
  readonly comment: string;
  readonly at: Date;
  readonly version: number | null;
  /** Of the rated message. */
  readonly dialog: string;
}

export interface FeedbackStore {
  /** A later one on the same message replaces the earlier. False when there is no such message of the bot. */
  put(
    key: ConversationKey,
    feedback: Pick<Feedback, 'message' | 'thumb' | 'comment' | 'at'>,
  ): Promise<boolean>;
  /** Newest first. */
  list(query: {
    readonly bot: string;
    readonly environment?: Environment | undefined;
    readonly thumb?: Feedback['thumb'] | undefined;
    readonly since?: Date | undefined;
    readonly until?: Date | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<Feedback>>;
}

// ---------------------------------------------------------------- statistics

/** Counted while it happens, by the hour, without anything of a user in it: it stays when conversations are deleted. */
export interface Counts {
  readonly conversations: number;
  /** Of users: texts and presses. */
  readonly messages: number;
  /** Texts that the NLP was asked about. */
  readonly asked: number;
  /** Of these, not understood. */
  readonly notUnderstood: number;
  readonly handovers: number;
  readonly thumbsUp: number;
  readonly thumbsDown: number;
}

export type StatisticsDimension = 'version' | 'environment' | 'channel' | 'language';

export interface StatisticsQuery {
  readonly bot: string;
  /** Whole hours (UTC): [since, until). */
  readonly since: Date;
  readonly until: Date;
  readonly environment?: Environment | undefined;
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
  readonly version?: number | null | undefined;
}

export interface TimelinePoint extends Counts {
  /** When the hour or the day (UTC) began. */
  readonly at: Date;
  /** Different users who said something in it; only as long as their messages are kept. */
  readonly users: number;
}

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export interface StatisticsStore {
  /** The whole range in one sum. */
  total(query: StatisticsQuery): Promise<Counts & { readonly users: number }>;
  /** A point for every hour or day in which something happened, oldest first. */
  timeline(query: StatisticsQuery, by: 'hour' | 'day'): Promise<readonly TimelinePoint[]>;
  /** By the values of a dimension, most messages first; the draft's version is an empty name. */
  split(
    query: StatisticsQuery,
    by: StatisticsDimension,
  ): Promise<readonly (Counts & { readonly name: string })[]>;
  /** Intents that counted, most frequent first. */
  intents(query: StatisticsQuery, limit: number): Promise<readonly NamedCount[]>;
  /** Dialogs entered, most frequent first. */
  dialogs(query: StatisticsQuery, limit: number): Promise<readonly NamedCount[]>;
  /** As many hours before the moment at which a release came to be served as after it. */
  around(
    query: Omit<StatisticsQuery, 'since' | 'until' | 'version'>,
    at: Date,
    hours: number,
  ): Promise<{ readonly before: Counts; readonly after: Counts }>;
}

/** A release as the gateways came to serve it: a mark on the time axis. */
export interface ReleaseSeen {
  readonly bot: string;
  readonly environment: Environment;
  readonly version: number | null;
  /** Hexadecimal. */
  readonly commit: string;
  readonly at: Date;
}

export interface ReleaseStore {
  /** The first gateway to say so counts; the same version again directly after itself is no new mark. */
  seen(release: ReleaseSeen): Promise<void>;
  /** Oldest first, in [since, until). */
  list(bot: string, since: Date, until: Date): Promise<readonly ReleaseSeen[]>;
}

// ---------------------------------------------------------------- personal data

export interface RetentionStore {
  /** Days that messages are kept; 365 unless it was set. */
  days(bot: string): Promise<number>;
  set(bot: string, days: number): Promise<void>;
  /**
   * Deletes what is older than its bot's retention: messages, and conversations in which nothing younger is left, with
   * every row of them; sign-ins that are over. In steps, so that nothing else waits for long. Several gateways may do it
   * at once. Once `signal` is aborted no further step begins; what is left waits for the next purge.
   */
  purge(now: Date, signal?: AbortSignal): Promise<PurgeResult>;
}

export interface PurgeResult {
  readonly conversations: number;
  readonly messages: number;
  readonly signIns: number;
}
