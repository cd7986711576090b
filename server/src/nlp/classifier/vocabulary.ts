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

export function vocabularyOf(examples: readonly Example[]): Vocabulary {
  let total = 0;
  for (const { features } of examples) total += features.length;
  const all = new Uint32Array(total);
  let end = 0;
  for (const { features } of examples) {
    all.set(features, end);
    end += features.length;
  }
  all.sort();
  let count = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) count++;
  const hashes = new Uint32Array(count);
  const frequencies = new Uint32Array(count);
  let at = -1;
  for (let i = 0; i < all.length; i++) {
    if (i === 0 || all[i] !== all[i - 1]) hashes[++at] = all[i] ?? 0;
    frequencies[at] = (frequencies[at] ?? 0) + 1;
  }
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
