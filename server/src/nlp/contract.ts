/**
 * The contract of the nlp room: what goes into training, what comes out, and what a model answers.
 *
 * Every type here is plain data, so that it can cross a worker boundary and be written to a file. The one
 * implementation is the sparse logistic regression of this room; another trainer could stand behind the same types.
 */

/**
 * Version of the trainer. It is part of the training input: whoever changes a feature, a constant or the artifact
 * layout raises it, so that older models count as stale instead of answering differently under the same hash.
 */
export const TRAINER_VERSION = '3';

/** A part of an expression that names an entity; UTF-16 offsets into the expression's plain text. */
export interface TrainingAnnotation {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
}

/** One thing a user may say: plain text, annotations stripped. */
export interface TrainingExpression {
  readonly text: string;
  readonly annotations: readonly TrainingAnnotation[];
}

/** One intent with its expressions in the language of the training data. */
export interface TrainingIntent {
  readonly name: string;
  readonly expressions: readonly TrainingExpression[];
}

/** One canonical value of a list entity and the other words for it. */
export interface ListValue {
  readonly value: string;
  readonly synonyms: readonly string[];
}

/** The kinds of system entity that this room recognises. */
export const SYSTEM_KINDS = [
  'datetime',
  'duration',
  'email',
  'money',
  'number',
  'ordinal',
  'phone',
  'url',
] as const;

export type SystemKind = (typeof SYSTEM_KINDS)[number];

/** An entity as the NLP sees it. */
export type EntityData =
  | { readonly type: 'list'; readonly name: string; readonly values: readonly ListValue[] }
  | { readonly type: 'pattern'; readonly name: string; readonly patterns: readonly string[] }
  | { readonly type: 'system'; readonly name: string; readonly system: SystemKind }
  | { readonly type: 'contextual'; readonly name: string };

/** Everything that decides a model of one language: one model is trained per bot and language. */
export interface TrainingData {
  /** BCP 47. */
  readonly language: string;
  readonly intents: readonly TrainingIntent[];
  readonly entities: readonly EntityData[];
}

/** Why a bot cannot be trained in a language. */
export interface TrainingProblem {
  readonly reason: 'few-intents' | 'few-expressions' | 'few-annotations' | 'invalid-pattern';
  /** The intent or entity at fault; absent when the whole bot is. */
  readonly name?: string;
  /** One translated sentence. */
  readonly message: string;
}

/** What a trained model remembers of its training input: enough to tell what changed since. */
export interface TrainingSummary {
  readonly trainer: string;
  readonly language: string;
  /** SHA-256 (hex) of the canonical training input. */
  readonly input: string;
  /** Name of each intent and entity with the SHA-256 (hex) of its canonical form. */
  readonly intents: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
}

/** One difference between a training summary and the present training data. */
export interface TrainingChange {
  readonly kind: 'intent' | 'entity' | 'trainer';
  /** Name of the intent or entity; the present trainer's version for `trainer`. */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** One translated phrase, such as `intent book_train changed`. */
  readonly message: string;
}

/** A trained model as bytes, addressed by two hashes (SHA-256, hex). */
export interface ModelArtifact {
  readonly bytes: Uint8Array;
  /** Hash of the training input, trainer version included: decides whether the bot is trained. */
  readonly input: string;
  /** Hash of `bytes`: integrity. */
  readonly artifact: string;
}

export interface TrainOptions {
  readonly signal?: AbortSignal;
  /** Called with a fraction from 0 to 1, never decreasing. */
  readonly onProgress?: (fraction: number) => void;
}

export type TrainResult =
  | { readonly ok: true; readonly model: ModelArtifact }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'untrainable'; readonly problems: readonly TrainingProblem[] }
  /** `message` is one translated sentence. */
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string };

export interface IntentScore {
  readonly name: string;
  /** Calibrated probability, 0 to 1. The scores of one message sum to at most 1. */
  readonly score: number;
}

/** Value of an entity: a list's canonical value, the matched text, a number, or an ISO 8601 date-time. */
export type EntityValue = string | number;

export interface EntityMatch {
  readonly entity: string;
  readonly value: EntityValue;
  /** The matched part of the message. */
  readonly text: string;
  /** UTF-16 offsets into the message as given. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1; 1 for an exact match. */
  readonly score: number;
}

export interface Prediction {
  /** Every intent of the model, best first; equal scores by code point of the name. */
  readonly intents: readonly IntentScore[];
  /** By start, then longest, then name. Matches of different entities may overlap. */
  readonly entities: readonly EntityMatch[];
}

/** What decided: a feature of the message and how far it pulled towards the intent (negative: away). */
export interface FeatureWeight {
  /** Readable, such as `word "ticket"` or `words in a row "train ticket"`. */
  readonly feature: string;
  readonly weight: number;
}

export interface Explanation {
  readonly intent: string;
  readonly score: number;
  /** Strongest first, by absolute weight. */
  readonly features: readonly FeatureWeight[];
}

/** Where a message stands in time, for dates such as "tomorrow"; never read from the machine's clock. */
export interface PredictContext {
  readonly now: Date;
  /** Minutes east of UTC in which the user's clock runs; 0 when absent. */
  readonly offsetMinutes?: number;
}

/** What a model made of a text, as far as it is the same at any moment. */
export interface KnownText {
  /** What was found without the clock, by place. */
  readonly fixed: readonly EntityMatch[];
  readonly intents: readonly IntentScore[];
  /** What learned entities were found. */
  readonly learned: readonly EntityMatch[];
}

/** Where a model may keep what it made of texts; it belongs to that model alone, and may forget whatever it likes. */
export interface TextMemory {
  get(text: string): KnownText | undefined;
  set(text: string, known: KnownText): void;
}

/** A loaded model. All of it is pure: same message and context, same answer. */
export interface Model {
  readonly language: string;
  /** Hash of the training input. */
  readonly input: string;
  /** Hash of the artifact's bytes. */
  readonly hash: string;
  readonly summary: TrainingSummary;
  /** Intents only, without looking for entities. */
  classify(text: string): readonly IntentScore[];
  /** @param memory makes a text that it holds quicker; the answer is the same */
  predict(text: string, context: PredictContext, memory?: TextMemory): Prediction;
  /** Entities only; with `names`, only those. */
  extract(text: string, context: PredictContext, names?: readonly string[]): readonly EntityMatch[];
  /** Which features decided, for the best `intents` intents (3 when absent). */
  explain(text: string, intents?: number): readonly Explanation[];
}

export type LoadResult =
  | { readonly ok: true; readonly model: Model }
  /** `message` is one translated sentence with the next step. */
  | {
      readonly ok: false;
      readonly reason: 'corrupted' | 'unsupported' | 'too-large';
      readonly message: string;
    };
