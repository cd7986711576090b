import type { CredentialOrder, CredentialView } from '../admin/credentials';
import type { FeedbackItem, InboxItem, Statistics } from '../admin/api';
import type { Request } from './connection';
import type { Uri } from '../text/uri';

export type { CredentialView } from '../admin/credentials';
export type { AdminCounts, FeedbackItem, InboxItem, Statistics } from '../admin/api';

/** Where the gateway is, and what opens it. The client keeps the token; the server forgets it with the answer. */
export interface GatewayAccess {
  readonly address: string;
  readonly token: string;
}

// ---------------------------------------------------------------- Train inbox

/** Something that users said, beside what the draft makes of it now. */
export interface InboxRow {
  readonly item: InboxItem;
  /** The draft's best intent as it was trained last; absent where it was not. */
  readonly now?: { readonly name: string; readonly score: number };
}

/** What waits in the inbox, the most frequent first, without what has become an expression of the draft. */
export const InboxRequest: Request<
  { readonly bot: Uri; readonly gateway: GatewayAccess; readonly after?: string },
  | { readonly kind: 'inbox'; readonly rows: readonly InboxRow[]; readonly next?: string }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/inbox' };

/** A text that becomes an expression. */
export interface InboxExpression {
  readonly text: string;
  readonly language: string;
  readonly intent: string;
}

export type InboxScoresOutcome =
  | { readonly kind: 'scores'; readonly scores: readonly (number | null)[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The score that each text would have for its intent when the draft is trained with all of them; null where it cannot be
 * trained. Trains in memory, reports progress, obeys cancellation, keeps nothing.
 */
export const InboxScoresRequest: Request<
  { readonly bot: Uri; readonly expressions: readonly InboxExpression[]; readonly workDoneToken?: string },
  InboxScoresOutcome
> = { method: 'botlane/inboxScores' };

/** What becomes of a text; without an expression it is ignored. */
export interface InboxChoice {
  /** Of the item. */
  readonly id: string;
  /** As the user left it, which may be other than what was said. */
  readonly expression?: InboxExpression;
  /** The intent is not the one that was proposed. */
  readonly reassigned: boolean;
}

/**
 * Adds the expressions to the draft (`workspace/applyEdit`, one edit that can be undone), then tells the gateway. `untold`
 * says why it could not be told: the expressions stay, and the texts are left out of the inbox because of them.
 */
export const InboxDecideRequest: Request<
  { readonly bot: Uri; readonly gateway: GatewayAccess; readonly choices: readonly InboxChoice[] },
  | { readonly kind: 'decided'; readonly untold?: string }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/inboxDecide' };

/** Texts wait again. What was added to the draft is not taken back: that is the editor's own undo. */
export const InboxUndoRequest: Request<
  { readonly bot: Uri; readonly gateway: GatewayAccess; readonly ids: readonly string[] },
  { readonly kind: 'undone'; readonly count: number } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/inboxUndo' };

// ---------------------------------------------------------------- access

/** What becomes of who is let in. Accounts and teams are of the whole gateway. */
export type AccessOrder =
  | { readonly kind: 'give'; readonly credential: CredentialOrder }
  | { readonly kind: 'take'; readonly id: string }
  | { readonly kind: 'account'; readonly name: string; readonly password: string }
  | { readonly kind: 'join'; readonly team: string; readonly user: string }
  | { readonly kind: 'leave'; readonly team: string; readonly user: string };

/** To the bot in which environment. */
interface AccessPlace {
  readonly bot: Uri;
  readonly gateway: GatewayAccess;
  /** To the draft instead of LIVE. */
  readonly draft?: boolean;
}

/** Who is let in to a bot: the credentials that are in force. */
export const AccessRequest: Request<
  AccessPlace,
  | { readonly kind: 'access'; readonly credentials: readonly CredentialView[] }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/access' };

/**
 * Does something about who is let in. The answer says that it was done, and nothing that could not be asked after it: a
 * secret is told once.
 */
export const AccessOrderRequest: Request<
  AccessPlace & { readonly order: AccessOrder },
  /** `secret` of a token that was made. */
  { readonly kind: 'done'; readonly secret?: string } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/accessOrder' };

/** Names of the accounts that are in force. They are the whole gateway's: a token for some bots is refused. */
export const AccountsRequest: Request<
  { readonly gateway: GatewayAccess },
  | { readonly kind: 'accounts'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/accounts' };

// ---------------------------------------------------------------- dashboard

/** How far back the dashboard looks. */
export type DashboardRange = 'day' | 'week' | 'month' | 'quarter';

/** What users did, and what they thought of it: whole hours for a day and a week, days for more. */
export const DashboardRequest: Request<
  {
    readonly bot: Uri;
    readonly gateway: GatewayAccess;
    readonly range: DashboardRange;
    readonly environment?: 'draft' | 'live';
  },
  | {
      readonly kind: 'statistics';
      readonly statistics: Statistics;
      readonly feedback: readonly FeedbackItem[];
    }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/dashboard' };

/** The same numbers as a CSV file that no spreadsheet takes for formulas. */
export const DashboardCsvRequest: Request<{ readonly statistics: Statistics }, { readonly text: string }> = {
  method: 'botlane/dashboardCsv',
};
