/**
 * Widths of letters in ems, rounded up from those of the common sans-serif faces: nobody can measure text where there is no
 * screen, and a box that is a little too wide is better than a text that leaves it.
 */
const NARROW = 0.38;
const PLAIN = 0.62;
const WIDE = 0.95;
const CAPITAL = 0.74;
const FULL = 1.05;
/** How much wider a face is when it is bold. */
const BOLD = 1.13;

const NARROW_ONES = /^[ijlftrI.,:;'|!()[\]{}/\\ -]$/;
const WIDE_ONES = /^[mwMW@%…—–]$/;
/** Letters that fill a square: East Asian scripts, and pictures. */
const FULL_ONES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff01-\uff60]/u;

/**
 * How wide a text is at most, in pixels, set in a sans-serif face.
 * @param size of the letters in pixels
 */
export function textWidth(text: string, size: number, weight: 'plain' | 'bold' = 'plain'): number {
  let ems = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) ems += widthOf(segment);
  return Math.ceil(ems * size * (weight === 'bold' ? BOLD : 1));
}

function widthOf(character: string): number {
  if (NARROW_ONES.test(character)) return NARROW;
  if (WIDE_ONES.test(character)) return WIDE;
  if (FULL_ONES.test(character)) return FULL;
  return /^\p{Lu}/u.test(character) ? CAPITAL : PLAIN;
}
