/**
 * The admin API of a gateway: what it answers, as JSON. The gateway serves it, editor and command line ask it. Types and
 * paths only. Moments are ISO 8601 in UTC. Every request carries `Authorization: Bearer TOKEN`; a token has scopes, and may
 * be good for some bots only. Refusals are `AdminRefusal`, with a status of 400 and above.
 *
 * | request | scope | answer |
 * |---|---|---|
 * | `GET /admin/v1/bots` | `read` | `AdminBot[]` |
 * | `GET /admin/v1/bots/{bot}/statistics` | `read` | `Statistics` |
 * | `GET /admin/v1/bots/{bot}/feedback` | `read` | `AdminPage<FeedbackItem>` |
 * | `GET /admin/v1/bots/{bot}/inbox` | `inbox` | `AdminPage<InboxItem>` |
 * | `POST /admin/v1/bots/{bot}/inbox/decisions` | `inbox` | takes `InboxDecisions`; 204 |
 * | `POST /admin/v1/bots/{bot}/inbox/undo` | `inbox` | takes `{ ids: string[] }`; `{ undone: number }` |
 *
 * Credentials, conversations, tokens and the audit log are for programs beside these; `/openapi.json` describes them all.
 */

/** Where the API begins. */
export const ADMIN_PATH = '/admin/v1';

export type AdminEnvironment = 'draft' | 'live';

/** What a gateway says instead of an answer. */
export interface AdminRefusal {
  readonly error: {
    /** A fixed word, such as `not-allowed`; `not-there` when what an order names is not there. */
    readonly code: string;
    /** One sentence for people. */
    readonly message: string;
  };
}

export interface AdminPage<T> {
  readonly items: readonly T[];
  /** Sent back as `after`, it gives what follows; absent on the last page. */
  readonly next?: string;
}

/** A bot in an environment that the gateway serves. */
export interface AdminBot {
  readonly bot: string;
  readonly environment: AdminEnvironment;
  readonly title: string;
  /** Null for the draft, and when nothing good was ever loaded. */
  readonly version: number | null;
  readonly isServing: boolean;
  /** Why what is at the head of the live branch is not served. */
  readonly refusal?: string;
}

// ---------------------------------------------------------------- Train inbox

/** Query of the inbox: `environment`, `language`, `intent`, `understood`, `order`, `after`, `limit` (at most 200). */
export interface InboxItem {
  /** Of the text in its language; what a decision names. */
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** How often it was said. */
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly environment: AdminEnvironment;
  /** That answered; null for the draft. */
  readonly version: number | null;
  /** What was proposed when it was said last; absent where nothing was. */
  readonly intent?: string;
  readonly score: number;
  readonly understood: boolean;
}

export interface InboxDecisions {
  readonly decisions: readonly {
    readonly id: string;
    readonly verdict: 'accepted' | 'assigned' | 'ignored';
    /** Where the text went; absent when ignored. */
    readonly intent?: string;
  }[];
}

// ---------------------------------------------------------------- statistics

export interface AdminCounts {
  readonly conversations: number;
  /** Of users: texts and presses. */
  readonly messages: number;
  /** Texts that the NLP was asked about, and of these the ones that were not understood. */
  readonly asked: number;
  readonly notUnderstood: number;
  readonly handovers: number;
  readonly thumbsUp: number;
  readonly thumbsDown: number;
}

export interface NamedCounts extends AdminCounts {
  readonly name: string;
}

/**
 * Query: `since` and `until` (whole hours are counted), `by` (`hour` or `day`), `environment`, `channel`, `language`,
 * `version`.
 */
export interface Statistics {
  readonly since: string;
  readonly until: string;
  readonly by: 'hour' | 'day';
  readonly total: AdminCounts & { readonly users: number };
  /** A point for every hour or day in which something happened, oldest first. */
  readonly timeline: readonly (AdminCounts & { readonly at: string; readonly users: number })[];
  /** The draft's version is an empty name. */
  readonly versions: readonly NamedCounts[];
  readonly environments: readonly NamedCounts[];
  readonly channels: readonly NamedCounts[];
  readonly languages: readonly NamedCounts[];
  readonly intents: readonly { readonly name: string; readonly count: number }[];
  readonly dialogs: readonly { readonly name: string; readonly count: number }[];
  /** Marks on the time axis, oldest first; with what the same number of hours before and after say, where both are known. */
  readonly releases: readonly {
    readonly at: string;
    readonly environment: AdminEnvironment;
    readonly version: number | null;
    readonly around?: { readonly hours: number; readonly before: AdminCounts; readonly after: AdminCounts };
  }[];
}

/** Query of feedback: `environment`, `thumb`, `since`, `until`, `after`, `limit` (at most 200). */
export interface FeedbackItem {
  readonly conversation: string;
  /** Of the bot's message that was rated. */
  readonly message: number;
  readonly thumb: 'up' | 'down';
  readonly comment: string;
  readonly at: string;
  readonly environment: AdminEnvironment;
  readonly version: number | null;
  readonly dialog: string;
}
