import { foldAccents } from '../text/tokens';

/** A word of a message as entities compare it, with its place. */
export interface PlacedWord {
  /** Lower case, without accents. */
  readonly folded: string;
  /** UTF-16 offsets into the message. */
  readonly start: number;
  readonly end: number;
  /** A comma, the end of a sentence or the like stands between this word and the one before. */
  readonly afterPunctuation: boolean;
}

/**
 * Words, and signs that tell things apart (`c++` from `c#`). Hyphens, dots, quotes and other punctuation only separate.
 * Scripts that are written without blanks give one word for each character.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{S}#&@%*]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

const PUNCTUATION = /[,;:!?()\r\n]|\.\s/u;

/** The words of a message in order, each with its place in the message as given. */
export function placedWords(text: string): readonly PlacedWord[] {
  if (latest?.text !== text) latest = { text, words: findWords(text) };
  return latest.words;
}

/** The entities of a bot look at the same message one after the other. */
let latest: { readonly text: string; readonly words: readonly PlacedWord[] } | undefined;

function findWords(text: string): readonly PlacedWord[] {
  let last = 0;
  return Array.from(text.matchAll(WORD), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const afterPunctuation = PUNCTUATION.test(text.slice(last, start));
    last = end;
    return { folded: foldWord(match[0]), start, end, afterPunctuation };
  });
}

/** A word as entities compare it: compatibility characters resolved, lower case, accents folded. */
export function foldWord(word: string): string {
  return foldAccents(word.normalize('NFKC').toLowerCase());
}
