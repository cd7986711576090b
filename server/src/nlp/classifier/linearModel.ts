import type { Encoded } from './encode';
import type { FittedModel } from './fit';
import { softmax } from './math';

/** The classifier as it is stored and asked: weights of 8 bits, zeros left out. */
export interface LinearModel {
  /** Number of intents. */
  readonly intents: number;
  /** Feature hashes, ascending. */
  readonly hashes: Uint32Array;
  /** Rarity of each feature, see `Vocabulary`. */
  readonly rarities: Uint8Array;
  /** Rarity of a feature that was never seen: it has no weights, but makes the known ones count for less. */
  readonly unknownRarity: number;
  /** Weights of feature `f` are entries `starts[f]` to `starts[f + 1]`. */
  readonly starts: Uint32Array;
  readonly intentOf: Uint16Array;
  readonly weights: Int8Array;
  /** What a weight of 1 stands for. */
  readonly scale: number;
  readonly biases: Float64Array;
  /** Inverse temperature: makes the scores probabilities. */
  readonly sharpness: number;
}

const LARGEST_WEIGHT = 127;

/** Rounds the weights to 8 bits and drops features without any weight left. */
export function quantize(fitted: FittedModel, sharpness: number): LinearModel {
  const { vocabulary, layout, weights } = fitted;
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / LARGEST_WEIGHT || 1;
  const rounded = new Int8Array(weights.length);
  let kept = 0;
  for (let w = 0; w < weights.length; w++) {
    const weight = Math.round((weights[w] as number) / scale);
    rounded[w] = weight;
    if (weight !== 0) kept++;
  }
  const count = vocabulary.hashes.length;
  const starts = new Uint32Array(count + 1);
  const intentOf = new Uint16Array(kept);
  const stored = new Int8Array(kept);
  let end = 0;
  for (let f = 0; f < count; f++) {
    for (let w = layout.starts[f] as number; w < (layout.starts[f + 1] as number); w++) {
      const weight = rounded[w] as number;
      if (weight === 0) continue;
      stored[end] = weight;
      intentOf[end] = layout.intents[w] as number;
      end++;
    }
    starts[f + 1] = end;
  }
  const { hashes, rarities, unknownRarity } = vocabulary;
  const { intents, biases } = fitted;
  return {
    intents,
    hashes,
    rarities,
    unknownRarity,
    starts,
    intentOf,
    weights: stored,
    scale,
    biases,
    sharpness,
  };
}

/** A calibrated probability for each intent. A message without a known feature is as likely to mean any of them. */
export function probabilities(model: LinearModel, { features, values }: Encoded): Float64Array {
  if (features.length === 0) return new Float64Array(model.intents).fill(1 / model.intents);
  const scores = Float64Array.from(model.biases);
  for (let k = 0; k < features.length; k++) {
    const feature = features[k] as number;
    const value = (values[k] as number) * model.scale;
    const end = model.starts[feature + 1] as number;
    for (let w = model.starts[feature] as number; w < end; w++) {
      const intent = model.intentOf[w] as number;
      scores[intent] = (scores[intent] as number) + (model.weights[w] as number) * value;
    }
  }
  softmax(scores, model.sharpness);
  return scores;
}

/** The weight of a feature for an intent, as it counts in the score before calibration; 0 when it has none. */
export function weightOf(model: LinearModel, feature: number, intent: number): number {
  for (let w = model.starts[feature] as number; w < (model.starts[feature + 1] as number); w++) {
    if (model.intentOf[w] === intent) return (model.weights[w] as number) * model.scale;
  }
  return 0;
}
