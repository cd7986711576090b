import { compareCodePoints } from '../order';
import type { Stem } from './stemmers';
import { tokenize } from './tokens';

/** Kinds of feature; the number takes part in the hash, so a word and its stem are two features. */
const KIND = { word: 1, stem: 2, pair: 3, neighbours: 4, together: 5, letters: 6, entity: 7 } as const;
export type FeatureKind = keyof typeof KIND;

const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 4;
/** Stems of a long message that are paired with each other: the pairs grow with the square. */
const MOST_PAIRED = 20;

/** Takes a feature; `label` is the word, or the two words, to which a person would put it down. */
export type FeatureVisitor = (kind: FeatureKind, part: string, label: string) => void;

/** What features of a text are made with, beside the text. */
export interface FeatureSource {
  /** Undefined where the language has no stemmer. */
  readonly stem: Stem | undefined;
  /** Names of the entities in a text: a station that no expression names still is a station. */
  entitiesIn(text: string): Iterable<string>;
}

/**
 * Visits the features of a text: each word, its stem, each two words and each two stems that follow each other (the
 * edges of the text count as words), each two stems anywhere in the text, each run of 3 or 4 letters of a word with its
 * edges, and each entity, alone and with each stem. A feature may be visited more than once.
 */
export function visitFeatures(text: string, source: FeatureSource, visit: FeatureVisitor): void {
  const tokens = tokenize(text);
  if (tokens.length === 0) return;
  const { stem } = source;
  const words = tokens.map(({ folded }) => folded);
  const stems = tokens.map((token) => withoutDigits(stem ? stem(token) : token.folded));
  words.forEach((word, i) => {
    visit('word', word, word);
    if (stems[i] !== word) visit('stem', stems[i] ?? '', word);
    visitLetters(withoutDigits(word), word, visit);
  });
  for (let i = 0; i <= stems.length; i++) {
    const label = `${words[i - 1] ?? '^'} ${words[i] ?? '$'}`;
    const pair = `${stems[i - 1] ?? '^'} ${stems[i] ?? '$'}`;
    visit('neighbours', pair, label);
    if (pair !== label) visit('pair', label, label);
  }
  const byStem = [...new Map(stems.map((each, i) => [each, words[i] ?? '']))].slice(0, MOST_PAIRED);
  byStem.sort(([a], [b]) => compareCodePoints(a, b));
  byStem.forEach(([first, word], i) => {
    for (const [second, other] of byStem.slice(i + 1))
      visit('together', `${first} ${second}`, `${word} ${other}`);
  });
  for (const entity of source.entitiesIn(text)) {
    visit('entity', entity, entity);
    for (const [each] of byStem) visit('entity', `${entity} ${each}`, entity);
  }
}

function visitLetters(word: string, label: string, visit: FeatureVisitor): void {
  const letters = `^${word}$`;
  for (let start = 0; start + SHORTEST_LETTERS <= letters.length; start++) {
    for (let size = SHORTEST_LETTERS; size <= LONGEST_LETTERS && start + size <= letters.length; size++) {
      visit('letters', letters.slice(start, start + size), label);
    }
  }
}

/** Numbers of as many digits are alike: which one it is seldom decides what is meant. */
function withoutDigits(word: string): string {
  return word.replace(/\d/g, '0');
}

/** The distinct feature hashes of a text, in order of first appearance. */
export function featuresOf(text: string, source: FeatureSource): number[] {
  const hashes = new Set<number>();
  visitFeatures(text, source, (kind, part) => hashes.add(hashFeature(kind, part)));
  return [...hashes];
}

/** 32-bit hash of a feature. Two features of a bot seldom share a hash, and then they merely share a weight. */
export function hashFeature(kind: FeatureKind, part: string): number {
  return hash32(KIND[kind], part);
}

/**
 * 32-bit hash over UTF-16 code units: FNV-1a, then the finaliser of MurmurHash3, because FNV alone mixes its upper bits
 * badly on short strings.
 */
export function hash32(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
