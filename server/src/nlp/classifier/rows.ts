import { encode } from './encode';
import type { Example } from './examples';
import type { Vocabulary } from './vocabulary';

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
  const encoded = examples.map((example) => encode(vocabulary, example.features));
  const starts = new Int32Array(examples.length + 1);
  encoded.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.features.length;
  });
  const features = new Int32Array(starts[examples.length] as number);
  const values = new Float32Array(features.length);
  encoded.forEach((row, i) => {
    features.set(row.features, starts[i]);
    values.set(row.values, starts[i]);
  });
  return {
    count: examples.length,
    starts,
    features,
    values,
    labels: Int32Array.from(examples, ({ label }) => label),
  };
}
