import { type Selectable, sql } from 'kysely';
import type { Database } from './connection';
import type { ConversationKey, Feedback, FeedbackStore, Page } from './contract';
import { cursorOf, ID, INSTANT, INTEGER, pageOf, readCursor } from './cursor';
import type { FeedbackTable } from './tables';
import { hourOf } from './turnStatement';

export class FeedbackRows implements FeedbackStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** One transaction: the thumb of before is taken back where it was counted, and the new one counted. */
  async put(
    { bot, environment, id }: ConversationKey,
    { message, thumb, comment, at }: Pick<Feedback, 'message' | 'thumb' | 'comment' | 'at'>,
  ): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      // Two ratings of the same message come one after the other.
      const rated = await transaction
        .selectFrom('botlane.conversations as c')
        .innerJoin('botlane.messages as m', 'm.conversation_id', 'c.id')
        .select(['c.channel', 'm.language', 'm.version', 'm.dialog'])
        .where('c.id', '=', id)
        .where('c.bot', '=', bot)
        .where('c.environment', '=', environment)
        .where('m.id', '=', message)
        .where('m.kind', '=', 'said')
        .forUpdate('c')
        .executeTakeFirst();
      if (!rated) return false;
      const { channel, language, version } = rated;
      const count = (when: Date, what: Feedback['thumb'], by: 1 | -1) =>
        sql`insert into botlane.usage as u (bot, hour, environment, channel, language, version, measure, name, shard, count)
          values (${bot}, ${hourOf(when)}, ${environment}, ${channel}, ${language}, ${version ?? 0}, ${`thumb-${what}`}, '',
            0, ${by})
          on conflict (bot, hour, environment, channel, language, version, measure, name, shard)
          do update set count = u.count + excluded.count`.execute(transaction);
      const before = await transaction
        .selectFrom('botlane.feedback')
        .select(['at', 'thumb'])
        .where('conversation_id', '=', id)
        .where('message', '=', message)
        .executeTakeFirst();
      if (before) await count(before.at, before.thumb, -1);
      await transaction
        .insertInto('botlane.feedback')
        .values({
          conversation_id: id,
          message,
          at,
          bot,
          environment,
          thumb,
          comment,
          version,
          dialog: rated.dialog ?? '',
        })
        .onConflict((conflict) =>
          conflict.columns(['conversation_id', 'message']).doUpdateSet({ at, thumb, comment }),
        )
        .execute();
      await count(at, thumb, 1);
      return true;
    });
  }

  async list(query: Parameters<FeedbackStore['list']>[0]): Promise<Page<Feedback>> {
    let rows = this.#db
      .selectFrom('botlane.feedback')
      .selectAll()
      .where('bot', '=', query.bot)
      .orderBy('at', 'desc')
      .orderBy('conversation_id', 'desc')
      .orderBy('message', 'desc')
      .limit(query.limit + 1);
    if (query.environment !== undefined) rows = rows.where('environment', '=', query.environment);
    if (query.thumb !== undefined) rows = rows.where('thumb', '=', query.thumb);
    if (query.since) rows = rows.where('at', '>=', query.since);
    if (query.until) rows = rows.where('at', '<', query.until);
    const cursor = readCursor(query.after, [INSTANT, ID, INTEGER]);
    if (cursor) {
      const [at, conversation, message] = cursor;
      rows = rows.where(
        sql<boolean>`(at, conversation_id, message) < (${at}::timestamptz, ${conversation}, ${message}::int)`,
      );
    }
    return pageOf((await rows.execute()).map(toFeedback), query.limit, ({ at, conversation, message }) =>
      cursorOf(at.toISOString(), conversation, message),
    );
  }
}

export function toFeedback(row: Selectable<FeedbackTable>): Feedback {
  return {
    bot: row.bot,
    environment: row.environment,
    conversation: row.conversation_id,
    message: row.message,
    thumb: row.thumb,
    comment: row.comment,
    at: row.at,
    version: row.version,
    dialog: row.dialog,
  };
}
