import { remembering } from '../text/remember';

/** The plural forms of a language, as Unicode knows them; undefined for what is no language. */
export function pluralCategories(language: string, ordinal: boolean): readonly string[] | undefined {
  return ordinal ? ordinalCategories(language) : cardinalCategories(language);
}

/** To ask the platform takes as long as to check a dialog. */
const cardinalCategories = remembering((language) => categoriesOf(language, false));
const ordinalCategories = remembering((language) => categoriesOf(language, true));

function categoriesOf(language: string, ordinal: boolean): readonly string[] | undefined {
  return rulesOf(language, ordinal)?.resolvedOptions().pluralCategories;
}

/** Whole numbers that are looked at for examples, and fractions for forms that only those have. */
const WHOLE = 200;
const FRACTIONS: readonly number[] = [0.1, 0.5, 1.1, 1.5, 2.5];
/** Some languages have a form for round millions. */
const LARGE = 1_000_000;
/** More are not read. */
const SHOWN = 5;

/** Numbers that take a form in a language, as one reads them: `1, 21, 31 …`; with a fraction only where no others do. */
export function pluralExamples(language: string, ordinal: boolean, category: string): string {
  const rules = rulesOf(language, ordinal);
  if (!rules) return '';
  const fits = (number: number): boolean => rules.select(number) === category;
  const whole = [...Array.from({ length: WHOLE }, (_, number) => number), LARGE].filter(fits);
  const found = whole.length > 0 ? whole : FRACTIONS.filter(fits);
  return found.slice(0, SHOWN).join(', ') + (found.length > SHOWN ? ' …' : '');
}

function rulesOf(language: string, ordinal: boolean): Intl.PluralRules | undefined {
  try {
    return new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' });
  } catch {
    return undefined;
  }
}
