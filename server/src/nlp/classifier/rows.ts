import type { Example } from './examples';
import { RARITY_STEPS, type Vocabulary } from './vocabulary';

/** Examples as sparse rows of unit length over a vocabulary. */
export interface Rows {
  readonly count: number;
  /** Row `i` is entries `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array;
  /** Index in the vocabulary. */
  readonly features: Int32Array;
  readonly values: Float32Array;
  readonly labels: Int32Array;
}

export function rowsOf(examples: readonly Example[], vocabulary: Vocabulary): Rows {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach((example, i) => {
    starts[i + 1] = (starts[i] ?? 0) + example.features.length;
  });
  const features = new Int32Array(starts[examples.length] ?? 0);
  const values = new Float32Array(features.length);
  const labels = Int32Array.from(examples, ({ label }) => label);
  const index = new Map<number, number>();
  vocabulary.hashes.forEach((hash, i) => index.set(hash, i));
  examples.forEach((example, i) => {
    const start = starts[i] ?? 0;
    let squares = 0;
    example.features.forEach((hash, k) => {
      const feature = index.get(hash) ?? 0;
      const value = (vocabulary.rarities[feature] ?? 0) / RARITY_STEPS;
      features[start + k] = feature;
      values[start + k] = value;
      squares += value * value;
    });
    const length = Math.sqrt(squares) || 1;
    for (let k = start; k < start + example.features.length; k++) values[k] = (values[k] ?? 0) / length;
  });
  return { count: examples.length, starts, features, values, labels };
}
