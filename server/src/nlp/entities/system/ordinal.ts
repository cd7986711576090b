import { primaryLanguage } from '../../text/stemmers';
import { type Match, type Matcher, withoutOverlaps } from '../matcher';
import { EXACT_PHRASES, type Phrase, PhraseFinder } from '../phrases';

interface Ordinals {
  /** Digits and the ending that makes them an ordinal; the first group holds the digits. */
  readonly digits: RegExp;
  /** Words from first on; spellings of one ordinal are separated by `/`. */
  readonly words: string;
  /** Further words by value. */
  readonly tens: ReadonlyMap<number, string>;
}

const TENS = [20, 30, 40, 50, 60, 70, 80, 90, 100];

const ORDINALS = new Map<string, Ordinals>([
  [
    'en',
    {
      digits: /(?<![\p{L}\p{N}])(\d{1,6})(?:st|nd|rd|th)(?![\p{L}\p{N}])/giu,
      words:
        'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
      tens: byValue(
        'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth',
      ),
    },
  ],
  [
    'nl',
    {
      digits: /(?<![\p{L}\p{N}])(\d{1,6})(?:ste|de|e)(?![\p{L}\p{N}])/giu,
      words:
        'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende',
      tens: byValue(
        'twintigste dertigste veertigste vijftigste zestigste zeventigste tachtigste negentigste honderdste',
      ),
    },
  ],
  [
    'de',
    {
      digits:
        /(?<![\p{L}\p{N}.,])(\d{1,6})(?:\.(?=\s\p{L})|te[nrsm]?(?![\p{L}\p{N}])|ste[nrsm]?(?![\p{L}\p{N}]))/giu,
      words: [
        'erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft',
        'dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt',
      ].join(' '),
      tens: byValue(
        'zwanzigst dreißigst vierzigst fünfzigst sechzigst siebzigst achtzigst neunzigst hundertst',
      ),
    },
  ],
  [
    'fr',
    {
      digits: /(?<![\p{L}\p{N}])(\d{1,6})(?:ers?|[èe]res?|res?|i?[èe]mes?|es?|ndes?|nds?)(?![\p{L}\p{N}])/giu,
      words:
        'premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième',
      tens: byValue(
        'vingtième trentième quarantième cinquantième soixantième soixante-dixième/septantième quatre-vingtième quatre-vingt-dixième/nonantième centième',
      ),
    },
  ],
  [
    'es',
    {
      digits:
        /(?<![\p{L}\p{N}])(\d{1,6})\.?(?:[ºª°]|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)(?![\p{L}\p{N}])/giu,
      words:
        'primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima undécimo/undécima duodécimo/duodécima',
      tens: byValue('vigésimo/vigésima'),
    },
  ],
]);

/** Ordinals in digits and in words, in the five languages the product knows. The value is a number. */
export function ordinalMatcher(language: string): Matcher {
  const primary = primaryLanguage(language);
  const ordinals = ORDINALS.get(primary);
  if (!ordinals) return () => [];
  const finder = new PhraseFinder(
    phrasesOf(ordinals, primary === 'de' ? ['e', 'er', 'es', 'en', 'em'] : ['']),
    EXACT_PHRASES,
  );
  return (text) => {
    const matches: Match[] = finder.find(text).map((match) => ({ ...match, score: 1 }));
    for (const found of text.matchAll(ordinals.digits)) {
      const end = found.index + found[0].length;
      matches.push({ value: Number(found[1]), start: found.index, end, score: 1 });
    }
    return withoutOverlaps(matches);
  };
}

function phrasesOf({ words, tens }: Ordinals, endings: readonly string[]): Phrase<number>[] {
  const first = words.split(' ').map((spellings, i): [number, string] => [i + 1, spellings]);
  return [...first, ...tens].flatMap(([value, spellings]) =>
    spellings
      .split('/')
      .flatMap((spelling) => endings.map((ending) => ({ text: `${spelling}${ending}`, value }))),
  );
}

function byValue(words: string): ReadonlyMap<number, string> {
  return new Map(words.split(' ').map((spellings, i) => [TENS[i] ?? 0, spellings]));
}
