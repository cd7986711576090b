import StemmerDe from '@nlpjs/lang-de/src/stemmer-de';
import StemmerEn from '@nlpjs/lang-en-min/src/stemmer-en';
import StemmerEs from '@nlpjs/lang-es/src/stemmer-es';
import StemmerFr from '@nlpjs/lang-fr/src/stemmer-fr';
import StemmerNl from '@nlpjs/lang-nl/src/stemmer-nl';
import { foldAccents, type Token } from './tokens';

/** Reduces a word to its stem, accents folded; undefined where the language has no stemmer. */
export type Stem = (token: Token) => string;

const STEMMERS = new Map([
  ['de', StemmerDe],
  ['en', StemmerEn],
  ['es', StemmerEs],
  ['fr', StemmerFr],
  ['nl', StemmerNl],
]);

/** No word of the five languages that a stemmer helps with is longer; the stemmers are not linear in the length. */
const LONGEST_WORD = 40;
/** Enough for the vocabulary of a bot; what users send must not make the table grow for ever. */
const MOST_STEMS = 20_000;

/** The primary language of a BCP 47 tag: `nl` of `nl-BE`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** The stemmer of a language (BCP 47), or undefined. */
export function stemmerOf(language: string): Stem | undefined {
  const Stemmer = STEMMERS.get(primaryLanguage(language));
  if (!Stemmer) return undefined;
  const stemmer = new Stemmer();
  const stems = new Map<string, string>();
  return ({ word, folded }) => {
    if (word.length > LONGEST_WORD) return folded;
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = foldAccents(stemmer.stemWord(word));
      stemmer.cache = {};
      if (stems.size >= MOST_STEMS) stems.clear();
      stems.set(word, stem);
    }
    return stem;
  };
}
