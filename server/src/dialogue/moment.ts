import type { PredictContext } from '../nlp/contract';

/**
 * A date-time in ISO 8601 with its offset, as an instant and the clock of the user; undefined when it is none.
 */
export function momentOf(iso: string): Required<PredictContext> | undefined {
  const now = new Date(iso);
  const [, sign, hours = '0', minutes = '0'] = /(?:([+-])(\d{2}):(\d{2})|Z)$/.exec(iso) ?? [];
  if (Number.isNaN(now.getTime()) || !/(?:Z|[+-]\d{2}:\d{2})$/.test(iso)) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return { now, offsetMinutes: sign === '-' ? -offset : sign === '+' ? offset : 0 };
}
