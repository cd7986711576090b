import type { BotSnapshot } from '../project/snapshot';
import type { ModelNeed } from './contract';
import type { ShownSentence } from './quality/compareNlp';

/** What gates need that takes work. It is done once, before they judge, and handed in: gates stay pure. */
export interface Measurements {
  /** Absent: nobody asked for it, there is no LIVE, or bot.yaml has it switched off. */
  readonly nlpQuality?: NlpQuality;
  /** Absent without LIVE, and without models. */
  readonly understanding?: ChangedUnderstanding;
}

/** What users say, as far as the bot's files know it, that would be understood otherwise than in LIVE. */
export interface ChangedUnderstanding {
  /** How many sentences there are: expressions of both, and those of conversation tests. */
  readonly of: number;
  /** How many of these were asked; of very many a part. */
  readonly asked: number;
  /** How many of them would be understood otherwise. */
  readonly changed: number;
  /** The first of these, what matters most first. */
  readonly first: readonly ShownSentence[];
}

/** How well the NLP of what would be live does, beside that of LIVE. */
export interface NlpQuality {
  readonly languages: readonly LanguageQuality[];
  /** Why it could not be measured, or not in every language. */
  readonly unmeasured?: Unmeasured;
}

/** `failed`: it was tried; a translated sentence says what happened. */
export type Unmeasured =
  | { readonly reason: 'not-trained' }
  | { readonly reason: 'failed'; readonly message: string };

export interface LanguageQuality {
  readonly language: string;
  readonly measuredBy: 'tests' | 'cross-validation';
  /** Share of what was understood as it should be, 0 to 1. */
  readonly accuracy: number;
  /** The same of LIVE. */
  readonly live: number;
}

/** What there is to measure. */
export interface MeasureWork {
  /** What would be live, with its models. */
  readonly composed: BotSnapshot;
  readonly models: readonly ModelNeed[];
  /** LIVE, with its models; undefined when LIVE is not known, or nothing is live yet. */
  readonly liveBot: BotSnapshot | undefined;
  readonly liveModels: readonly ModelNeed[];
  /** Where what was measured is remembered (a path). */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

/** Does the work; asked for when a publish is planned, never for what status bar and views say. */
export type Measure = (work: MeasureWork) => Promise<Measurements>;
