import { encode } from './encode';
import type { Example } from './examples';
import { EPOCHS, type FittedModel, fit } from './fit';
import { foldsOf } from './folds';
import { exp, ln } from './math';

const SEED = 11;
/** Up to this many examples each is held out once; above it one fold says enough and costs less. */
const FEW_EXAMPLES = 1500;
const FOLDS_OF_FEW = 5;
/** Of so many examples that one fold has plenty: what it holds out is missed by the model that is asked. */
const FOLDS_OF_MANY = 10;
/** How sure a model is of what it has not seen hardly changes after so many rounds over many examples. */
const EPOCHS_OF_MANY = 3;

/** One number is fitted: this many examples of a fold are plenty. */
const MOST_HELD_OUT = 1000;

/** Scores before calibration of an example that its model has not seen. */
interface HeldOut {
  readonly label: number;
  readonly scores: Float64Array;
}

/**
 * Finds the inverse temperature that makes scores probabilities (Guo et al. 2017, "On calibration of modern neural
 * networks"): the one under which held-out examples are most likely.
 *
 * Yields the fraction done.
 */
export function* calibrate(examples: readonly Example[], intents: number): Generator<number, number> {
  const few = examples.length <= FEW_EXAMPLES;
  const labels = examples.map(({ label }) => label);
  const folds = foldsOf(labels, intents, few ? FOLDS_OF_FEW : FOLDS_OF_MANY, SEED);
  const rounds = few ? FOLDS_OF_FEW : 1;
  const heldOut: HeldOut[] = [];
  for (let round = 0; round < rounds; round++) {
    const kept = examples.filter((_, i) => folds[i] !== round);
    const fitting = fit(kept, intents, few ? EPOCHS : EPOCHS_OF_MANY);
    let step = fitting.next();
    while (!step.done) {
      yield (round + step.value) / rounds;
      step = fitting.next();
    }
    const asked = examples.filter((_, i) => folds[i] === round);
    const stride = Math.ceil(asked.length / MOST_HELD_OUT);
    for (let i = 0; i < asked.length; i += stride) {
      const example = asked[i] as Example;
      heldOut.push({ label: example.label, scores: scores(step.value, example) });
    }
  }
  return sharpest(heldOut);
}

function scores(model: FittedModel, example: Example): Float64Array {
  const { features, values } = encode(model.vocabulary, example.features);
  const result = Float64Array.from(model.biases);
  features.forEach((feature, k) => {
    for (
      let w = model.layout.starts[feature] as number;
      w < (model.layout.starts[feature + 1] as number);
      w++
    ) {
      const intent = model.layout.intents[w] as number;
      result[intent] = (result[intent] as number) + (model.weights[w] as number) * (values[k] as number);
    }
  });
  return result;
}

const LOWEST = ln(0.05);
const HIGHEST = ln(20);
const GOLDEN = 0.6180339887498949;
/** Narrows the range to a thousandth of a nat. */
const ROUNDS_OF_SEARCH = 18;

/** Golden-section search on the logarithm; the likelihood has one peak. */
function sharpest(heldOut: readonly HeldOut[]): number {
  if (heldOut.length === 0) return 1;
  let low = LOWEST;
  let high = HIGHEST;
  let left = high - (high - low) * GOLDEN;
  let right = low + (high - low) * GOLDEN;
  let lossLeft = loss(heldOut, exp(left));
  let lossRight = loss(heldOut, exp(right));
  for (let i = 0; i < ROUNDS_OF_SEARCH; i++) {
    if (lossLeft < lossRight) {
      high = right;
      right = left;
      lossRight = lossLeft;
      left = high - (high - low) * GOLDEN;
      lossLeft = loss(heldOut, exp(left));
    } else {
      low = left;
      left = right;
      lossLeft = lossRight;
      right = low + (high - low) * GOLDEN;
      lossRight = loss(heldOut, exp(right));
    }
  }
  return exp((low + high) / 2);
}

/**
 * Sum of the negative logarithms of the probabilities given to the right intents. As by Laplace's rule of succession,
 * one more example counts as evenly wrong: that few examples are all told apart does not mean that all ever will be.
 */
function loss(heldOut: readonly HeldOut[], sharpness: number): number {
  const doubt = 1 / (heldOut.length + 1);
  let total = 0;
  for (const { label, scores: found } of heldOut) {
    const right = found[label] ?? 0;
    let sum = 0;
    let mean = 0;
    for (const score of found) {
      sum += exp((score - right) * sharpness);
      mean += (score - right) / found.length;
    }
    total += ln(sum) - doubt * mean * sharpness;
  }
  return total;
}
