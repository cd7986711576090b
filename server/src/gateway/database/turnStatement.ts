import { type RawBuilder, sql } from 'kysely';
import type { TurnWrite } from './contract';
import type { Measure } from './tables';
import { countsOf, type DraftMessage, messagesOf } from './turnRows';

/** Milliseconds. */
const HOUR = 3_600_000;

/** Where a part of a turn came to stand: what the statement answers with. */
export interface PlacedTurn {
  /** Its place in the batch, from 0. */
  readonly n: number;
  readonly id: string;
  readonly revision: number;
  /** The id of the last message before it. */
  readonly base: number;
}

export interface TurnInput {
  readonly turn: TurnWrite;
  /** Of the turn, in JSON. */
  readonly session: string;
  /** It begins a turn; otherwise it goes on with the open one. */
  readonly opens: boolean;
  readonly messages: readonly DraftMessage[];
  readonly counts: readonly (readonly [measure: Measure, name: string])[];
}

/** A part of a turn of a conversation that is there. */
export function turnInput(turn: TurnWrite): TurnInput {
  return {
    turn,
    session: JSON.stringify(turn.session),
    opens: turn.incoming !== undefined,
    messages: messagesOf(turn),
    counts: countsOf(turn),
  };
}

/** The turn that begins a conversation. */
export function startInput(turn: TurnWrite): TurnInput {
  return { ...turnInput(turn), opens: true, counts: [['conversation', ''], ...countsOf(turn)] };
}

/**
 * The end of a statement whose `input` (n, and the columns of `turnColumns`) holds a batch of turns, and whose `placed` (n,
 * id, bot, environment, channel, revision, base) holds those of them whose conversation was written: the turns, their
 * messages and the usage follow from it, in the same step.
 *
 * @param shard where this gateway counts
 */
export function writePlaced(inputs: readonly TurnInput[], shard: number): RawBuilder<PlacedTurn> {
  return sql`
    begun as (
      insert into botlane.turns (conversation_id, key, number, first_message, last_message, at, bot, version, language,
        handover, spoke)
      select p.id, i.key, p.revision, p.base + 1, p.base + i.said, i.at, p.bot, i.version, i.language, i.handover, i.spoke
      from placed p join input i using (n) where i.opens),
    continued as (
      update botlane.turns t set last_message = p.base + i.said, version = i.version, language = i.language,
        handover = t.handover or i.handover
      from placed p join input i using (n)
      where not i.opens and t.conversation_id = p.id and t.key = i.key),
    said as (
      insert into botlane.messages (conversation_id, id, bot, environment, at, language, version, kind, text, value,
        buttons, dialog, intent, score, understood, exact, inbox_id)
      select p.id, p.base + m.place, p.bot, p.environment, i.at, i.language, i.version, m.kind, m.text, m.value,
        m.buttons::jsonb, m.dialog, m.intent, m.score, m.understood, m.exact, m.inbox_id
      from placed p join input i using (n) join ${messageRows(inputs)} using (n)),
    counted as (
      insert into botlane.usage as u (bot, hour, environment, channel, language, version, measure, name, shard, count)
      select p.bot, i.hour, p.environment, p.channel, i.language, coalesce(i.version, 0), c.measure, c.name,
        ${shard}::smallint, count(*)
      from placed p join input i using (n) join ${countRows(inputs)} using (n)
      group by 1, 2, 3, 4, 5, 6, 7, 8
      order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (bot, hour, environment, channel, language, version, measure, name, shard)
      do update set count = u.count + excluded.count)
    select n, id, revision, base from placed`;
}

/** Columns of `input` that the tail needs, as arguments of `unnest`. */
export function turnArrays(inputs: readonly TurnInput[]): RawBuilder<unknown> {
  const turns = inputs.map(({ turn }) => turn);
  return sql.join([
    sql`${turns.map((_, n) => n)}::int[]`,
    sql`${turns.map(({ key }) => key)}::text[]`,
    sql`${turns.map(({ at }) => at.toISOString())}::timestamptz[]`,
    sql`${turns.map(({ at }) => hourOf(at).toISOString())}::timestamptz[]`,
    sql`${turns.map(({ version }) => version)}::int[]`,
    sql`${turns.map(({ language }) => language)}::text[]`,
    sql`${inputs.map(({ session }) => session)}::text[]`,
    sql`${turns.map(({ handover }) => handover)}::boolean[]`,
    sql`${turns.map(({ busyFor }) => busyFor ?? null)}::float8[]`,
    sql`${inputs.map(({ messages }) => messages.length)}::int[]`,
    sql`${inputs.map(({ opens }) => opens)}::boolean[]`,
    sql`${inputs.map(({ counts }) => counts.some(([measure]) => measure === 'message'))}::boolean[]`,
  ]);
}

/** The names of `turnArrays`. */
export const TURN_COLUMNS = sql.raw(
  'n, key, at, hour, version, language, session, handover, busy, said, opens, spoke',
);

/** Until when a conversation is leased, by the database's clock; `input` is called i. */
export const LEASE = sql.raw("now() + i.busy * interval '1 millisecond'");

export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR) * HOUR);
}

function messageRows(inputs: readonly TurnInput[]): RawBuilder<unknown> {
  const rows = inputs.flatMap(({ messages }, n) =>
    messages.map((message, index) => ({ n, place: index + 1, message })),
  );
  const messages = rows.map(({ message }) => message);
  return sql`unnest(
    ${rows.map(({ n }) => n)}::int[],
    ${rows.map(({ place }) => place)}::int[],
    ${messages.map(({ kind }) => kind)}::text[],
    ${messages.map(({ text }) => text)}::text[],
    ${messages.map(({ value }) => value)}::text[],
    ${messages.map(({ buttons }) => (buttons === null ? null : JSON.stringify(buttons)))}::text[],
    ${messages.map(({ dialog }) => dialog)}::text[],
    ${messages.map(({ intent }) => intent)}::text[],
    ${messages.map(({ score }) => score)}::float8[],
    ${messages.map(({ understood }) => understood)}::boolean[],
    ${messages.map(({ exact }) => exact)}::boolean[],
    ${messages.map(({ inbox_id }) => inbox_id)}::text[]
  ) as m (n, place, kind, text, value, buttons, dialog, intent, score, understood, exact, inbox_id)`;
}

function countRows(inputs: readonly TurnInput[]): RawBuilder<unknown> {
  const rows = inputs.flatMap(({ counts }, n) => counts.map(([measure, name]) => ({ n, measure, name })));
  return sql`unnest(
    ${rows.map(({ n }) => n)}::int[],
    ${rows.map(({ measure }) => measure)}::text[],
    ${rows.map(({ name }) => name)}::text[]
  ) as c (n, measure, name)`;
}
