import { ownTimeZone } from '../text/timeZone';

/** How somebody reads a time: BCP 47 locale, undefined for that of the system, and IANA time zone. */
export interface TimeReader {
  readonly locale?: string | undefined;
  readonly zone: string;
}

/** The person at this computer. */
export function localReader(): TimeReader {
  return { zone: ownTimeZone() };
}

/**
 * A time for people: `Nov 1, 2026, 12:00:00 PM GMT+1 (Europe/Brussels)`. With the offset, because clocks show some times twice.
 *
 * @param instant ISO 8601
 */
export function timeWords(instant: string, { locale, zone }: TimeReader): string {
  const words = new Date(instant).toLocaleString(locale, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  return `${words} (${zone})`;
}

/** The same in short, for lists that name the time zone above: `Nov 1, 2026, 12:00 PM`. */
export function shortTime(instant: string, { locale, zone }: TimeReader): string {
  return new Date(instant).toLocaleString(locale, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
