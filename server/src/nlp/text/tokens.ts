/** A word of a message. */
export interface Token {
  /** Lower case, compatibility characters resolved. */
  readonly word: string;
  /** `word` without accents: how it is compared. */
  readonly folded: string;
}

/**
 * Words of letters, marks and digits, apostrophes inside them included. Scripts that are written without blanks, and
 * pictographs, give one token for each character: their pairs then do the work of words.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}]|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu;
const MARKS = /\p{M}+/gu;

/** The words of a text in order. Time is linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const word of normalize(text).match(WORD) ?? []) tokens.push({ word, folded: foldAccents(word) });
  return tokens;
}

/** Lower case, compatibility characters and the apostrophes of different keyboards made one. */
function normalize(text: string): string {
  // First the apostrophes: compatibility folding takes one of them apart.
  return text
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .normalize('NFKC')
    .toLowerCase();
}

/** A text without accents: `é` becomes `e`. */
export function foldAccents(text: string): string {
  return isAscii(text) ? text : text.normalize('NFD').replace(MARKS, '').replaceAll('ß', 'ss');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
