import type { Uri } from '../text/uri';
import type { Environment, Request } from './connection';
import type { NamedNode } from './views';

export interface TrainedModel {
  readonly language: string;
  /** SHA-256 of the training input and of the artifact's bytes. */
  readonly input: string;
  readonly artifact: string;
  readonly path: string;
  /** The model was there already: nothing had changed. */
  readonly reused: boolean;
}

export type TrainOutcome =
  | { readonly kind: 'trained'; readonly models: readonly TrainedModel[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** Trains the draft. Reports work-done progress on `workDoneToken`; obeys request cancellation. */
export const TrainRequest: Request<{ readonly bot: Uri; readonly workDoneToken?: string }, TrainOutcome> = {
  method: 'botlane/train',
};

export interface UnderstandParams {
  readonly bot: Uri;
  readonly environment: Environment;
  readonly text: string;
  /** The bot's default language when absent. */
  readonly language?: string;
}

export interface Understanding {
  readonly language: string;
  readonly intents: readonly { readonly name: string; readonly score: number }[];
  readonly entities: readonly {
    readonly entity: string;
    readonly value: string | number;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
  }[];
  /** The best intent's score is above the threshold. */
  readonly understood: boolean;
  readonly threshold: number;
  /** The dialog that would follow in a fresh conversation; the not-understood dialog when nothing is understood. */
  readonly dialog?: NamedNode;
  /** What decided for the best intent, strongest first. */
  readonly features: readonly { readonly feature: string; readonly weight: number }[];
  /** The answer comes from a model of an earlier draft, because the present one is not trained. */
  readonly stale: boolean;
}

export type UnderstandOutcome =
  | { readonly kind: 'understood'; readonly result: Understanding }
  | { readonly kind: 'refused'; readonly reason: string };

export const UnderstandRequest: Request<UnderstandParams, UnderstandOutcome> = {
  method: 'botlane/understand',
};
