import { type Match, type Matcher, withoutOverlaps } from '../matcher';
import { EXACT_PHRASES, PhraseFinder } from '../phrases';
import { foldWord } from '../words';
import { digitNumbers, separatorsOf } from './digits';
import { articles, numberWords } from './numberWords';

/** Below the usual threshold: an article in a sentence is seldom meant as a number. */
const ARTICLE_SCORE = 0.7;

/** Numbers in digits, with the separators of the language, and in words. The value is a number. */
export function numberMatcher(language: string): Matcher {
  const separators = separatorsOf(language);
  const finder = new PhraseFinder(numberWords(language), EXACT_PHRASES);
  const articleWords = articles(language);
  return (text) => {
    const spelled: Match[] = finder.find(text).map(({ value, start, end }) => ({
      value,
      start,
      end,
      score: isArticle(text, start, end, articleWords) ? ARTICLE_SCORE : 1,
    }));
    return withoutOverlaps([...digitNumbers(text, separators), ...spelled]);
  };
}

/** The word for 1 as an article: without an accent that stresses it, and not alone. */
function isArticle(text: string, start: number, end: number, words: ReadonlySet<string>): boolean {
  const word = text.slice(start, end);
  const alone = !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
  return !alone && words.has(word.toLowerCase()) && words.has(foldWord(word));
}
