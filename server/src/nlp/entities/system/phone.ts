import type { CountryCode, NumberFound } from 'libphonenumber-js/min';
import { primaryLanguage } from '../../text/stemmers';
import { type Match, type Matcher, withoutOverlaps } from '../matcher';

/** Countries whose national numbers are tried for a language that names no region. */
const COUNTRIES = new Map<string, readonly CountryCode[]>([
  ['de', ['DE']],
  ['en', ['US', 'GB']],
  ['es', ['ES']],
  ['fr', ['FR']],
  ['nl', ['NL', 'BE']],
]);

/** Phone numbers, international ones and those of the language's country. The value is E.164: `+3225551212`. */
export function phoneMatcher(language: string): Matcher {
  // Loaded when first needed: the library takes longer to load than most bots take to answer.
  const library = require('libphonenumber-js/min') as typeof import('libphonenumber-js/min');
  const region = /-([A-Z]{2})\b/i.exec(language)?.[1]?.toUpperCase() ?? '';
  const countries = library.isSupportedCountry(region)
    ? [region]
    : (COUNTRIES.get(primaryLanguage(language)) ?? []);
  return (text) => {
    const find = (country?: CountryCode): NumberFound[] =>
      library.findPhoneNumbersInText(text, country && { defaultCountry: country });
    const found = countries.length > 0 ? countries.flatMap((country) => find(country)) : find();
    const matches: Match[] = found.map(({ number, startsAt, endsAt }) => ({
      value: number.number,
      start: startsAt,
      end: endsAt,
      score: 1,
    }));
    return withoutOverlaps(matches);
  };
}
