import { primaryLanguage } from '../../text/stemmers';
import { type Match, type Matcher, withoutOverlaps } from '../matcher';
import { EXACT_PHRASES, PhraseFinder, type PhraseMatch } from '../phrases';
import { numberMatcher } from './number';

/** Signs and codes that mean the same everywhere. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ...['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'INR', 'CNY'].map(
    (code) => [code, code] as const,
  ),
];

const NAMES = new Map<string, string>([
  [
    'en',
    'euro EUR|euros EUR|dollar USD|dollars USD|bucks USD|pound GBP|pounds GBP|quid GBP|swiss francs CHF|yen JPY',
  ],
  ['nl', "euro EUR|euro's EUR|dollar USD|dollars USD|pond GBP|zwitserse frank CHF|yen JPY"],
  ['de', 'euro EUR|euros EUR|dollar USD|dollars USD|pfund GBP|franken CHF|schweizer franken CHF|yen JPY'],
  [
    'fr',
    'euro EUR|euros EUR|dollar USD|dollars USD|livre sterling GBP|livres sterling GBP|francs suisses CHF|yens JPY',
  ],
  ['es', 'euro EUR|euros EUR|dólar USD|dólares USD|libra GBP|libras GBP|francos suizos CHF|yenes JPY'],
]);

/**
 * Amounts of money: a number with a currency's sign, code or name before or behind it. The value is the number and the
 * ISO 4217 code: `12.5 EUR`.
 */
export function moneyMatcher(language: string): Matcher {
  const numbers = numberMatcher(language);
  const finder = new PhraseFinder<string>(
    [...SIGNS, ...namesOf(language)].map(([text, value]) => ({ text, value })),
    EXACT_PHRASES,
  );
  return (text, context) => {
    const currencies = finder.find(text);
    const matches: Match[] = [];
    for (const { value, start, end } of numbers(text, context)) {
      const behind = currencies.find((currency) =>
        isGap(text.slice(end, currency.start), currency.start - end),
      );
      const before = currencies.find((currency) =>
        isGap(text.slice(currency.end, start), start - currency.end),
      );
      const currency = before && isSign(text, before) ? before : (behind ?? before);
      if (!currency) continue;
      matches.push({
        value: `${value} ${currency.value}`,
        start: Math.min(start, currency.start),
        end: Math.max(end, currency.end),
        score: 1,
      });
    }
    return withoutOverlaps(matches);
  };
}

function isGap(between: string, length: number): boolean {
  return length >= 0 && length <= 2 && between.trim() === '';
}

function isSign(text: string, { start, end }: PhraseMatch<string>): boolean {
  return /^\p{S}$/u.test(text.slice(start, end));
}

function namesOf(language: string): (readonly [string, string])[] {
  const names = NAMES.get(primaryLanguage(language)) ?? '';
  return names.split('|').flatMap((entry) => {
    const at = entry.lastIndexOf(' ');
    return at < 0 ? [] : [[entry.slice(0, at), entry.slice(at + 1)] as const];
  });
}
