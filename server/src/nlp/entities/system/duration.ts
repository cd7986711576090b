import { primaryLanguage } from '../../text/stemmers';
import type { Match, Matcher } from '../matcher';
import { EXACT_PHRASES, PhraseFinder, type PhraseMatch } from '../phrases';
import { numberMatcher } from './number';

type Unit = 'Y' | 'M' | 'W' | 'D' | 'H' | 'MIN' | 'S';
const ORDER: readonly Unit[] = ['Y', 'M', 'W', 'D', 'H', 'MIN', 'S'];

interface DurationWords {
  /** Words of each unit. */
  readonly units: Record<Unit, string>;
  /** Words that join two parts. */
  readonly joints: readonly string[];
  /** Whole phrases that stand for an amount: number and unit. */
  readonly phrases: readonly (readonly [string, number, Unit])[];
}

const WORDS = new Map<string, DurationWords>([
  [
    'en',
    {
      units: {
        Y: 'year years yr yrs',
        M: 'month months',
        W: 'week weeks wk wks',
        D: 'day days',
        H: 'hour hours hr hrs h',
        MIN: 'minute minutes min mins',
        S: 'second seconds sec secs s',
      },
      joints: ['and'],
      phrases: [
        ['half an hour', 30, 'MIN'],
        ['half hour', 30, 'MIN'],
        ['quarter of an hour', 15, 'MIN'],
        ['an hour and a half', 90, 'MIN'],
        ['an hour', 1, 'H'],
        ['a minute', 1, 'MIN'],
        ['a day', 1, 'D'],
        ['a week', 1, 'W'],
        ['a month', 1, 'M'],
        ['a year', 1, 'Y'],
        ['a fortnight', 2, 'W'],
      ],
    },
  ],
  [
    'nl',
    {
      units: {
        Y: 'jaar jaren',
        M: 'maand maanden',
        W: 'week weken',
        D: 'dag dagen',
        H: 'uur uren u',
        MIN: 'minuut minuten min',
        S: 'seconde seconden sec s',
      },
      joints: ['en'],
      phrases: [
        ['een half uur', 30, 'MIN'],
        ['half uur', 30, 'MIN'],
        ['halfuur', 30, 'MIN'],
        ['een kwartier', 15, 'MIN'],
        ['kwartier', 15, 'MIN'],
        ['drie kwartier', 45, 'MIN'],
        ['anderhalf uur', 90, 'MIN'],
        ['anderhalve dag', 36, 'H'],
        ['anderhalf jaar', 18, 'M'],
      ],
    },
  ],
  [
    'de',
    {
      units: {
        Y: 'jahr jahre jahren',
        M: 'monat monate monaten',
        W: 'woche wochen',
        D: 'tag tage tagen',
        H: 'stunde stunden std h',
        MIN: 'minute minuten min',
        S: 'sekunde sekunden sek s',
      },
      joints: ['und'],
      phrases: [
        ['eine halbe stunde', 30, 'MIN'],
        ['halbe stunde', 30, 'MIN'],
        ['eine viertelstunde', 15, 'MIN'],
        ['viertelstunde', 15, 'MIN'],
        ['dreiviertelstunde', 45, 'MIN'],
        ['anderthalb stunden', 90, 'MIN'],
        ['eineinhalb stunden', 90, 'MIN'],
      ],
    },
  ],
  [
    'fr',
    {
      units: {
        Y: 'an ans année années',
        M: 'mois',
        W: 'semaine semaines',
        D: 'jour jours',
        H: 'heure heures h',
        MIN: 'minute minutes min mn',
        S: 'seconde secondes sec s',
      },
      joints: ['et'],
      phrases: [
        ['une demi-heure', 30, 'MIN'],
        ['demi-heure', 30, 'MIN'],
        ["un quart d'heure", 15, 'MIN'],
        ["quart d'heure", 15, 'MIN'],
        ["trois quarts d'heure", 45, 'MIN'],
        ['une heure et demie', 90, 'MIN'],
      ],
    },
  ],
  [
    'es',
    {
      units: {
        Y: 'año años',
        M: 'mes meses',
        W: 'semana semanas',
        D: 'día días',
        H: 'hora horas h',
        MIN: 'minuto minutos min',
        S: 'segundo segundos seg s',
      },
      joints: ['y'],
      phrases: [
        ['media hora', 30, 'MIN'],
        ['un cuarto de hora', 15, 'MIN'],
        ['cuarto de hora', 15, 'MIN'],
        ['tres cuartos de hora', 45, 'MIN'],
        ['una hora y media', 90, 'MIN'],
      ],
    },
  ],
]);

interface Part {
  readonly amount: number;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** Lengths of time in the five languages the product knows. The value is ISO 8601: `PT1H30M`, `P2W`. */
export function durationMatcher(language: string): Matcher {
  const vocabulary = WORDS.get(primaryLanguage(language));
  if (!vocabulary) return () => [];
  const { units, joints, phrases } = vocabulary;
  const unitFinder = new PhraseFinder<Unit>(
    ORDER.flatMap((unit) => units[unit].split(' ').map((text) => ({ text, value: unit }))),
    EXACT_PHRASES,
  );
  const phraseFinder = new PhraseFinder(
    phrases.map(([text, amount, unit]) => ({ text, value: { amount, unit } })),
    EXACT_PHRASES,
  );
  const numbers = numberMatcher(language);
  return (text, context) => {
    // `2h` and `90min`: a blank in between makes them a number and a unit; the positions are put right afterwards.
    const spaced = spacedOut(text);
    const parts: Part[] = phraseFinder
      .find(spaced.text)
      .map(({ value, start, end }) => ({ ...value, start, end }));
    const unitAt = new Map(unitFinder.find(spaced.text).map((unit) => [unit.start, unit]));
    for (const number of numbers(spaced.text, context)) {
      const unit = unitBehind(spaced.text, number.end, unitAt);
      const amount = Number(number.value);
      if (!unit || amount < 0 || parts.some(({ start, end }) => number.start < end && start < unit.end))
        continue;
      parts.push({ amount, unit: unit.value, start: number.start, end: unit.end });
    }
    parts.sort((a, b) => a.start - b.start);
    return joined(parts, spaced.text, joints).map((match) => ({
      ...match,
      start: spaced.original(match.start),
      end: spaced.original(match.end),
    }));
  };
}

function unitBehind(
  text: string,
  end: number,
  units: ReadonlyMap<number, PhraseMatch<Unit>>,
): PhraseMatch<Unit> | undefined {
  const gap = /^[\s-]*/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return units.get(end + gap);
}

/** Joins parts that follow each other, each in a smaller unit than the one before, and writes them as ISO 8601. */
function joined(parts: readonly Part[], text: string, joints: readonly string[]): Match[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last && text.slice(last.end, part.start).replace(/[\s,]+/gu, '');
    const smaller = last && ORDER.indexOf(part.unit) > ORDER.indexOf(last.unit);
    if (group && smaller && (between === '' || joints.includes(between?.toLowerCase() ?? '')))
      group.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => ({
    value: isoOf(group),
    start: group[0]?.start ?? 0,
    end: group.at(-1)?.end ?? 0,
    score: 1,
  }));
}

function isoOf(parts: readonly Part[]): string {
  let date = '';
  let time = '';
  for (const { amount, unit } of parts) {
    if (unit === 'MIN') time += `${amount}M`;
    else if (unit === 'H' || unit === 'S') time += `${amount}${unit}`;
    else date += `${amount}${unit}`;
  }
  return time === '' ? `P${date}` : `P${date}T${time}`;
}

/** A text with a blank between a digit and a letter behind it, and the way back to its positions. */
function spacedOut(text: string): { readonly text: string; original(offset: number): number } {
  const blanks: number[] = [];
  const spaced = text.replace(/\d(?=\p{L})/gu, (digit, at: number) => {
    blanks.push(at + 1 + blanks.length);
    return `${digit} `;
  });
  return { text: spaced, original: (offset) => offset - blanks.filter((blank) => blank < offset).length };
}
