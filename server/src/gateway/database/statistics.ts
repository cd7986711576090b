import { type RawBuilder, sql } from 'kysely';
import type { Database } from './connection';
import type {
  Counts,
  NamedCount,
  StatisticsDimension,
  StatisticsQuery,
  StatisticsStore,
  TimelinePoint,
} from './contract';
import type { Measure } from './tables';

/** Milliseconds. */
const HOUR = 3_600_000;

/** Which measure each of the counts is the sum of. */
const MEASURES: Readonly<Record<keyof Counts, Measure>> = {
  conversations: 'conversation',
  messages: 'message',
  asked: 'asked',
  notUnderstood: 'not-understood',
  handovers: 'hand-over',
  thumbsUp: 'thumb-up',
  thumbsDown: 'thumb-down',
};

const NOTHING: Counts = {
  conversations: 0,
  messages: 0,
  asked: 0,
  notUnderstood: 0,
  handovers: 0,
  thumbsUp: 0,
  thumbsDown: 0,
};

/** A sum per measure; doubles are exact up to 2^53 and come as numbers. */
const SUMS = sql.join(
  Object.entries(MEASURES).map(
    ([name, measure]) =>
      sql`coalesce(sum(u.count) filter (where u.measure = ${sql.lit(measure)}), 0)::float8 as ${sql.ref(name)}`,
  ),
);

export class Statistics implements StatisticsStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async total(query: StatisticsQuery): Promise<Counts & { readonly users: number }> {
    const [counts, users] = await Promise.all([
      this.#sum(query),
      sql<{ users: number }>`select count(distinct ${USER})::int as users ${spoken(query)}`.execute(this.#db),
    ]);
    return { ...counts, users: users.rows[0]?.users ?? 0 };
  }

  async timeline(query: StatisticsQuery, by: 'hour' | 'day'): Promise<readonly TimelinePoint[]> {
    const unit = sql.lit(by);
    const [counts, users] = await Promise.all([
      sql<Counts & { at: Date }>`
        select date_trunc(${unit}, u.hour, 'UTC') as at, ${SUMS} from botlane.usage u where ${counted(query)}
        group by 1 order by 1`.execute(this.#db),
      sql<{ at: Date; users: number }>`
        select date_trunc(${unit}, t.at, 'UTC') as at, count(distinct ${USER})::int as users ${spoken(query)}
        group by 1`.execute(this.#db),
    ]);
    const usersAt = new Map(users.rows.map((row) => [row.at.getTime(), row.users]));
    return counts.rows.map((row) => ({ ...row, users: usersAt.get(row.at.getTime()) ?? 0 }));
  }

  async split(
    query: StatisticsQuery,
    by: StatisticsDimension,
  ): Promise<readonly (Counts & { readonly name: string })[]> {
    const name = by === 'version' ? sql`coalesce(nullif(u.version, 0)::text, '')` : sql.ref(`u.${by}`);
    const { rows } = await sql<Counts & { name: string }>`
      select ${name} as name, ${SUMS} from botlane.usage u where ${counted(query)}
      group by 1 order by messages desc, 1`.execute(this.#db);
    return rows;
  }

  intents(query: StatisticsQuery, limit: number): Promise<readonly NamedCount[]> {
    return this.#names(query, 'intent', limit);
  }

  dialogs(query: StatisticsQuery, limit: number): Promise<readonly NamedCount[]> {
    return this.#names(query, 'dialog', limit);
  }

  async around(
    query: Omit<StatisticsQuery, 'since' | 'until' | 'version'>,
    at: Date,
    hours: number,
  ): Promise<{ readonly before: Counts; readonly after: Counts }> {
    // The hour in which it was released belongs to neither: it knew both.
    const released = Math.floor(at.getTime() / HOUR) * HOUR;
    const span = hours * HOUR;
    const [before, after] = await Promise.all([
      this.#sum({ ...query, since: new Date(released - span), until: new Date(released) }),
      this.#sum({ ...query, since: new Date(released + HOUR), until: new Date(released + HOUR + span) }),
    ]);
    return { before, after };
  }

  async #sum(query: StatisticsQuery): Promise<Counts> {
    const { rows } = await sql<Counts>`select ${SUMS} from botlane.usage u where ${counted(query)}`.execute(
      this.#db,
    );
    return rows[0] ?? NOTHING;
  }

  async #names(query: StatisticsQuery, measure: Measure, limit: number): Promise<readonly NamedCount[]> {
    const { rows } = await sql<NamedCount>`
      select u.name, sum(u.count)::float8 as count from botlane.usage u
      where ${counted(query)} and u.measure = ${measure}
      group by 1 order by 2 desc, u.name collate "C" limit ${limit}`.execute(this.#db);
    return rows;
  }
}

/** Who has no name on the channel is somebody else in every conversation. */
const USER = sql.raw(`case when c.user_key = '' then c.id else c.channel || ' ' || c.user_key end`);

function counted({ bot, since, until, ...filter }: StatisticsQuery): RawBuilder<unknown> {
  return sql`u.bot = ${bot} and u.hour >= ${since} and u.hour < ${until}${filters(filter, 'u', 'u', sql`u.version`)}`;
}

/** Turns in which a user said something. */
function spoken({ bot, since, until, ...filter }: StatisticsQuery): RawBuilder<unknown> {
  return sql`from botlane.turns t join botlane.conversations c on c.id = t.conversation_id
    where t.bot = ${bot} and t.at >= ${since} and t.at < ${until} and t.spoke
    ${filters(filter, 'c', 't', sql`coalesce(t.version, 0)`)}`;
}

/** @param of where environment and channel stand; @param said where the language does */
function filters(
  { environment, channel, language, version }: Omit<StatisticsQuery, 'bot' | 'since' | 'until'>,
  of: string,
  said: string,
  versionColumn: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const conditions = [
    ...(environment === undefined ? [] : [sql` and ${sql.ref(`${of}.environment`)} = ${environment}`]),
    ...(channel === undefined ? [] : [sql` and ${sql.ref(`${of}.channel`)} = ${channel}`]),
    ...(language === undefined ? [] : [sql` and ${sql.ref(`${said}.language`)} = ${language}`]),
    ...(version === undefined ? [] : [sql` and ${versionColumn} = ${version ?? 0}`]),
  ];
  return conditions.length === 0 ? sql`` : sql.join(conditions, sql``);
}
