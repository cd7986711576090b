import { type RawBuilder, sql } from 'kysely';
import type { Database } from './connection';
import type { Environment, InboxDecision, InboxEntry, InboxQuery, InboxStore, Page } from './contract';
import { cursorOf, DECIMAL, ID, INSTANT, INTEGER, pageOf, readCursor } from './cursor';

interface EntryRow {
  readonly inbox_id: string;
  readonly text: string;
  readonly language: string;
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly environment: Environment;
  readonly version: number | null;
  readonly intent: string | null;
  readonly score: number;
  readonly understood: boolean;
}

/** What each order goes by, downwards or upwards, and what it looks like in a cursor. */
const ORDERS = {
  newest: { by: sql.raw('last_at'), type: sql.raw('timestamptz'), way: sql.raw('desc'), shape: INSTANT },
  'most-frequent': { by: sql.raw('count'), type: sql.raw('int'), way: sql.raw('desc'), shape: INTEGER },
  'lowest-score': { by: sql.raw('score'), type: sql.raw('float8'), way: sql.raw('asc'), shape: DECIMAL },
} as const;

export class Inbox implements InboxStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async list(query: InboxQuery): Promise<Page<InboxEntry>> {
    const { by, type, way, shape } = ORDERS[query.order];
    const cursor = readCursor(query.after, [shape, ID]);
    const beyond = query.order === 'lowest-score' ? sql.raw('>') : sql.raw('<');
    const { rows } = await sql<EntryRow>`
      select * from (
        select distinct on (m.inbox_id) m.inbox_id, m.text, m.language, m.environment, m.version, m.intent, m.score,
          m.understood, m.at as last_at, (count(*) over entry)::int as count, min(m.at) over entry as first_at
        from botlane.messages m
        where ${allOf(waiting(query.bot), ...filters(query))}
        window entry as (partition by m.inbox_id)
        order by m.inbox_id, m.at desc, m.conversation_id, m.id desc
      ) entries
      where ${cursor ? sql`(${by}, inbox_id) ${beyond} (${cursor[0]}::${type}, ${cursor[1]})` : sql`true`}
      order by ${by} ${way}, inbox_id ${way}
      limit ${query.limit + 1}`.execute(this.#db);
    const place = (entry: InboxEntry): string | number =>
      ({ newest: entry.lastAt.toISOString(), 'most-frequent': entry.count, 'lowest-score': entry.score })[
        query.order
      ];
    return pageOf(rows.map(toEntry), query.limit, (entry) => cursorOf(place(entry), entry.id));
  }

  async count(bot: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(distinct m.inbox_id)::int as count from botlane.messages m where ${waiting(bot)}`.execute(
      this.#db,
    );
    return rows[0]?.count ?? 0;
  }

  async decide(bot: string, decisions: readonly InboxDecision[]): Promise<void> {
    // Of two on the same text the later one counts; a statement must not touch a row twice.
    const latest = [...new Map(decisions.map((decision) => [decision.id, decision])).values()];
    if (latest.length === 0) return;
    await sql`
      insert into botlane.inbox_decisions (bot, inbox_id, verdict, intent, decided_by, at)
      select ${bot}, d.* from unnest(
        ${latest.map(({ id }) => id)}::text[],
        ${latest.map(({ verdict }) => verdict)}::text[],
        ${latest.map(({ intent }) => intent ?? null)}::text[],
        ${latest.map(({ by }) => by)}::text[],
        ${latest.map(({ at }) => at.toISOString())}::timestamptz[]
      ) as d (inbox_id, verdict, intent, decided_by, at)
      order by d.inbox_id
      on conflict (bot, inbox_id) do update set
        verdict = excluded.verdict, intent = excluded.intent, decided_by = excluded.decided_by, at = excluded.at`.execute(
      this.#db,
    );
  }

  async undecide(bot: string, ids: readonly string[]): Promise<number> {
    const { numAffectedRows } = await sql`
      delete from botlane.inbox_decisions where bot = ${bot} and inbox_id = any(${ids}::text[])`.execute(
      this.#db,
    );
    return Number(numAffectedRows ?? 0n);
  }
}

function waiting(bot: string): RawBuilder<unknown> {
  return sql`m.bot = ${bot} and m.inbox_id is not null and not exists (
    select from botlane.inbox_decisions d where d.bot = m.bot and d.inbox_id = m.inbox_id)`;
}

function filters(query: InboxQuery): readonly RawBuilder<unknown>[] {
  const { environment, language, intent, understood, since } = query;
  return [
    ...(environment === undefined ? [] : [sql`m.environment = ${environment}`]),
    ...(language === undefined ? [] : [sql`m.language = ${language}`]),
    ...(intent === undefined ? [] : [sql`m.intent is not distinct from ${intent}::text`]),
    ...(understood === undefined ? [] : [sql`m.understood = ${understood}`]),
    ...(since === undefined ? [] : [sql`m.at >= ${since}`]),
  ];
}

function allOf(...conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `);
}

function toEntry(row: EntryRow): InboxEntry {
  return {
    id: row.inbox_id,
    text: row.text,
    language: row.language,
    count: row.count,
    firstAt: row.first_at,
    lastAt: row.last_at,
    environment: row.environment,
    version: row.version,
    intent: row.intent ?? undefined,
    score: row.score,
    understood: row.understood,
  };
}
