import type { Example } from './examples';
import { exp } from './math';
import { randomFrom, shuffle } from './random';
import { type Rows, rowsOf } from './rows';
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

const SEED = 7;
const EPOCHS = 8;
const RATE = 0.5;
const BIAS_RATE = 0.05;
/** Sum of squared gradients a weight starts from: keeps the very first steps small. */
const START_SQUARES = 0.01;
/** Errors this small move no weight; they are most of the intents of most examples. */
const SMALLEST_ERROR = 0.01;
/** Rows between two reports: some milliseconds of work. */
const ROWS_PER_REPORT = 256;

/**
 * Fits by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer 2011) and a rate that falls linearly to
 * zero. Seed, order and operations are fixed, so that the result is the same to the bit wherever it runs.
 *
 * Yields the fraction done, so that the caller can report it, let others run, or stop.
 */
export function* fit(examples: readonly Example[], intents: number): Generator<number, FittedModel> {
  const vocabulary = vocabularyOf(examples);
  const rows = rowsOf(examples, vocabulary);
  const layout = layOutWeights(rows, vocabulary.hashes.length, intents, vocabulary.frequencies);
  const state = new Descent(rows, layout, intents);
  const order = Int32Array.from({ length: rows.count }, (_, i) => i);
  const random = randomFrom(SEED);
  const steps = EPOCHS * rows.count;
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      state.learn(row, 1 - step / steps);
      step++;
      if (step % ROWS_PER_REPORT === 0) yield step / steps;
    }
  }
  return { intents, vocabulary, layout, weights: state.weights, biases: state.biases };
}

class Descent {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
  private readonly squares: Float32Array;
  private readonly biasSquares: Float64Array;
  private readonly errors: Float64Array;

  constructor(
    private readonly rows: Rows,
    private readonly layout: WeightLayout,
    intents: number,
  ) {
    this.weights = new Float32Array(layout.intents.length);
    this.squares = new Float32Array(layout.intents.length).fill(START_SQUARES);
    this.biases = new Float64Array(intents);
    this.biasSquares = new Float64Array(intents).fill(1);
    this.errors = new Float64Array(intents);
  }

  /** One step on one example; `pace` scales the rates. */
  learn(row: number, pace: number): void {
    this.score(row);
    this.scoresToErrors(this.rows.labels[row] ?? 0);
    this.moveWeights(row, RATE * pace);
    this.moveBiases(BIAS_RATE * pace);
  }

  // The loops below are where the time of training goes: plain indices, nothing allocated.

  private score(row: number): void {
    const { errors, weights } = this;
    const { starts, intents } = this.layout;
    errors.set(this.biases);
    const end = this.rows.starts[row + 1] as number;
    for (let k = this.rows.starts[row] as number; k < end; k++) {
      const feature = this.rows.features[k] as number;
      const value = this.rows.values[k] as number;
      const last = starts[feature + 1] as number;
      for (let w = starts[feature] as number; w < last; w++) {
        errors[intents[w] as number] =
          (errors[intents[w] as number] as number) + (weights[w] as number) * value;
      }
    }
  }

  /** Softmax, then what each probability is too high by. */
  private scoresToErrors(label: number): void {
    const { errors } = this;
    let highest = -Infinity;
    for (const score of errors) if (score > highest) highest = score;
    let sum = 0;
    for (let c = 0; c < errors.length; c++) {
      const value = exp((errors[c] as number) - highest);
      errors[c] = value;
      sum += value;
    }
    for (let c = 0; c < errors.length; c++) {
      const error = (errors[c] as number) / sum - (c === label ? 1 : 0);
      errors[c] = error > -SMALLEST_ERROR && error < SMALLEST_ERROR ? 0 : error;
    }
  }

  private moveWeights(row: number, rate: number): void {
    const { errors, weights, squares } = this;
    const { starts, intents } = this.layout;
    const end = this.rows.starts[row + 1] as number;
    for (let k = this.rows.starts[row] as number; k < end; k++) {
      const feature = this.rows.features[k] as number;
      const value = this.rows.values[k] as number;
      const last = starts[feature + 1] as number;
      for (let w = starts[feature] as number; w < last; w++) {
        const error = errors[intents[w] as number] as number;
        if (error === 0) continue;
        const gradient = error * value;
        const square = (squares[w] as number) + gradient * gradient;
        squares[w] = square;
        weights[w] = (weights[w] as number) - (rate * gradient) / Math.sqrt(square);
      }
    }
  }

  private moveBiases(rate: number): void {
    for (let c = 0; c < this.biases.length; c++) {
      const error = this.errors[c] as number;
      if (error === 0) continue;
      const square = (this.biasSquares[c] as number) + error * error;
      this.biasSquares[c] = square;
      this.biases[c] = (this.biases[c] as number) - (rate * error) / Math.sqrt(square);
    }
  }
}
