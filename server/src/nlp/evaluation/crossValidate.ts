import { foldsOf } from '../classifier/folds';
import type { TrainingData, TrainOptions, TrainResult } from '../contract';
import { loadModel } from '../loadModel';
import { trainUnchecked } from '../trainModel';
import { canonicalData } from '../trainingInput';
import {
  accuracy,
  type Answer,
  type AtThreshold,
  atThreshold,
  bestThreshold,
  calibrationError,
  type IntentQuality,
  macroF1,
  qualityOfIntents,
} from './metrics';

/** An expression, and what a model that was trained without it answers. */
export interface HeldOutAnswer extends Answer {
  readonly expected: string;
  readonly text: string;
}

/** Expressions of one intent that were given to another. */
export interface Confusion {
  readonly expected: string;
  readonly answered: string;
  readonly texts: readonly string[];
}

/** How well the expressions of a bot tell its intents apart, in one language. */
export interface CrossValidation {
  readonly language: string;
  readonly folds: number;
  readonly answers: readonly HeldOutAnswer[];
  /**
   * From 0 to 100: the mean F1 of the intents as users meet them, "not understood" at the bot's threshold included.
   */
  readonly score: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly atThreshold: AtThreshold;
  readonly calibrationError: number;
  readonly bestThreshold: number;
  /** By name. */
  readonly intents: readonly IntentQuality[];
  /** The most frequent first. */
  readonly confusions: readonly Confusion[];
}

export interface CrossValidationOptions extends TrainOptions {
  /** 2 or more; each expression is held out once. */
  readonly folds: number;
  /** The bot's threshold for intents. */
  readonly threshold: number;
}

export type CrossValidationOutcome =
  | { readonly ok: true; readonly evaluation: CrossValidation }
  | Exclude<TrainResult, { ok: true }>;

/** What models answer to the expressions that each was trained without. */
export type HeldOut =
  | { readonly ok: true; readonly answers: readonly HeldOutAnswer[] }
  | Exclude<TrainResult, { ok: true }>;

/** Another one than calibration uses inside each training, or its folds would lie within these. */
const SEED = 23;

/** Cross-validation with its figures, see `heldOutAnswers`. */
export async function crossValidate(
  data: TrainingData,
  { folds, threshold, ...options }: CrossValidationOptions,
): Promise<CrossValidationOutcome> {
  const held = await heldOutAnswers(data, folds, options);
  if (!held.ok) return held;
  return { ok: true, evaluation: evaluationOf(data.language, folds, threshold, held.answers) };
}

/**
 * Stratified k-fold cross-validation: trains as often as there are folds, each time without the expressions that are
 * then asked. The data must be trainable (`checkTrainable`). The same data in any order gives the same answers.
 */
export async function heldOutAnswers(
  given: TrainingData,
  folds: number,
  { signal, onProgress }: TrainOptions = {},
): Promise<HeldOut> {
  const data = canonicalData(given);
  const asked = data.intents.flatMap(({ expressions }, label) =>
    expressions.map((expression) => ({ label, expression })),
  );
  const labels = asked.map(({ label }) => label);
  const fold = foldsOf(labels, data.intents.length, folds, SEED);
  const answers: HeldOutAnswer[] = [];
  for (let round = 0; round < folds; round++) {
    const outside = new Set(asked.filter((_, i) => fold[i] === round).map(({ expression }) => expression));
    const kept = {
      ...data,
      intents: data.intents.map(({ name, expressions }) => ({
        name,
        expressions: expressions.filter((expression) => !outside.has(expression)),
      })),
    };
    const trained = await trainUnchecked(kept, {
      ...(signal && { signal }),
      onProgress: (fraction) => onProgress?.((round + fraction) / folds),
    });
    if (!trained.ok) return trained;
    const loaded = loadModel(trained.model.bytes);
    if (!loaded.ok) return { ok: false, reason: 'failed', message: loaded.message };
    for (const { label, expression } of asked) {
      if (!outside.has(expression)) continue;
      const [best] = loaded.model.classify(expression.text);
      const expected = data.intents[label]?.name ?? '';
      answers.push({ expected, text: expression.text, best: best?.name ?? '', score: best?.score ?? 0 });
    }
  }
  onProgress?.(1);
  return { ok: true, answers };
}

/** The figures of held-out answers at a threshold. */
export function evaluationOf(
  language: string,
  folds: number,
  threshold: number,
  answers: readonly HeldOutAnswer[],
): CrossValidation {
  const met = answers.map((answer) => (answer.score > threshold ? answer : { ...answer, best: '' }));
  const f1s = qualityOfIntents(met).filter(({ count }) => count > 0);
  return {
    language,
    folds,
    answers,
    score: Math.round((100 * f1s.reduce((sum, { f1 }) => sum + f1, 0)) / Math.max(1, f1s.length)),
    accuracy: accuracy(answers),
    macroF1: macroF1(answers),
    atThreshold: atThreshold(answers, threshold),
    calibrationError: calibrationError(answers),
    bestThreshold: bestThreshold(answers),
    intents: [...qualityOfIntents(answers)].sort((a, b) => (a.name < b.name ? -1 : 1)),
    confusions: confusionsOf(answers),
  };
}

function confusionsOf(answers: readonly HeldOutAnswer[]): readonly Confusion[] {
  const confusions = new Map<string, { expected: string; answered: string; texts: string[] }>();
  for (const { expected, best, text } of answers) {
    if (expected === best) continue;
    const key = `${expected}\n${best}`;
    const known = confusions.get(key);
    if (known) known.texts.push(text);
    else confusions.set(key, { expected, answered: best, texts: [text] });
  }
  // Sorting is stable: those of the same size stay in the order of the intents.
  return [...confusions.values()].sort((a, b) => b.texts.length - a.texts.length);
}
