import { type RawBuilder, sql } from 'kysely';
import type { Connection, Database } from './connection';
import type { PurgeResult, RetentionStore } from './contract';
import { compact, NOTE_DELETION } from './compact';
import { eraseConversations } from './erase';

const DEFAULT_DAYS = 365;
/** Conversations, or turns, in one transaction. */
const STEP = 500;

export class Retention implements RetentionStore {
  readonly #connection: Pick<Connection, 'db' | 'kind'>;
  readonly #db: Database;

  constructor(connection: Pick<Connection, 'db' | 'kind'>) {
    this.#connection = connection;
    this.#db = connection.db;
  }

  async days(bot: string): Promise<number> {
    const row = await this.#db
      .selectFrom('botlane.bot_settings')
      .select('retention_days')
      .where('bot', '=', bot)
      .executeTakeFirst();
    return row?.retention_days ?? DEFAULT_DAYS;
  }

  async set(bot: string, days: number): Promise<void> {
    await this.#db
      .insertInto('botlane.bot_settings')
      .values({ bot, retention_days: days })
      .onConflict((conflict) => conflict.column('bot').doUpdateSet({ retention_days: days }))
      .execute();
  }

  async purge(now: Date, signal?: AbortSignal): Promise<PurgeResult> {
    let conversations = 0;
    let messages = 0;
    for (const { bot, before } of await this.#ages(now)) {
      for (;;) {
        if (signal?.aborted) break;
        const erased = await this.#eraseConversations(bot, before);
        conversations += erased.conversations;
        messages += erased.messages;
        if (erased.conversations === 0) break;
      }
      for (;;) {
        if (signal?.aborted) break;
        const erased = await this.#eraseTurns(bot, before);
        messages += erased.messages;
        if (erased.turns === 0) break;
      }
    }
    if (signal?.aborted) return { conversations, messages, signIns: 0 };
    const signIns = await this.#db
      .deleteFrom('botlane.sign_ins')
      .where('expires_at', '<=', now)
      .executeTakeFirst();
    await compact(this.#connection);
    return { conversations, messages, signIns: Number(signIns.numDeletedRows) };
  }

  /** Every bot that was ever talked to, with the moment before which things of it are too old. */
  async #ages(now: Date): Promise<readonly { readonly bot: string; readonly before: Date }[]> {
    const { rows } = await sql<{ bot: string; before: Date }>`
      select u.bot, ${now}::timestamptz - coalesce(s.retention_days, ${DEFAULT_DAYS}) * interval '24 hours' as before
      from (select distinct bot from botlane.usage) u left join botlane.bot_settings s using (bot)`.execute(
      this.#db,
    );
    return rows;
  }

  #eraseConversations(bot: string, before: Date) {
    return eraseConversations(this.#db, (conversations) =>
      conversations
        .where('bot', '=', bot)
        .where('created_at', '<', before)
        .where('active_at', '<', before)
        .limit(STEP)
        // Another gateway may be at it.
        .skipLocked(),
    );
  }

  /** Old turns of conversations that go on. */
  #eraseTurns(bot: string, before: Date): Promise<{ readonly turns: number; readonly messages: number }> {
    return this.#db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ turns: number; messages: number }>`
        with old as (
          delete from botlane.turns where (conversation_id, key) in (
            select conversation_id, key from botlane.turns where bot = ${bot} and at < ${before}
            order by at limit ${STEP} for update skip locked)
          returning conversation_id, first_message, last_message),
        said as (
          delete from botlane.messages m using old
          where m.conversation_id = old.conversation_id and m.id between old.first_message and old.last_message
          returning 1),
        rated as (
          delete from botlane.feedback f using old
          where f.conversation_id = old.conversation_id and f.message between old.first_message and old.last_message)
        select ${countOf('old')} as turns, ${countOf('said')} as messages`.execute(transaction);
      const [erased = { turns: 0, messages: 0 }] = rows;
      if (erased.turns > 0) await NOTE_DELETION.execute(transaction);
      return erased;
    });
  }
}

function countOf(rows: 'old' | 'said'): RawBuilder<number> {
  return sql`(select count(*)::int from ${sql.raw(rows)})`;
}
