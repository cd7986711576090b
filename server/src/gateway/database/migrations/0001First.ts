import { type Migration, sql } from 'kysely';

/**
 * Conversations, access, what users said, and what is counted.
 *
 * No foreign keys from turns and messages to their conversation: every write of them locks the conversation in the same
 * statement, and a check per row would cost a fifth of a turn. Of an index on a conversation's activity there is none,
 * so that a turn changes its row in place.
 */
export const first: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};

const STATEMENTS = [
  sql`create table botlane.conversations (
    id text primary key,
    bot text not null,
    environment text not null check (environment in ('draft', 'live')),
    channel text not null,
    user_key text not null,
    start_key text not null,
    session text not null,
    language text not null,
    revision integer not null,
    last_message integer not null,
    created_at timestamptz not null,
    active_at timestamptz not null,
    open_key text,
    busy_until timestamptz,
    unique (bot, environment, channel, user_key, start_key)
  ) with (fillfactor = 75)`,
  sql`create index conversations_by_age on botlane.conversations (bot, created_at, id)`,

  sql`create table botlane.turns (
    conversation_id text not null,
    key text not null,
    number integer not null,
    first_message integer not null,
    last_message integer not null,
    at timestamptz not null,
    bot text not null,
    version integer,
    language text not null,
    handover boolean not null,
    spoke boolean not null,
    primary key (conversation_id, key)
  )`,
  sql`create index turns_by_age on botlane.turns (bot, at)`,

  sql`create table botlane.messages (
    conversation_id text not null,
    id integer not null,
    at timestamptz not null,
    bot text not null,
    environment text not null,
    language text not null,
    version integer,
    kind text not null,
    text text not null,
    value text,
    buttons jsonb,
    dialog text,
    intent text,
    score double precision,
    understood boolean,
    exact boolean,
    inbox_id text,
    primary key (conversation_id, id)
  )`,
  sql`create index messages_to_learn_from on botlane.messages (bot, inbox_id) where inbox_id is not null`,

  sql`create table botlane.feedback (
    conversation_id text not null references botlane.conversations (id) on delete cascade,
    message integer not null,
    at timestamptz not null,
    bot text not null,
    environment text not null,
    thumb text not null check (thumb in ('up', 'down')),
    comment text not null,
    version integer,
    dialog text not null,
    primary key (conversation_id, message)
  )`,
  sql`create index feedback_by_age on botlane.feedback (bot, at, conversation_id, message)`,

  sql`create table botlane.usage (
    bot text not null,
    hour timestamptz not null,
    environment text not null,
    channel text not null,
    language text not null,
    version integer not null,
    measure text not null,
    name text not null,
    shard smallint not null,
    count bigint not null,
    primary key (bot, hour, environment, channel, language, version, measure, name, shard)
  ) with (fillfactor = 75)`,

  sql`create table botlane.inbox_decisions (
    bot text not null,
    inbox_id text not null,
    verdict text not null check (verdict in ('accepted', 'assigned', 'ignored')),
    intent text,
    decided_by text not null,
    at timestamptz not null,
    primary key (bot, inbox_id)
  )`,

  sql`create table botlane.credentials (
    id text primary key,
    bot text not null,
    kind text not null check (kind in ('password', 'user', 'team', 'token')),
    name text not null,
    hash text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
  )`,
  sql`create unique index credentials_in_force on botlane.credentials (bot, kind, name) where revoked_at is null`,
  sql`create index credentials_by_hash on botlane.credentials (hash)`,

  sql`create table botlane.team_members (
    bot text not null,
    team text not null,
    user_name text not null,
    added_at timestamptz not null,
    primary key (bot, team, user_name)
  )`,

  sql`create table botlane.sign_ins (
    hash text primary key,
    bot text not null,
    credential_id text not null references botlane.credentials (id) on delete cascade,
    user_name text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  sql`create index sign_ins_by_credential on botlane.sign_ins (credential_id)`,
  sql`create index sign_ins_by_end on botlane.sign_ins (expires_at)`,

  sql`create table botlane.admin_tokens (
    id text primary key,
    name text not null,
    hash text not null unique,
    scopes text[] not null,
    bots text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
  )`,

  sql`create table botlane.audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    bot text not null,
    details jsonb not null
  )`,
  sql`create index audit_by_bot on botlane.audit (bot, id)`,

  sql`create table botlane.releases_seen (
    id bigint generated always as identity primary key,
    bot text not null,
    environment text not null,
    version integer,
    commit text not null,
    at timestamptz not null
  )`,
  sql`create index releases_seen_by_bot on botlane.releases_seen (bot, environment, id)`,

  sql`create table botlane.bot_settings (
    bot text primary key,
    retention_days integer not null check (retention_days > 0)
  )`,

  // One row as long as files may hold what the tables no longer do.
  sql`create table botlane.compaction_due (
    one boolean primary key check (one),
    deletions integer not null
  )`,
];
