import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './connection';
import type { ConversationKey, NewConversation } from './contract';
import { isCollision } from './faults';
import {
  LEASE,
  type PlacedTurn,
  TURN_COLUMNS,
  type TurnInput,
  turnArrays,
  writePlaced,
} from './turnStatement';

export interface TurnJob {
  readonly key: ConversationKey;
  readonly revision: number;
  readonly input: TurnInput;
}

export interface StartJob {
  readonly id: string;
  readonly conversation: NewConversation;
  readonly input: TurnInput;
}

/** How often a batch is sent again that stood in another gateway's way. */
const ATTEMPTS = 5;

/**
 * Writes turns, many in one statement: a statement is a transaction of its own, so that a turn is written as a whole or not
 * at all. Undefined for a turn whose conversation is no longer as it was read, or whose key was used.
 *
 * @param jobs of different conversations
 */
export async function writeTurns(
  db: Database,
  jobs: readonly TurnJob[],
  shard: number,
): Promise<readonly (PlacedTurn | undefined)[]> {
  const inputs = jobs.map(({ input }) => input);
  const statement = sql<PlacedTurn>`
    with input as (
      select * from unnest(
        ${jobs.map(({ key }) => key.id)}::text[],
        ${jobs.map(({ key }) => key.bot)}::text[],
        ${jobs.map(({ key }) => key.environment)}::text[],
        ${jobs.map(({ revision }) => revision)}::int[],
        ${turnArrays(inputs)}
      ) as i (id, bot, environment, revision, ${TURN_COLUMNS})),
    placed as (
      update botlane.conversations c set
        session = i.session, language = i.language, revision = c.revision + 1,
        last_message = c.last_message + i.said, active_at = greatest(c.active_at, i.at),
        open_key = case when i.busy is not null then i.key end,
        busy_until = ${LEASE}
      from input i
      where c.id = i.id and c.bot = i.bot and c.environment = i.environment and c.revision = i.revision
        and case when i.opens
          then (c.open_key is null or c.busy_until <= now()) and not exists (
            select from botlane.turns t where t.conversation_id = i.id and t.key = i.key)
          else c.open_key = i.key end
      returning i.n, c.id, c.bot, c.environment, c.channel, c.revision, c.last_message - i.said as base),
    ${writePlaced(inputs, shard)}`;
  for (let attempt = 1; ; attempt++) {
    try {
      return inOrder((await statement.execute(db)).rows, jobs.length);
    } catch (error) {
      if (!isCollision(error) || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** The same for turns that begin a conversation. Undefined where the start key was used. */
export async function writeStarts(
  db: Database,
  jobs: readonly StartJob[],
  shard: number,
): Promise<readonly (PlacedTurn | undefined)[]> {
  const inputs = jobs.map(({ input }) => input);
  const conversations = jobs.map(({ conversation }) => conversation);
  const { rows } = await sql<PlacedTurn>`
    with input as (
      select * from unnest(
        ${jobs.map(({ id }) => id)}::text[],
        ${conversations.map(({ bot }) => bot)}::text[],
        ${conversations.map(({ environment }) => environment)}::text[],
        ${conversations.map(({ channel }) => channel)}::text[],
        ${conversations.map(({ user }) => user)}::text[],
        ${conversations.map(({ startKey }) => startKey)}::text[],
        ${turnArrays(inputs)}
      ) as i (id, bot, environment, channel, user_key, start_key, ${TURN_COLUMNS})),
    started as (
      insert into botlane.conversations as c (id, bot, environment, channel, user_key, start_key, session, language,
        revision, last_message, created_at, active_at, open_key, busy_until)
      select i.id, i.bot, i.environment, i.channel, i.user_key, i.start_key, i.session, i.language, 1, i.said, i.at, i.at,
        case when i.busy is not null then i.key end, ${LEASE}
      from input i order by i.bot, i.environment, i.channel, i.user_key, i.start_key
      on conflict (bot, environment, channel, user_key, start_key) do nothing
      returning c.id, c.bot, c.environment, c.channel, c.revision),
    placed as (
      select i.n, s.id, s.bot, s.environment, s.channel, s.revision, 0 as base from started s join input i using (id)),
    ${writePlaced(inputs, shard)}`.execute(db);
  return inOrder(rows, jobs.length);
}

/** 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

function inOrder(rows: readonly PlacedTurn[], count: number): readonly (PlacedTurn | undefined)[] {
  const byPlace = new Map(rows.map((row) => [row.n, row]));
  return Array.from({ length: count }, (_, n) => byPlace.get(n));
}
