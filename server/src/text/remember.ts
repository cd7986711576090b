import { ownCopy } from './ownCopy';

/** Texts of one generation: most files have fewer of a kind, and more would cost memory that nobody sees. */
const GENERATION = 4_096;
/** Code units of a text that is worth keeping. */
const LONGEST = 2_000;

/**
 * The same function, which remembers what it said about the last few thousand texts: after a key stroke nearly all texts
 * of a file are what they were.
 *
 * @param read depends on nothing but the text; nobody changes what it returns
 */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const known = young.get(text);
    if (known !== undefined || young.has(text)) return known as T;
    // What is remembered must not keep the file that the text is a part of.
    const own = ownCopy(text);
    const value = old.has(own) ? (old.get(own) as T) : read(own);
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(own, value);
    return value;
  };
}
