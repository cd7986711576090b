import type { TrainingData, TrainOptions } from '../../nlp/contract';
import {
  type CrossValidation,
  evaluationOf,
  type HeldOut,
  type HeldOutAnswer,
} from '../../nlp/evaluation/crossValidate';
import { trainingDataInSteps } from '../../nlp/trainingData';
import type { BotSnapshot } from '../../project/snapshot';
import { finished } from '../../text/turns';
import { findTrainingInput, trainingInputInTurns } from '../content/trainingInputs';
import { languagesOf } from '../plan/training';
import type { HeldOutStore } from './heldOutStore';

/** Evaluates one language; in a thread where there is one. */
export type Evaluator = (data: TrainingData, folds: number, options: TrainOptions) => Promise<HeldOut>;

/** How many parts expressions are divided into unless somebody says otherwise. */
export const FOLDS = 5;

/** A language of a bot, evaluated. */
export interface LanguageEvaluation {
  readonly evaluation: CrossValidation;
  /** Hash of the training input that was evaluated. */
  readonly input: string;
  /** The draft has another training input now. */
  readonly isStale: boolean;
  /** Points of the score against the input that was evaluated before this one; null when there is none. */
  readonly sinceLast: number | null;
  /** Points against LIVE; null where LIVE has nothing that can be evaluated. */
  readonly sinceLive: number | null;
}

export type BotEvaluation =
  | { readonly outcome: 'evaluated'; readonly languages: readonly LanguageEvaluation[] }
  | { readonly outcome: 'cancelled' }
  /** Sentences that say why a language cannot be evaluated. */
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] };

export interface EvaluateOptions extends TrainOptions {
  readonly evaluator: Evaluator;
  readonly store: HeldOutStore;
  /** What is live; absent when nothing is, or when it is not known. */
  readonly live?: BotSnapshot | undefined;
  readonly folds?: number;
  /** Instead of the bot's own. */
  readonly threshold?: number | undefined;
}

/** Evaluates every language of a bot, and of LIVE what is compared with it. What is remembered is not done again. */
export async function evaluateBot(bot: BotSnapshot, options: EvaluateOptions): Promise<BotEvaluation> {
  const { live, store, folds = FOLDS, onProgress } = options;
  const names = languagesOf(bot);
  const languages: LanguageEvaluation[] = [];
  const reasons: string[] = [];
  for (const [index, language] of names.entries()) {
    const halfFrom = (start: number) => (fraction: number) =>
      onProgress?.((index + start + fraction / 2) / names.length);
    const held = await heldOut(bot, language, options, halfFrom(0));
    if (!held.ok && held.reason === 'cancelled') return { outcome: 'cancelled' };
    if (!held.ok) {
      reasons.push(...problemsOf(language, held));
      continue;
    }
    const ofLive = live && (await heldOut(live, language, options, halfFrom(0.5)));
    if (ofLive && !ofLive.ok && ofLive.reason === 'cancelled') return { outcome: 'cancelled' };
    const input = await findTrainingInput(bot, language);
    // A convenience: when it cannot be remembered, the next evaluation has nothing to be compared with.
    await store.noteInput(bot.root, language, folds, input);
    const evaluation = evaluationOf(language, folds, thresholdOf(bot, options), held.answers);
    languages.push({
      evaluation,
      input,
      isStale: false,
      sinceLast: await sinceLast(bot, evaluation, input, options),
      sinceLive: sinceLive(evaluation, ofLive?.ok ? ofLive.answers : undefined, options),
    });
    onProgress?.((index + 1) / names.length);
  }
  return reasons.length > 0 ? { outcome: 'refused', reasons } : { outcome: 'evaluated', languages };
}

/**
 * What is remembered, without any work: of the present training input of each language, else of the last one that was
 * evaluated. A language that was never evaluated is left out; undefined when none was.
 */
export async function rememberedEvaluation(
  bot: BotSnapshot,
  options: Omit<EvaluateOptions, 'evaluator' | 'signal' | 'onProgress'>,
): Promise<readonly LanguageEvaluation[] | undefined> {
  const { live, store, folds = FOLDS } = options;
  const languages: LanguageEvaluation[] = [];
  for (const language of languagesOf(bot)) {
    const present = await findTrainingInput(bot, language);
    const last = (await store.inputs(bot.root, language, folds)).at(-1) ?? present;
    const current = await store.find(present, folds);
    const answers = current ?? (await store.find(last, folds));
    if (!answers) continue;
    const input = current ? present : last;
    const evaluation = evaluationOf(language, folds, thresholdOf(bot, options), answers);
    const ofLive = live && (await store.find(await findTrainingInput(live, language), folds));
    languages.push({
      evaluation,
      input,
      isStale: input !== present,
      sinceLast: await sinceLast(bot, evaluation, input, options),
      sinceLive: sinceLive(evaluation, ofLive, options),
    });
  }
  return languages.length > 0 ? languages : undefined;
}

/** Held-out answers, as they are remembered or as they come out now. */
export async function heldOut(
  bot: BotSnapshot,
  language: string,
  {
    evaluator,
    store,
    folds = FOLDS,
    signal,
  }: Pick<EvaluateOptions, 'evaluator' | 'store' | 'folds' | 'signal'>,
  onProgress?: (fraction: number) => void,
): Promise<HeldOut> {
  const isCancelled = (): boolean => signal?.aborted === true;
  const input = await trainingInputInTurns(bot, language, signal);
  if (input === undefined) return { ok: false, reason: 'cancelled' };
  const known = await store.find(input, folds);
  if (known) return { ok: true, answers: known };
  const data = await finished(trainingDataInSteps(bot, language), isCancelled);
  if (!data) return { ok: false, reason: 'cancelled' };
  const held = await evaluator(data, folds, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  if (held.ok) await store.save(input, folds, held.answers);
  return held;
}

type Remembered = Pick<EvaluateOptions, 'store' | 'threshold' | 'live'>;

async function sinceLast(
  bot: BotSnapshot,
  { language, score, folds }: CrossValidation,
  input: string,
  options: Remembered,
): Promise<number | null> {
  const inputs = await options.store.inputs(bot.root, language, folds);
  const place = inputs.indexOf(input);
  const before = place < 0 ? inputs.at(-1) : inputs[place - 1];
  const answers = before === undefined ? undefined : await options.store.find(before, folds);
  return answers ? score - evaluationOf(language, folds, thresholdOf(bot, options), answers).score : null;
}

function sinceLive(
  { language, score, folds }: CrossValidation,
  answers: readonly HeldOutAnswer[] | undefined,
  options: Remembered,
): number | null {
  return answers
    ? score - evaluationOf(language, folds, thresholdOf(options.live, options), answers).score
    : null;
}

function thresholdOf(bot: BotSnapshot | undefined, { threshold }: Remembered): number {
  return threshold ?? bot?.settings?.item.nlp.intentThreshold ?? 0;
}

function problemsOf(language: string, held: Exclude<HeldOut, { ok: true }>): readonly string[] {
  if (held.reason === 'untrainable') return held.problems.map(({ message }) => `${language}: ${message}`);
  return held.reason === 'failed' ? [`${language}: ${held.message}`] : [];
}
