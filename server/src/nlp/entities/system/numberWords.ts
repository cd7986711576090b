import { primaryLanguage } from '../../text/stemmers';
import type { Phrase } from '../phrases';

type Speller = (value: number) => string[];

const HIGHEST = 999;
const THOUSANDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100];

/**
 * Whole numbers from 0 to 999, and round thousands, as a language spells them; empty for languages that are not known.
 * Phrases are compared by whole words without accents and hyphens, see `PhraseFinder`.
 */
export function numberWords(language: string): Phrase<number>[] {
  const spelling = SPELLINGS.get(primaryLanguage(language));
  if (!spelling) return [];
  const phrases: Phrase<number>[] = [];
  for (let value = 0; value <= HIGHEST; value++) {
    for (const text of spelling.spell(value)) phrases.push({ text, value });
  }
  for (const count of THOUSANDS) {
    for (const text of spelling.thousand(count)) phrases.push({ text, value: count * 1000 });
  }
  return phrases;
}

/** The words for 1 that are also articles; alone they are numbers, in a sentence they seldom are. */
export function articles(language: string): ReadonlySet<string> {
  return SPELLINGS.get(primaryLanguage(language))?.articles ?? new Set();
}

const EN_SMALL = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = words('twenty thirty forty fifty sixty seventy eighty ninety');
const NL_SMALL = words(
  'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
);
const NL_TENS = words('twintig dertig veertig vijftig zestig zeventig tachtig negentig');
const DE_SMALL = words(
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const DE_TENS = words('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
const FR_SMALL = words(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
);
const FR_TENS = words('vingt trente quarante cinquante soixante');
const ES_SMALL = words(
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
);
const ES_TENS = words('treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_HUNDREDS = words(
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);

interface Spelling {
  readonly spell: Speller;
  readonly thousand: Speller;
  readonly articles: ReadonlySet<string>;
}

const SPELLINGS = new Map<string, Spelling>([
  [
    'en',
    {
      spell: english,
      thousand: (count) =>
        [...english(count), ...(count === 1 ? ['a'] : [])].map((text) => `${text} thousand`),
      articles: new Set(),
    },
  ],
  [
    'nl',
    {
      spell: dutch,
      thousand: (count) =>
        count === 1 ? ['duizend'] : dutch(count).flatMap((text) => [`${text}duizend`, `${text} duizend`]),
      articles: new Set(['een']),
    },
  ],
  [
    'de',
    {
      spell: german,
      thousand: (count) =>
        count === 1
          ? ['tausend', 'eintausend']
          : german(count).flatMap((text) => [`${text}tausend`, `${text} tausend`]),
      articles: new Set(['ein', 'eine', 'einen', 'einer', 'einem']),
    },
  ],
  [
    'fr',
    {
      spell: french,
      thousand: (count) => (count === 1 ? ['mille'] : french(count).map((text) => `${text} mille`)),
      articles: new Set(['un', 'une']),
    },
  ],
  [
    'es',
    {
      spell: spanish,
      thousand: (count) => (count === 1 ? ['mil'] : spanish(count).map((text) => `${text} mil`)),
      articles: new Set(['un', 'una']),
    },
  ],
]);

function english(value: number): string[] {
  if (value >= 100) {
    return hundreds(
      value,
      english,
      (count) =>
        count === 1
          ? ['one hundred', 'a hundred', 'hundred']
          : english(count).map((text) => `${text} hundred`),
      [' ', ' and '],
    );
  }
  const unit = value % 10;
  if (value < 20) return [EN_SMALL[value] ?? ''];
  const ten = EN_TENS[(value - unit) / 10 - 2] ?? '';
  return unit === 0 ? [ten] : [`${ten} ${EN_SMALL[unit]}`, `${ten}${EN_SMALL[unit]}`];
}

function dutch(value: number): string[] {
  if (value >= 100) {
    return hundreds(
      value,
      dutch,
      (count) => (count === 1 ? ['honderd'] : dutch(count).map((text) => `${text}honderd`)),
      ['', ' ', 'en', ' en '],
    );
  }
  if (value === 1) return ['één', 'een'];
  const unit = value % 10;
  if (value < 20) return [NL_SMALL[value] ?? ''];
  const ten = NL_TENS[(value - unit) / 10 - 2] ?? '';
  // Between two vowels the "en" carries a diaeresis (`tweeëntwintig`), which folding removes.
  return unit === 0 ? [ten] : [`${NL_SMALL[unit]}en${ten}`];
}

function german(value: number): string[] {
  if (value >= 100) {
    return hundreds(
      value,
      german,
      (count) => (count === 1 ? ['hundert', 'einhundert'] : german(count).map((text) => `${text}hundert`)),
      ['', 'und'],
    );
  }
  if (value === 1) return ['eins', 'ein', 'eine', 'einen', 'einer', 'einem'];
  const unit = value % 10;
  if (value < 20) return withUmlauts(DE_SMALL[value] ?? '');
  const ten = DE_TENS[(value - unit) / 10 - 2] ?? '';
  return unit === 0 ? withUmlauts(ten) : withUmlauts(`${unit === 1 ? 'ein' : DE_SMALL[unit]}und${ten}`);
}

function french(value: number): string[] {
  if (value >= 100) {
    return hundreds(
      value,
      french,
      (count) =>
        count === 1 ? ['cent'] : french(count).flatMap((text) => [`${text} cent`, `${text} cents`]),
      [' '],
    );
  }
  if (value === 1) return ['un', 'une'];
  if (value < 20) return [FR_SMALL[value] ?? ''];
  const unit = value % 10;
  const ten = FR_TENS[(value - unit) / 10 - 2];
  if (ten !== undefined) return withUnit(ten, unit);
  // 70 and 90 count on from 60 and 80; Belgium and Switzerland have words of their own.
  if (value < 80) {
    const on = FR_SMALL[value - 60] ?? '';
    return [value === 71 ? 'soixante et onze' : `soixante ${on}`, ...withUnit('septante', unit)];
  }
  if (value === 80) return ['quatre-vingts', 'quatre-vingt'];
  return [`quatre-vingt ${FR_SMALL[value - 80]}`, ...(value >= 90 ? withUnit('nonante', unit) : [])];
}

function withUnit(ten: string, unit: number): string[] {
  if (unit === 0) return [ten];
  return unit === 1 ? [`${ten} et un`, `${ten} et une`] : [`${ten} ${FR_SMALL[unit]}`];
}

function spanish(value: number): string[] {
  if (value === 100) return ['cien', 'ciento'];
  if (value > 100) {
    return hundreds(
      value,
      spanish,
      (count) => {
        const word = ES_HUNDREDS[count - 1] ?? '';
        return count === 1 ? [word] : [word, word.replace(/os$/, 'as')];
      },
      [' '],
    );
  }
  if (value === 1) return ['uno', 'un', 'una'];
  if (value === 21) return ['veintiuno', 'veintiún', 'veintiuna'];
  const unit = value % 10;
  if (value < 30) return [ES_SMALL[value] ?? ''];
  const ten = ES_TENS[(value - unit) / 10 - 3] ?? '';
  return unit === 0 ? [ten] : spanish(unit).map((text) => `${ten} y ${text}`);
}

/** The spellings of 100 to 999: hundreds, a joint, and the rest. */
function hundreds(value: number, spell: Speller, hundred: Speller, joints: readonly string[]): string[] {
  const rest = value % 100;
  const heads = hundred((value - rest) / 100);
  if (rest === 0) return heads;
  return heads.flatMap((head) =>
    joints.flatMap((joint) => spell(rest).map((tail) => `${head}${joint}${tail}`)),
  );
}

/** Keyboards without umlauts write `fuenf`; folding alone gives `funf`. */
function withUmlauts(text: string): string[] {
  const spelled = text.replaceAll('ü', 'ue').replaceAll('ö', 'oe');
  return spelled === text ? [text] : [text, spelled];
}

function words(list: string): string[] {
  return list.split(' ');
}
