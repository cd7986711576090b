import { ln } from './math';
import type { Example } from './examples';

/** Steps of the stored rarity: eighths of a nat, so that one byte reaches up to 32. */
export const RARITY_STEPS = 8;

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

export function vocabularyOf(examples: readonly Example[]): Vocabulary {
  const all = countFeatures(examples);
  const least = leastFrequency(all.frequencies);
  const hashes = all.hashes.filter((_, i) => (all.frequencies[i] as number) >= least);
  const frequencies = all.frequencies.filter((frequency) => frequency >= least);
  const known = new Map<number, number>();
  const rarities = Uint8Array.from(frequencies, (frequency) => {
    let rarity = known.get(frequency);
    if (rarity === undefined) {
      rarity = rarityOf(frequency, examples.length);
      known.set(frequency, rarity);
    }
    return rarity;
  });
  return { hashes, frequencies, rarities, unknownRarity: rarityOf(0, examples.length) };
}

/** Every feature with the number of its examples, by hash. */
function countFeatures(examples: readonly Example[]): Pick<Vocabulary, 'hashes' | 'frequencies'> {
  let total = 0;
  for (const { features } of examples) total += features.length;
  const all = new Uint32Array(total);
  let end = 0;
  for (const { features } of examples) {
    all.set(features, end);
    end += features.length;
  }
  all.sort();
  const hashes = all.filter((hash, i) => i === 0 || hash !== all[i - 1]);
  const frequencies = new Uint32Array(hashes.length);
  let at = -1;
  for (let i = 0; i < all.length; i++) {
    if (i === 0 || all[i] !== all[i - 1]) at++;
    frequencies[at] = (frequencies[at] as number) + 1;
  }
  return { hashes, frequencies };
}

function leastFrequency(frequencies: Uint32Array): number {
  let least = 1;
  while (frequencies.reduce((count, frequency) => count + (frequency >= least ? 1 : 0), 0) > MOST_FEATURES)
    least++;
  return least;
}

/** Smoothed inverse document frequency. */
function rarityOf(frequency: number, examples: number): number {
  return Math.min(255, Math.round(RARITY_STEPS * (0.5 + ln((examples + 1) / (frequency + 1)))));
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
