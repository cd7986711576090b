import type { ListValue } from '../contract';
import { capped, type Matcher } from './matcher';
import { type Phrase, PhraseFinder } from './phrases';

/** Matches a list entity: its values and their synonyms, each as the canonical value. */
export function listMatcher(values: readonly ListValue[]): Matcher {
  const phrases: Phrase<string>[] = values.map(({ value }) => ({ text: value, value }));
  // A value comes before every synonym: what is one thing's name is not another's by-name.
  for (const { value, synonyms } of values) {
    for (const synonym of synonyms) phrases.push({ text: synonym, value });
  }
  const finder = new PhraseFinder(phrases, { spelling: true, acrossPunctuation: true });
  return (text) => finder.find(capped(text));
}
