import { sql } from 'kysely';
import type { Database } from './connection';
import type { AuditEntry, AuditStore, Page } from './contract';
import { cursorOf, INTEGER, pageOf, readCursor } from './cursor';

export class Audit implements AuditStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async add({ at, actor, action, bot, details }: AuditEntry): Promise<void> {
    await this.#db
      .insertInto('botlane.audit')
      .values({ at, actor, action, bot, details: JSON.stringify(details) })
      .execute();
  }

  async list({ bot, after, limit }: Parameters<AuditStore['list']>[0]): Promise<Page<AuditEntry>> {
    let rows = this.#db
      .selectFrom('botlane.audit')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (bot !== undefined) rows = rows.where('bot', '=', bot);
    const cursor = readCursor(after, [INTEGER]);
    if (cursor) rows = rows.where(sql<boolean>`id < ${cursor[0]}::bigint`);
    const page = pageOf(await rows.execute(), limit, ({ id }) => cursorOf(id));
    return {
      ...page,
      items: page.items.map(({ at, actor, action, bot: of, details }) => ({
        at,
        actor,
        action,
        bot: of,
        details,
      })),
    };
  }
}
