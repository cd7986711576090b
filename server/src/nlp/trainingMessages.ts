import type { IntentScore, ModelArtifact, TrainingData } from './contract';
import type { HeldOutAnswer } from './evaluation/crossValidate';

/** What a thread of the NLP is started with. */
export type NlpJob =
  | { readonly kind: 'train'; readonly data: TrainingData }
  | { readonly kind: 'evaluate'; readonly data: TrainingData; readonly folds: number }
  | { readonly kind: 'answer'; readonly model: Uint8Array; readonly texts: readonly string[] };

/** What comes out of each kind of job. */
export interface NlpResults {
  readonly train: ModelArtifact;
  readonly evaluate: readonly HeldOutAnswer[];
  /** The best intent for each text. */
  readonly answer: readonly IntentScore[];
}

export type NlpJobKind = NlpJob['kind'];

/** What a thread of the NLP says. Plain data: it crosses the border between threads. */
export type NlpNews<Kind extends NlpJobKind> =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly result: NlpResults[Kind] }
  | { readonly kind: 'failed'; readonly message: string };
