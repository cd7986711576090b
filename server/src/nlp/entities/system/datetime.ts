import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import type { PredictContext } from '../../contract';
import { primaryLanguage } from '../../text/stemmers';
import type { Match, Matcher } from '../matcher';

/**
 * Dates and times, relative to the context's moment. The value is ISO 8601: a date (`2026-12-01`), a moment in the
 * user's offset (`2026-12-01T09:30:00+01:00`), or an interval of two of them with a `/` between. A
 * weekday without more is the next one. Languages without a
 * grammar of their own get what is written in digits.
 */
export function datetimeMatcher(language: string): Matcher {
  const parser = parserOf(language);
  return (text, { now, offsetMinutes = 0 }: PredictContext) =>
    parser
      .parse(text, { instant: now, timezone: offsetMinutes }, { forwardDate: true })
      .map((result) => matchOf(result, offsetMinutes));
}

function parserOf(language: string): Chrono {
  // Loaded when first needed: the library takes longer to load than most bots take to answer.
  const chrono = require('chrono-node') as typeof import('chrono-node');
  switch (primaryLanguage(language)) {
    case 'en':
      // Month before day is a habit of one region.
      return /^en(-us)?$/i.test(language) ? chrono.en.casual : chrono.en.GB;
    case 'nl':
      return chrono.nl.casual;
    case 'fr':
      return chrono.fr.casual;
    case 'de':
      return chrono.de.casual;
    case 'es':
      return chrono.es.casual;
    default:
      return chrono.en.strict;
  }
}

function matchOf({ index, text: found, start, end }: ParsedResult, offset: number): Match {
  const text = found.replace(/[\s,;]+$/u, '');
  const from = isoOf(start, offset);
  return {
    value: end ? `${from}/${isoOf(end, offset)}` : from,
    start: index,
    end: index + text.length,
    score: 1,
  };
}

/** Built from the parsed parts, not from a Date: that would bring in the machine's time zone. */
function isoOf(parts: ParsedComponents, offset: number): string {
  const get = (part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): number => parts.get(part) ?? 0;
  const date = `${String(get('year')).padStart(4, '0')}-${two(get('month'))}-${two(get('day'))}`;
  if (!parts.isCertain('hour')) return date;
  const zone = parts.isCertain('timezoneOffset') ? (parts.get('timezoneOffset') ?? offset) : offset;
  return `${date}T${two(get('hour'))}:${two(get('minute'))}:${two(get('second'))}${isoOffset(zone)}`;
}

function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
