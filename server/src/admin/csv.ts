import { stringify } from 'csv-stringify/sync';
import type { AdminCounts, Statistics } from './api';

const COUNTS = [
  'conversations',
  'messages',
  'asked',
  'notUnderstood',
  'handovers',
  'thumbsUp',
  'thumbsDown',
] as const satisfies readonly (keyof AdminCounts)[];

/** A table as CSV. Cells that a spreadsheet would take for a formula are written as text. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    [header, ...rows].map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
}

/**
 * Statistics as one table, each line of what its first column says: the whole range, points of time, versions, channels,
 * languages, environments, and how often intents and dialogs were reached.
 */
export function statisticsCsv(statistics: Statistics): string {
  const { total, timeline, versions, environments, channels, languages, intents, dialogs } = statistics;
  return csvOf(
    ['kind', 'name', 'users', ...COUNTS, 'count'],
    [
      counted('total', '', total, total.users),
      ...timeline.map((point) => counted(statistics.by, point.at, point, point.users)),
      ...versions.map((one) => counted('version', one.name, one)),
      ...environments.map((one) => counted('environment', one.name, one)),
      ...channels.map((one) => counted('channel', one.name, one)),
      ...languages.map((one) => counted('language', one.name, one)),
      ...intents.map((one) => reached('intent', one)),
      ...dialogs.map((one) => reached('dialog', one)),
    ],
  );
}

type Row = readonly (string | number)[];

function counted(kind: string, name: string, counts: AdminCounts, users: number | '' = ''): Row {
  return [kind, name, users, ...COUNTS.map((key) => counts[key]), ''];
}

function reached(kind: string, { name, count }: Statistics['intents'][number]): Row {
  return [kind, name, '', ...COUNTS.map(() => ''), count];
}
