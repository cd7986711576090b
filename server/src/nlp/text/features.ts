import { compareCodePoints } from '../order';
import type { Stem } from './stemmers';
import { tokenize } from './tokens';

/** Kinds of feature; the number takes part in the hash, so a word and its stem are two features. */
const KIND = { word: 1, stem: 2, neighbours: 3, together: 4, letters: 5 } as const;
export type FeatureKind = keyof typeof KIND;

const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 4;
/** Stems of a long message that are paired with each other: the pairs grow with the square. */
const MOST_PAIRED = 20;

/** Takes a feature; `label` is the word, or the two words, to which a person would put it down. */
export type FeatureVisitor = (kind: FeatureKind, part: string, label: string) => void;

/**
 * Visits the features of a text: each word, its stem, each two stems that follow each other (the edges of the text
 * count as stems), each two stems anywhere in the text, and each run of 3 or 4 letters of a word with its edges. A
 * feature may be visited more than once.
 */
export function visitFeatures(text: string, stem: Stem | undefined, visit: FeatureVisitor): void {
  const tokens = tokenize(text);
  if (tokens.length === 0) return;
  const stems = tokens.map((token) => (stem ? stem(token) : token.folded));
  tokens.forEach(({ folded }, i) => {
    visit('word', folded, folded);
    if (stem) visit('stem', stems[i] ?? '', folded);
    visitLetters(folded, visit);
  });
  for (let i = 0; i <= stems.length; i++) {
    const label = `${tokens[i - 1]?.folded ?? '^'} ${tokens[i]?.folded ?? '$'}`;
    visit('neighbours', `${stems[i - 1] ?? '^'} ${stems[i] ?? '$'}`, label);
  }
  const words = new Map(stems.map((each, i) => [each, tokens[i]?.folded ?? '']));
  const paired = [...words].slice(0, MOST_PAIRED).sort(([a], [b]) => compareCodePoints(a, b));
  paired.forEach(([first, word], i) => {
    for (const [second, other] of paired.slice(i + 1))
      visit('together', `${first} ${second}`, `${word} ${other}`);
  });
}

function visitLetters(word: string, visit: FeatureVisitor): void {
  const letters = `^${word}$`;
  for (let start = 0; start + SHORTEST_LETTERS <= letters.length; start++) {
    for (let size = SHORTEST_LETTERS; size <= LONGEST_LETTERS && start + size <= letters.length; size++) {
      visit('letters', letters.slice(start, start + size), word);
    }
  }
}

/** The distinct feature hashes of a text, in order of first appearance. */
export function featuresOf(text: string, stem: Stem | undefined): number[] {
  const hashes = new Set<number>();
  visitFeatures(text, stem, (kind, part) => hashes.add(hashFeature(kind, part)));
  return [...hashes];
}

/**
 * 32-bit hash of a feature over UTF-16 code units: FNV-1a, then the finaliser of MurmurHash3, because FNV alone mixes
 * its upper bits badly on short strings. Two features of a bot seldom share a hash, and then they merely share a weight.
 */
export function hashFeature(kind: FeatureKind, part: string): number {
  let hash = 0x811c9dc5 ^ KIND[kind];
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
