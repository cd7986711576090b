import type { Example } from './examples';
import { HashTable } from './hashTable';
import { ln } from './math';

/** Steps of the stored rarity: eighths of a nat, so that one byte reaches up to 32. */
const RARITY_STEPS = 8;

/** The features of a training set and how rare each is. */
export interface Vocabulary {
  /** Feature hashes, ascending. */
  readonly hashes: Uint32Array;
  /** Inverse document frequency of each, in `RARITY_STEPS`: a rare feature says more than one of every sentence. */
  readonly rarities: Uint8Array;
  /** The rarity of a feature that occurs in no example. */
  readonly unknownRarity: number;
  /** In how many examples each occurs. */
  readonly frequencies: Uint32Array;
}

/** Above this the rarest features are left out, those of one example first: they are most, and say least. */
const MOST_FEATURES = 600_000;

/** A vocabulary, and where the features of the examples are in it. */
export interface IndexedVocabulary {
  readonly vocabulary: Vocabulary;
  /** Index of each feature of each example in turn; -1 for one that was left out. */
  readonly entries: Int32Array;
}

export function vocabularyOf(examples: readonly Example[]): IndexedVocabulary {
  const seen = countFeatures(examples);
  const least = leastFrequency(seen.frequencies);
  const hashes = seen.hashes.filter((_, id) => (seen.frequencies[id] as number) >= least).sort();
  const frequencies = new Uint32Array(hashes.length);
  const rarities = new Uint8Array(hashes.length);
  const known = new Map<number, number>();
  const indices = new Int32Array(seen.hashes.length).fill(-1);
  for (let i = 0; i < hashes.length; i++) {
    const id = seen.table.idOf(hashes[i] as number);
    const frequency = seen.frequencies[id] as number;
    let rarity = known.get(frequency);
    if (rarity === undefined) known.set(frequency, (rarity = rarityOf(frequency, examples.length)));
    indices[id] = i;
    frequencies[i] = frequency;
    rarities[i] = rarity;
  }
  const entries = seen.ids;
  for (let k = 0; k < entries.length; k++) entries[k] = indices[entries[k] as number] as number;
  return {
    vocabulary: { hashes, frequencies, rarities, unknownRarity: rarityOf(0, examples.length) },
    entries,
  };
}

/** Every feature with the number of its examples, by its number in the table: in the order in which they came. */
interface SeenFeatures {
  readonly table: HashTable;
  readonly hashes: Uint32Array;
  readonly frequencies: Uint32Array;
  /** Number of each feature of each example in turn. */
  readonly ids: Int32Array;
}

function countFeatures(examples: readonly Example[]): SeenFeatures {
  let total = 0;
  for (const { features } of examples) total += features.length;
  const table = new HashTable();
  const frequencies = new Uint32Array(total);
  const ids = new Int32Array(total);
  let end = 0;
  for (const { features } of examples) {
    for (let k = 0; k < features.length; k++) {
      const id = table.idOf(features[k] as number);
      ids[end++] = id;
      frequencies[id] = (frequencies[id] as number) + 1;
    }
  }
  return { table, hashes: table.hashes(), frequencies: frequencies.slice(0, table.size), ids };
}

function leastFrequency(frequencies: Uint32Array): number {
  let least = 1;
  let kept = frequencies.length;
  while (kept > MOST_FEATURES) {
    least++;
    kept = 0;
    for (const frequency of frequencies) if (frequency >= least) kept++;
  }
  return least;
}

/** Smoothed inverse document frequency. */
function rarityOf(frequency: number, examples: number): number {
  return Math.min(255, Math.round(RARITY_STEPS * (0.5 + ln((examples + 1) / (frequency + 1)))));
}

/** What a feature counts in a text before that has unit length; -1 stands for any that is not in the vocabulary. */
export function valueOf(
  { rarities, unknownRarity }: Pick<Vocabulary, 'rarities' | 'unknownRarity'>,
  feature: number,
): number {
  return (feature < 0 ? unknownRarity : (rarities[feature] as number)) / RARITY_STEPS;
}

/** Where a hash stands in ascending hashes, or -1. */
export function indexOfHash(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
