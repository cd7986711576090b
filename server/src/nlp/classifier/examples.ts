import type { TrainingData } from '../contract';
import { featuresOf } from '../text/features';
import type { Stem } from '../text/stemmers';

/** An expression as the classifier sees it. */
export interface Example {
  /** Index of its intent in canonical order. */
  readonly label: number;
  /** Distinct feature hashes, ascending. */
  readonly features: Uint32Array;
}

/** The examples of canonical data, in its order. Expressions that read the same count once per intent. */
export function examplesOf(data: TrainingData, stem: Stem | undefined): Example[] {
  const examples: Example[] = [];
  data.intents.forEach((intent, label) => {
    const seen = new Set<string>();
    for (const { text } of intent.expressions) {
      if (seen.has(text)) continue;
      seen.add(text);
      examples.push({ label, features: Uint32Array.from(featuresOf(text, stem)).sort() });
    }
  });
  return examples;
}
