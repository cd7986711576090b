import type { TrainingData } from '../contract';
import { type FeatureSource, featuresOf } from '../text/features';

/** An expression as the classifier sees it. */
export interface Example {
  /** Index of its intent in canonical order. */
  readonly label: number;
  /** Distinct feature hashes, ascending. */
  readonly features: Uint32Array;
}

/** The examples of canonical data, in its order. Expressions that read the same count once per intent. */
export function examplesOf(data: TrainingData, source: FeatureSource): Example[] {
  const examples: Example[] = [];
  data.intents.forEach((intent, label) => {
    const seen = new Set<string>();
    for (const { text } of intent.expressions) {
      if (seen.has(text)) continue;
      seen.add(text);
      examples.push({ label, features: new Uint32Array(featuresOf(text, source)).sort() });
    }
  });
  return examples;
}
