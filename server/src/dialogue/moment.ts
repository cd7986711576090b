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

/** An instant on the clock of this machine, which is that of the person in front of it; `text` is the same in ISO 8601. */
export function momentHere(now: Date): Required<PredictContext> & { readonly text: string } {
  const offsetMinutes = 0 - now.getTimezoneOffset();
  const clock = new Date(now.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const [hours, minutes] = [Math.trunc(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return { now, offsetMinutes, text: `${clock}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}` };
}
