import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  AdminScope,
  CredentialKind,
  Environment,
  InboxVerdict,
  IncomingMessage,
  OutgoingMessage,
} from './contract';

/* The tables as the migrations leave them. Names are those of PostgreSQL, which folds case. */

export interface Tables {
  'botlane.conversations': ConversationTable;
  'botlane.turns': TurnTable;
  'botlane.messages': MessageTable;
  'botlane.feedback': FeedbackTable;
  'botlane.usage': UsageTable;
  'botlane.inbox_decisions': InboxDecisionTable;
  'botlane.credentials': CredentialTable;
  'botlane.team_members': TeamMemberTable;
  'botlane.sign_ins': SignInTable;
  'botlane.admin_tokens': AdminTokenTable;
  'botlane.audit': AuditTable;
  'botlane.releases_seen': ReleaseSeenTable;
  'botlane.bot_settings': BotSettingsTable;
  'botlane.compaction_due': CompactionDueTable;
}

export interface ConversationTable {
  id: string;
  bot: string;
  environment: Environment;
  channel: string;
  user_key: string;
  start_key: string;
  /** JSON as text: it is read and written as a whole, and may hold escapes that jsonb refuses. */
  session: string;
  language: string;
  revision: number;
  last_message: number;
  created_at: Date;
  active_at: Date;
  open_key: string | null;
  busy_until: Date | null;
}

export interface TurnTable {
  conversation_id: string;
  key: string;
  /** The revision that began it. */
  number: number;
  first_message: number;
  /** Less than `first_message` while nothing was said in it. */
  last_message: number;
  at: Date;
  bot: string;
  version: number | null;
  language: string;
  handover: boolean;
  /** A user said something in it. */
  spoke: boolean;
}

export interface MessageTable {
  conversation_id: string;
  id: number;
  at: Date;
  bot: string;
  environment: Environment;
  language: string;
  version: number | null;
  kind: IncomingMessage['kind'] | 'said';
  text: string;
  value: string | null;
  buttons: OutgoingMessage['buttons'] | null;
  dialog: string | null;
  intent: string | null;
  score: number | null;
  understood: boolean | null;
  exact: boolean | null;
  /** Of what can be learnt from it; null where there is nothing. */
  inbox_id: string | null;
}

export interface FeedbackTable {
  conversation_id: string;
  message: number;
  at: Date;
  bot: string;
  environment: Environment;
  thumb: 'up' | 'down';
  comment: string;
  version: number | null;
  dialog: string;
}

/** What is counted; `name` is that of an intent or dialog and empty otherwise. */
export type Measure =
  | 'conversation'
  | 'message'
  | 'asked'
  | 'not-understood'
  | 'hand-over'
  | 'thumb-up'
  | 'thumb-down'
  | 'intent'
  | 'dialog';

export interface UsageTable {
  bot: string;
  hour: Date;
  environment: Environment;
  channel: string;
  language: string;
  /** 0 for the draft. */
  version: number;
  measure: Measure;
  name: string;
  /** Gateways count in rows of their own, so that they do not wait for each other. */
  shard: number;
  count: ColumnType<string, number, number>;
}

export interface InboxDecisionTable {
  bot: string;
  inbox_id: string;
  verdict: InboxVerdict;
  intent: string | null;
  decided_by: string;
  at: Date;
}

export interface CredentialTable {
  id: string;
  bot: string;
  kind: CredentialKind;
  name: string;
  hash: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

export interface TeamMemberTable {
  bot: string;
  team: string;
  user_name: string;
  added_at: Date;
}

export interface SignInTable {
  hash: string;
  bot: string;
  credential_id: string;
  user_name: string;
  created_at: Date;
  expires_at: Date;
}

export interface AdminTokenTable {
  id: string;
  name: string;
  hash: string;
  scopes: AdminScope[];
  bots: string[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

export interface AuditTable {
  id: Generated<string>;
  at: Date;
  actor: string;
  action: string;
  bot: string;
  details: JSONColumnType<Record<string, string | number | boolean>>;
}

export interface ReleaseSeenTable {
  id: Generated<string>;
  bot: string;
  environment: Environment;
  version: number | null;
  commit: string;
  at: Date;
}

export interface BotSettingsTable {
  bot: string;
  retention_days: number;
}

export interface CompactionDueTable {
  one: true;
  /** How many there were: whether there was another one since can be told. */
  deletions: number;
}
