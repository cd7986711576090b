import type { Uri } from '../text/uri';
import type { Request } from './connection';
import type { Place } from './views';

/** How well one intent is told apart when its expressions are held out. Shares from 0 to 1. */
export interface IntentQualityView extends Partial<Place> {
  readonly name: string;
  /** How many expressions it has in the language: what precision and recall are shares of. */
  readonly support: number;
  /** Of the expressions that were given this intent, the share that is of it; 0 when none was. */
  readonly precision: number;
  /** Of its own expressions, the share that was given it. */
  readonly recall: number;
  readonly f1: number;
}

/** A cell of the confusion matrix that is not empty; the diagonal is what is right. */
export interface ConfusionView {
  /** Places in `LanguageEvaluationView.intents`: the row (what is right) and the column (what was answered). */
  readonly expected: number;
  readonly answered: number;
  /** Expressions in this cell. */
  readonly count: number;
}

/** An expression and what a model that was trained without it answers. */
export interface HeldOutView extends Place {
  /** As people say it, without annotations. */
  readonly text: string;
  readonly expected: string;
  /** The best intent, whatever its score. */
  readonly predicted: string;
  /** Of the best intent, 0 to 1. */
  readonly score: number;
  /**
   * `other-intent`: another intent is above the threshold, users would get the wrong answer. `not-understood`: nothing is
   * above it (the best intent may be right or wrong). `only-just`: right, but a hair above it.
   */
  readonly kind: 'other-intent' | 'not-understood' | 'only-just';
}

/** Two intents that are taken for each other, in either direction. The pair with the most expressions comes first. */
export interface OverlapView {
  /** By name. */
  readonly intents: readonly [string, string];
  /** Those that cause it: of either intent, taken for the other. */
  readonly expressions: readonly HeldOutView[];
}

/** Stratified cross-validation of one language of the draft. */
export interface LanguageEvaluationView {
  readonly language: string;
  /** SHA-256 of the training input that was evaluated. */
  readonly input: string;
  /** The draft has changed in this language since: places may be off, and the figures are those of then. */
  readonly stale: boolean;
  /** How many parts the expressions were divided into; each was held out once. */
  readonly folds: number;
  /** How many expressions there are in the language. */
  readonly expressions: number;
  /** The model score, 0 to 100: mean F1 of the intents as users meet them, "not understood" at the threshold included. */
  readonly score: number;
  readonly change: {
    /**
     * Points (may be negative) against the last training input before this one that was evaluated in this worktree; null
     * when there is none.
     */
    readonly sinceLast: number | null;
    /** Points against LIVE's expressions, evaluated in the same way; null without LIVE, or when LIVE cannot be evaluated. */
    readonly live: number | null;
  };
  /** Share of expressions whose best intent is right, no threshold applied; 0 to 1. */
  readonly accuracy: number;
  /** Mean F1 of the intents, no threshold applied; 0 to 1. */
  readonly macroF1: number;
  /** The bot's threshold, and what holds at it: the share that is understood, and of those the share that is right. */
  readonly threshold: number;
  readonly coverage: number;
  readonly accuracyAtThreshold: number;
  /** The threshold that would do most good: right answers count one, wrong ones against it, none is nothing. */
  readonly bestThreshold: number;
  /** By how much scores and the share of right answers differ on average, 0 to 1. */
  readonly calibrationError: number;
  /** By name. */
  readonly intents: readonly IntentQualityView[];
  /** Row by row, from left to right; cells that are left out are empty. */
  readonly confusions: readonly ConfusionView[];
  /** What is not understood as it should be: wrong ones first, each kind by file and line. */
  readonly misclassified: readonly HeldOutView[];
  readonly overlaps: readonly OverlapView[];
}

/** The lists of a language, of which a large bot's are sent in parts: what a part holds stands behind what came before. */
export type EvaluationLists = Pick<
  LanguageEvaluationView,
  'intents' | 'confusions' | 'misclassified' | 'overlaps'
>;

export interface EvaluationView {
  readonly bot: Uri;
  readonly id: string;
  /** In the order of bot.yaml. */
  readonly languages: readonly LanguageEvaluationView[];
  /** Asks for the next part of the lists, see `EvaluationPartRequest`; null when they are complete. */
  readonly more: string | null;
}

/** The next part of an evaluation: for each of its languages what its lists go on with. */
export interface EvaluationPart {
  readonly languages: readonly EvaluationLists[];
  readonly more: string | null;
}

export interface EvaluateParams {
  readonly bot: Uri;
  readonly workDoneToken?: string;
}

export type EvaluateOutcome =
  | { readonly kind: 'evaluated'; readonly evaluation: EvaluationView }
  | { readonly kind: 'cancelled' }
  /** Why a language cannot be evaluated, a sentence each. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/**
 * Evaluates the draft as it stands in the editor, every language of it, in a thread of its own. What was evaluated before
 * is remembered by the hash of the training input and costs nothing. Reports work-done progress on `workDoneToken`; obeys
 * request cancellation.
 */
export const EvaluateRequest: Request<EvaluateParams, EvaluateOutcome> = { method: 'botlane/evaluate' };

/**
 * The evaluation that is remembered for the draft, without any work: of its present training input, else the last one
 * that was evaluated, which is `stale` then. Null when a language was never evaluated. For a panel that opens, or that is
 * told that the draft has changed.
 */
export const RememberedEvaluationRequest: Request<{ readonly bot: Uri }, EvaluationView | null> = {
  method: 'botlane/rememberedEvaluation',
};

/** The part that an evaluation or the part before it names. Null when another evaluation of the bot was sent since. */
export const EvaluationPartRequest: Request<
  { readonly bot: Uri; readonly more: string },
  EvaluationPart | null
> = { method: 'botlane/evaluationPart' };

/** What one side makes of a message. */
export interface PredictionView {
  /** The best intent, whatever its score; empty where the side has no model of the language. */
  readonly intent: string;
  /** Of the best intent, 0 to 1. */
  readonly score: number;
  /** The score is above the threshold of that side. */
  readonly understood: boolean;
}

/**
 * `same`: both understand it alike, or neither understands it. `other-intent`: both understand it, differently.
 * `now-below`: LIVE understands it and the draft would not. `now-above`: the other way round.
 */
export type PredictionChange = 'same' | 'other-intent' | 'now-below' | 'now-above';

/** What users say, as draft and LIVE understand it. */
export interface NlpComparisonRow {
  readonly text: string;
  readonly language: string;
  /** Where the sentence comes from: an expression or a test of the draft, or a message that was recorded in LIVE. */
  readonly source: 'expression' | 'test' | 'message';
  /** In the draft; absent for messages. */
  readonly place?: Place;
  /** The intent that the expression or the test says it means. */
  readonly expected?: string;
  readonly draft: PredictionView;
  readonly live: PredictionView;
  readonly kind: PredictionChange;
}

export interface CompareNlpParams {
  readonly bot: Uri;
  /** Only sentences of this file. */
  readonly uri?: Uri;
  /** Rows of kind `same` come, too. */
  readonly all?: boolean;
  /** Nothing is trained for it: what is not trained is refused. */
  readonly trains?: false;
  /** What users said, as the gateway recorded it. */
  readonly messages?: readonly { readonly text: string; readonly language: string }[];
  readonly workDoneToken?: string;
}

export type CompareNlpOutcome =
  | {
      readonly kind: 'compared';
      /** Version that is LIVE. */
      readonly live: number;
      /** How many sentences were asked. */
      readonly asked: number;
      /** `other-intent` first, then `now-below`, `now-above`, `same`; each by file and line, messages last. */
      readonly rows: readonly NlpComparisonRow[];
    }
  | { readonly kind: 'cancelled' }
  /** Such as: not trained, nothing live yet. A sentence with the next step. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What the draft understands otherwise than LIVE. Draft means its model of the present training input: it is trained
 * first where that is missing. Reports work-done progress on `workDoneToken`; obeys request cancellation.
 */
export const CompareNlpRequest: Request<CompareNlpParams, CompareNlpOutcome> = {
  method: 'botlane/compareNlp',
};
