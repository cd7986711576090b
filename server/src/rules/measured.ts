/** What a model answered: its best intent, with the score from 0 to 1. */
export interface MeasuredAnswer {
  readonly intent: string;
  readonly score: number;
}

/** Expressions of one intent that are taken for another when the model does not know them. */
export interface MeasuredOverlap {
  readonly intent: string;
  readonly other: string;
  /** As people say them, without annotations. */
  readonly texts: readonly string[];
  /** How many expressions the intent had when that was measured. */
  readonly of: number;
}

/** What was measured in one language. */
export interface MeasuredLanguage {
  /** What the model says about expressions that it was trained with and is not sure of, by `expressionKey`. */
  readonly expressions: ReadonlyMap<string, MeasuredAnswer>;
  /** What the model says about the sentences of conversation tests, by the sentence. */
  readonly sentences: ReadonlyMap<string, MeasuredAnswer>;
  readonly overlaps: readonly MeasuredOverlap[];
}

/** What conversation tests came through. Names are case folded, dialogs as `flow/dialog`. */
export interface MeasuredCoverage {
  readonly intents: ReadonlySet<string>;
  readonly dialogs: ReadonlySet<string>;
}

/**
 * What was measured of a bot. Rules know nothing of training, evaluation and test runs: it is handed in, and may be older
 * than the files. So everything is told by its text: what was changed since is not found, and nothing is said about it.
 */
export interface Measured {
  /** By language. */
  readonly nlp: ReadonlyMap<string, MeasuredLanguage>;
  /** Of the last run of all tests; absent when they were not run, or the bot has changed since. */
  readonly coverage?: MeasuredCoverage;
}

export const NOT_MEASURED: Measured = { nlp: new Map() };

/** Stands for an expression, as people say it, of an intent. */
export function expressionKey(intent: string, text: string): string {
  return `${intent}\n${text}`;
}
