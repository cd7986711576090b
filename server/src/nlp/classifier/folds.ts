import { randomFrom, shuffle } from './random';

/**
 * Parts examples into folds, each intent spread evenly over them: fold of each example, the same for the same seed.
 *
 * @param labels index of the intent of each example
 */
export function foldsOf(labels: readonly number[], intents: number, folds: number, seed: number): Int32Array {
  const random = randomFrom(seed);
  const order = Int32Array.from(labels, (_, i) => i);
  shuffle(order, random);
  const next = new Int32Array(intents);
  const fold = new Int32Array(labels.length);
  for (const i of order) {
    const label = labels[i] ?? 0;
    fold[i] = (next[label] ?? 0) % folds;
    next[label] = (next[label] ?? 0) + 1;
  }
  return fold;
}
