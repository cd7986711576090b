import { compareCodePoints } from '../order';

/** Below this length a slip of one letter is too often another word. */
const SHORTEST_WORD = 5;
/** From here on two slips are forgiven. */
const LONG_WORD = 9;
/** Longer words are nothing anyone misspells; comparing them would cost the square of their length. */
const LONGEST_WORD = 40;
/** Corrections of one word that are followed further. */
const MOST_CORRECTIONS = 3;

export interface Correction {
  readonly word: string;
  readonly edits: number;
}

/** How many slips are forgiven in a word; none in words with digits, which are codes. */
function forgiven(word: string): number {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || /\d/.test(word)) return 0;
  return word.length < LONG_WORD ? 1 : 2;
}

/** Known words by first letter and length, so that a word is compared with few of them. */
export class SpellingIndex {
  private readonly words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const key = bucket(word, word.length);
      const found = this.words.get(key);
      if (found) found.push(word);
      else this.words.set(key, [word]);
    }
  }

  /** Known words that `word` may be a slip of, nearest first. Both must begin with the same letter. */
  corrections(word: string): Correction[] {
    const most = forgiven(word);
    if (most === 0) return [];
    const found: Correction[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const known of this.words.get(bucket(word, length)) ?? []) {
        const edits = distance(word, known, Math.min(most, forgiven(known)));
        if (edits !== undefined) found.push({ word: known, edits });
      }
    }
    found.sort((a, b) => a.edits - b.edits || compareCodePoints(a.word, b.word));
    return found.slice(0, MOST_CORRECTIONS);
  }
}

function bucket(word: string, length: number): string {
  return `${length}${word.charAt(0)}`;
}

/**
 * Letters left out, added, changed or swapped with their neighbour to get from `a` to `b` (optimal string alignment);
 * undefined when more than `most`.
 */
export function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      lowest = Math.min(lowest, cost);
    }
    if (lowest > most) return undefined;
    before = last;
    last = row;
  }
  const edits = last[b.length] ?? 0;
  return edits <= most ? edits : undefined;
}
