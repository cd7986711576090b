import { foldWord } from '../words';

/** A word or a sign of a message, as the tagger sees it. */
export interface TagWord {
  /** Lower case, without accents; digits are alike. */
  readonly folded: string;
  /** How it is written: `Xx` capitalised, `X` in capitals, `x` small, `0` digits, or the sign itself. */
  readonly shape: string;
  /** UTF-16 offsets into the message. */
  readonly start: number;
  readonly end: number;
}

/** Words without any sign in them, each other sign by itself, and each character of scripts without blanks. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^\s\p{M}]/gu;

/** Beyond this many words nothing is learned or found: the work grows with them, and nobody says so much at once. */
const MOST_WORDS = 200;

/** The words and signs of a message in order. */
export function tagWords(text: string): readonly TagWord[] {
  const words: TagWord[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break;
    const [word] = match;
    words.push({
      folded: foldWord(word).replace(/\d/g, '0'),
      shape: shapeOf(word),
      start: match.index,
      end: match.index + word.length,
    });
  }
  return words;
}

function shapeOf(word: string): string {
  if (/^\p{N}+$/u.test(word)) return '0';
  if (/\p{N}/u.test(word)) return 'x0';
  if (/^\p{Lu}\p{L}*\p{Ll}/u.test(word)) return 'Xx';
  if (/^\p{Lu}/u.test(word)) return 'X';
  return /^\p{L}/u.test(word) ? 'x' : word;
}
