const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far back statistics look, and whether by the hour or by the day. */
export const RANGES = {
  day: { length: DAY, by: 'hour' },
  week: { length: 7 * DAY, by: 'hour' },
  month: { length: 30 * DAY, by: 'day' },
  quarter: { length: 90 * DAY, by: 'day' },
} as const satisfies Record<string, { readonly length: number; readonly by: 'hour' | 'day' }>;

export type RangeName = keyof typeof RANGES;

/** The range that ends with the hour of `now`, in whole hours or days of UTC (ISO 8601). */
export function rangeOf(name: RangeName, now: Date): { readonly since: string; readonly until: string } {
  const { length, by } = RANGES[name];
  const step = by === 'hour' ? HOUR : DAY;
  const until = (Math.floor(now.getTime() / step) + 1) * step;
  return { since: new Date(until - length).toISOString(), until: new Date(until).toISOString() };
}
