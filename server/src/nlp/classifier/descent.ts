import { exp } from './math';
import type { Rows } from './rows';
import type { WeightLayout } from './weightLayout';

const RATE = 0.5;
const BIAS_RATE = 0.05;
/** Sum of squared gradients a weight starts from: keeps the very first steps small. */
const START_SQUARES = 0.003;
/** Errors this small move no weight; they are most of the intents of most examples. */
const SMALLEST_ERROR = 0.02;
/** A score this far below the best has no error worth the exponential. */
const FAR_BELOW = -12;
/** A list of intents longer than this many times the moving ones is searched rather than walked through. */
const SEARCH_FROM = 8;

/** So many features are added to the scores in one go: each score is then read and written a fourth as often. */
const FULL_AT_ONCE = 4;

/**
 * Stochastic gradient descent with AdaGrad over sparse rows. The loops are where the time of training goes: plain
 * indices, nothing allocated.
 */
export class Descent {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
  private readonly squares: Float32Array;
  private readonly biasSquares: Float64Array;
  /** Scores, then by how much each probability is too high; only those of `moving` count. */
  private readonly errors: Float64Array;
  /** Intents whose error is worth a step: the first `movingCount`. */
  private readonly moving: Int32Array;
  private movingCount = 0;
  /** The features of a row with a weight for every intent: where their weights start, and their values. */
  private readonly fullStarts: Int32Array;
  private readonly fullValues: Float64Array;

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
    this.moving = new Int32Array(intents);
    const most = longestRow(rows) + FULL_AT_ONCE;
    this.fullStarts = new Int32Array(most);
    this.fullValues = new Float64Array(most);
  }

  /** One step on one example; `pace` scales the rates. False when the example is understood so well that none moves. */
  learn(row: number, pace: number): boolean {
    this.score(row);
    this.scoresToErrors(this.rows.labels[row] as number);
    if (this.movingCount === 0) return false;
    this.moveWeights(row, RATE * pace);
    this.moveBiases(BIAS_RATE * pace);
    return true;
  }

  private score(row: number): void {
    const { errors, weights, rows, fullStarts, fullValues } = this;
    const { starts, intents, full } = this.layout;
    errors.set(this.biases);
    let fullCount = 0;
    const end = rows.starts[row + 1] as number;
    for (let k = rows.starts[row] as number; k < end; k++) {
      const feature = rows.features[k] as number;
      const value = rows.values[k] as number;
      const start = starts[feature] as number;
      if (full[feature] === 1) {
        fullStarts[fullCount] = start;
        fullValues[fullCount++] = value;
        continue;
      }
      const last = starts[feature + 1] as number;
      for (let w = start; w < last; w++) {
        const c = intents[w] as number;
        errors[c] = (errors[c] as number) + (weights[w] as number) * value;
      }
    }
    this.scoreFull(fullCount);
  }

  /** Adds the features with a weight for every intent, see `FULL_AT_ONCE`. */
  private scoreFull(fullCount: number): void {
    const { errors, weights, fullStarts, fullValues } = this;
    // What fills up the last four adds zero times a weight that is there.
    for (let k = fullCount; k % FULL_AT_ONCE !== 0; k++) {
      fullStarts[k] = 0;
      fullValues[k] = 0;
    }
    for (let k = 0; k < fullCount; k += FULL_AT_ONCE) {
      const first = fullStarts[k] as number;
      const second = fullStarts[k + 1] as number;
      const third = fullStarts[k + 2] as number;
      const fourth = fullStarts[k + 3] as number;
      const a = fullValues[k] as number;
      const b = fullValues[k + 1] as number;
      const c = fullValues[k + 2] as number;
      const d = fullValues[k + 3] as number;
      for (let i = 0; i < errors.length; i++) {
        errors[i] =
          (errors[i] as number) +
          ((weights[first + i] as number) * a + (weights[second + i] as number) * b) +
          ((weights[third + i] as number) * c + (weights[fourth + i] as number) * d);
      }
    }
  }

  /** Softmax, then what each probability is too high by. */
  private scoresToErrors(label: number): void {
    const { errors, moving } = this;
    let highest = -Infinity;
    for (let c = 0; c < errors.length; c++) {
      const score = errors[c] as number;
      if (score > highest) highest = score;
    }
    let sum = 0;
    for (let c = 0; c < errors.length; c++) {
      const below = (errors[c] as number) - highest;
      const value = below < FAR_BELOW ? 0 : exp(below);
      errors[c] = value;
      sum += value;
    }
    this.movingCount = 0;
    for (let c = 0; c < errors.length; c++) {
      const error = (errors[c] as number) / sum - (c === label ? 1 : 0);
      errors[c] = error;
      if (error > SMALLEST_ERROR || error < -SMALLEST_ERROR) moving[this.movingCount++] = c;
    }
  }

  private moveWeights(row: number, rate: number): void {
    const { errors, moving, movingCount, rows } = this;
    const { starts, intents, full } = this.layout;
    const end = rows.starts[row + 1] as number;
    for (let k = rows.starts[row] as number; k < end; k++) {
      const feature = rows.features[k] as number;
      const value = rows.values[k] as number;
      const start = starts[feature] as number;
      const last = starts[feature + 1] as number;
      if (full[feature] === 1) {
        for (let m = 0; m < movingCount; m++) {
          const c = moving[m] as number;
          this.step(start + c, (errors[c] as number) * value, rate);
        }
      } else if (last - start > movingCount * SEARCH_FROM) {
        for (let m = 0; m < movingCount; m++) {
          const c = moving[m] as number;
          const w = this.find(c, start, last);
          if (w >= 0) this.step(w, (errors[c] as number) * value, rate);
        }
      } else {
        for (let w = start; w < last; w++) {
          const error = errors[intents[w] as number] as number;
          if (error > SMALLEST_ERROR || error < -SMALLEST_ERROR) this.step(w, error * value, rate);
        }
      }
    }
  }

  private step(w: number, gradient: number, rate: number): void {
    const square = (this.squares[w] as number) + gradient * gradient;
    this.squares[w] = square;
    this.weights[w] = (this.weights[w] as number) - (rate * gradient) / Math.sqrt(square);
  }

  /** The weight of an intent among ascending ones, or -1. */
  private find(intent: number, start: number, end: number): number {
    const { intents } = this.layout;
    let low = start;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = intents[middle] as number;
      if (found === intent) return middle;
      if (found < intent) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private moveBiases(rate: number): void {
    for (let m = 0; m < this.movingCount; m++) {
      const c = this.moving[m] as number;
      const error = this.errors[c] as number;
      const square = (this.biasSquares[c] as number) + error * error;
      this.biasSquares[c] = square;
      this.biases[c] = (this.biases[c] as number) - (rate * error) / Math.sqrt(square);
    }
  }
}

function longestRow({ count, starts }: Rows): number {
  let longest = 0;
  for (let row = 0; row < count; row++) {
    longest = Math.max(longest, (starts[row + 1] as number) - (starts[row] as number));
  }
  return longest;
}
