import { indexOfHash, RARITY_STEPS, type Vocabulary } from './vocabulary';

/** A text over a vocabulary: index of each known feature and the value by which its weights count. */
export interface Encoded {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

/** Encodes distinct feature hashes as a vector of unit length, in which unknown features have their share. */
export function encode(
  vocabulary: Pick<Vocabulary, 'hashes' | 'rarities' | 'unknownRarity'>,
  hashes: Iterable<number>,
): Encoded {
  const features: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const hash of hashes) {
    const feature = indexOfHash(vocabulary.hashes, hash);
    const rarity = feature < 0 ? vocabulary.unknownRarity : (vocabulary.rarities[feature] ?? 0);
    const value = rarity / RARITY_STEPS;
    squares += value * value;
    if (feature < 0) continue;
    features.push(feature);
    values.push(value);
  }
  const length = Math.sqrt(squares) || 1;
  return { features, values: values.map((value) => value / length) };
}
