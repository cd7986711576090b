import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { VariableValue } from './runnable';

type Filled = Readonly<Record<string, string | number>>;

/** Formatters by their options: making one costs a hundred times what using it costs. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

/** Bots have few languages and styles; options with values of variables in them do not exist. */
function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Dates are written on the user's clock, and `asDate` keeps that clock in the form of UTC. */
const FORMATTERS = {
  getNumberFormat: (...[locale, options]: ConstructorParameters<typeof Intl.NumberFormat>) =>
    cached(numberFormats, JSON.stringify([locale, options]), () => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: (...[locale, options]: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    cached(
      dateFormats,
      JSON.stringify([locale, options]),
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    ),
  getPluralRules: (...[locale, options]: ConstructorParameters<typeof Intl.PluralRules>) =>
    cached(pluralRules, JSON.stringify([locale, options]), () => new Intl.PluralRules(locale, options)),
};

/** One formatter per text and language; texts are compiled once per bot. */
const compiled = new WeakMap<readonly MessageFormatElement[], Map<string, IntlMessageFormat>>();

/** A variable's value as a placeholder shows it: truth values are words, and what is unset is nothing. */
export function valueForMessage(value: VariableValue | undefined): string | number {
  if (value === undefined) return '';
  return typeof value === 'boolean' ? String(value) : value;
}

/**
 * Formats a message. One that cannot be formatted is written without the formats of its placeholders, so that the
 * conversation goes on; why is added to `problems`.
 */
export function formatMessage(
  elements: readonly MessageFormatElement[],
  language: string,
  filled: Filled,
  problems: string[],
): string {
  const dated = withDates(elements, filled);
  try {
    return String(formatOf(elements, language).format(dated));
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return plainly(elements, filled);
  }
}

function formatOf(elements: readonly MessageFormatElement[], language: string): IntlMessageFormat {
  let formats = compiled.get(elements);
  if (!formats) {
    formats = new Map();
    compiled.set(elements, formats);
  }
  return cached(
    formats,
    language,
    () => new IntlMessageFormat([...elements], language, undefined, { formatters: FORMATTERS }),
  );
}

/** Dates are kept as ISO 8601; `Intl` wants an instant where a message formats one. */
function withDates(elements: readonly MessageFormatElement[], filled: Filled): Record<string, unknown> {
  const names = dateNames(elements);
  if (names.size === 0) return filled;
  const dated = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(filled)) {
    const value = filled[name];
    dated[name] = names.has(name) && typeof value === 'string' ? asDate(value) : value;
  }
  return dated;
}

const namesOfDates = new WeakMap<readonly MessageFormatElement[], ReadonlySet<string>>();

function dateNames(elements: readonly MessageFormatElement[]): ReadonlySet<string> {
  const known = namesOfDates.get(elements);
  if (known) return known;
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.date || element.type === TYPE.time) names.add(element.value);
    else if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const { value } of Object.values(element.options))
        for (const name of dateNames(value)) names.add(name);
    }
  }
  namesOfDates.set(elements, names);
  return names;
}

/** The wall clock of an ISO 8601 date-time, as an instant of UTC; the text itself when it is no date. */
function asDate(written: string): Date | string {
  const [date] = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?/.exec(written) ?? [];
  const instant = date === undefined ? Number.NaN : Date.parse(date.length === 10 ? date : `${date}Z`);
  return Number.isNaN(instant) ? written : new Date(instant);
}

/** The message without any format: placeholders as they are, and of the forms the last one, `other`. */
function plainly(elements: readonly MessageFormatElement[], filled: Filled): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        const { other } = element.options;
        return other ? plainly(other.value, filled) : '';
      }
      return 'value' in element ? String(filled[element.value] ?? '') : '';
    })
    .join('');
}
