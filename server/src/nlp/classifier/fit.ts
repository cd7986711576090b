import { Descent } from './descent';
import type { Example } from './examples';
import { randomFrom, shuffle } from './random';
import { rowsOf } from './rows';
import { type Vocabulary, vocabularyOf } from './vocabulary';
import { layOutWeights, type WeightLayout } from './weightLayout';

/** Multinomial logistic regression, not yet quantised. */
export interface FittedModel {
  readonly intents: number;
  readonly vocabulary: Vocabulary;
  readonly layout: WeightLayout;
  readonly weights: Float32Array;
  readonly biases: Float64Array;
}

/** Rounds over the examples for a model that is kept. */
export const EPOCHS = 5;
const SEED = 7;
/** Rows between two reports: some milliseconds of work. */
const ROWS_PER_REPORT = 256;

/**
 * Fits by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer 2011) and a rate that falls linearly to
 * zero. Seed, order and operations are fixed, so that the result is the same to the bit wherever it runs.
 *
 * Yields the fraction done, so that the caller can report it, let others run, or stop.
 *
 * @param examples ordered by intent
 */
export function* fit(
  examples: readonly Example[],
  intents: number,
  epochs: number = EPOCHS,
): Generator<number, FittedModel> {
  const { vocabulary, entries } = vocabularyOf(examples);
  const rows = rowsOf(examples, vocabulary, entries);
  const layout = layOutWeights(rows, vocabulary.hashes.length, intents, vocabulary.frequencies);
  const state = new Descent(rows, layout, intents);
  const order = Int32Array.from({ length: rows.count }, (_, i) => i);
  const random = randomFrom(SEED);
  const steps = epochs * rows.count;
  const settled = new Uint8Array(rows.count);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      // An example that moved nothing is left alone for one round: most are understood early on.
      const moved = settled[row] === 0 && state.learn(row, 1 - step / steps);
      settled[row] = settled[row] === 0 && !moved ? 1 : 0;
      step++;
      if (step % ROWS_PER_REPORT === 0) yield step / steps;
    }
  }
  return { intents, vocabulary, layout, weights: state.weights, biases: state.biases };
}
