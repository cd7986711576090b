import type { Example } from './examples';
import { valueOf, type Vocabulary } from './vocabulary';

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

/** @param entries index in the vocabulary of each feature of each example in turn, -1 for one that was left out */
export function rowsOf(examples: readonly Example[], vocabulary: Vocabulary, entries: Int32Array): Rows {
  const starts = new Int32Array(examples.length + 1);
  const features = new Int32Array(entries.length);
  const values = new Float32Array(entries.length);
  let entry = 0;
  let end = 0;
  for (const [row, example] of examples.entries()) {
    const start = end;
    const after = entry + example.features.length;
    let squares = 0;
    for (; entry < after; entry++) {
      const feature = entries[entry] as number;
      const value = valueOf(vocabulary, feature);
      squares += value * value;
      if (feature < 0) continue;
      features[end] = feature;
      end++;
    }
    const length = Math.sqrt(squares) || 1;
    for (let k = start; k < end; k++) values[k] = valueOf(vocabulary, features[k] as number) / length;
    starts[row + 1] = end;
  }
  return {
    count: examples.length,
    starts,
    features: features.subarray(0, end),
    values: values.subarray(0, end),
    labels: Int32Array.from(examples, ({ label }) => label),
  };
}
