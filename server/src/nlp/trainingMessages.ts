import type { ModelArtifact, TrainingData } from './contract';

/** What a training thread is started with. */
export interface TrainingJob {
  readonly data: TrainingData;
}

/** What a training thread says. Plain data: it crosses the border between threads. */
export type TrainingNews =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'trained'; readonly model: ModelArtifact }
  | { readonly kind: 'failed'; readonly message: string };
