import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { DOUBTS, doubtOf, overlapsOf } from '../../nlp/evaluation/doubts';
import type { CrossValidation, HeldOutAnswer } from '../../nlp/evaluation/crossValidate';
import type { FilePlace } from '../../features/place';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type EvaluateOutcome,
  EvaluateRequest,
  type EvaluationView,
  type HeldOutView,
  type IntentQualityView,
  type LanguageEvaluationView,
  type Place,
  RememberedEvaluationRequest,
} from '../../protocol';
import type { LanguageEvaluation } from '../../release/quality/evaluateBot';
import { inPieces } from '../../text/inPieces';
import { finished } from '../../text/turns';
import { rangeOf } from '../convert';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot } from './answer';
import { measure } from './measuring';
import { evaluator } from './nlpThreads';
import { Progress } from './progress';
import type { RememberedEvaluations } from './rememberedEvaluations';

/** How well the draft's intents are told apart, with progress and cancellation; and what is remembered of that. */
export function registerEvaluation(session: Session): void {
  const remembered = rememberedOnce();
  answerForBot(
    session,
    EvaluateRequest,
    (reason): EvaluateOutcome => ({ kind: 'refused', reasons: [reason] }),
    async (bot, { workDoneToken }, token): Promise<EvaluateOutcome> => {
      const releases = await session.releases();
      const live = await releases.live(bot);
      if (live.kind === 'unknown' && live.problem.reason === 'untrusted') {
        return { kind: 'refused', reasons: [live.problem.message] };
      }
      const { evaluateBot } = await import('../../release/quality/evaluateBot.js');
      const progress = new Progress(session, workDoneToken);
      try {
        const evaluation = await evaluateBot(bot, {
          ...(await memoryOf(session, bot)),
          evaluator,
          signal: signalOf(token),
          onProgress: (fraction) => progress.report(t('Evaluating {0}', bot.id), Math.floor(fraction * 100)),
        });
        (await remembered()).forget(bot);
        // One language may have been evaluated where another one cannot be.
        if (evaluation.outcome !== 'cancelled') void measure(session, bot);
        switch (evaluation.outcome) {
          case 'evaluated': {
            const view = await shownInTurns(bot, evaluation.languages, token);
            return view ? { kind: 'evaluated', evaluation: view } : { kind: 'cancelled' };
          }
          case 'cancelled':
            return { kind: 'cancelled' };
          case 'refused':
            return { kind: 'refused', reasons: [...evaluation.reasons] };
        }
      } finally {
        progress.end();
      }
    },
  );

  answerForBot(
    session,
    RememberedEvaluationRequest,
    () => null,
    async (bot, _params, token) => {
      const languages = await (await remembered()).of(bot, await memoryOf(session, bot));
      return (languages && (await shownInTurns(bot, languages, token))) ?? null;
    },
  );
}

/** Loaded when it is first needed, as all that evaluates. */
function rememberedOnce(): () => Promise<RememberedEvaluations> {
  let made: Promise<RememberedEvaluations> | undefined;
  return () =>
    (made ??= import('./rememberedEvaluations.js').then(
      ({ RememberedEvaluations: Remembered }) => new Remembered(),
    ));
}

/** What was evaluated before, and LIVE to be compared with. */
async function memoryOf(session: Session, bot: BotSnapshot) {
  const releases = await session.releases();
  const { HeldOutStore } = await import('../../release/quality/heldOutStore.js');
  const { measuredFolder } = await import('../../release/quality/folder.js');
  return {
    store: new HeldOutStore(await measuredFolder(releases, bot)),
    live: await releases.liveBot(bot),
  };
}

/** @returns undefined when nobody waits for it any more */
function shownInTurns(
  bot: BotSnapshot,
  languages: readonly LanguageEvaluation[],
  token: CancellationToken,
): Promise<EvaluationView | undefined> {
  return finished(viewInSteps(bot, languages), () => token.isCancellationRequested);
}

function* viewInSteps(
  bot: BotSnapshot,
  languages: readonly LanguageEvaluation[],
): Generator<void, EvaluationView, void> {
  const views: LanguageEvaluationView[] = [];
  for (const one of languages) views.push(yield* languageView(bot, one));
  return { bot: bot.root, id: bot.id, languages: views };
}

function* languageView(
  bot: BotSnapshot,
  evaluated: LanguageEvaluation,
): Generator<void, LanguageEvaluationView, void> {
  const { evaluation, input, isStale, sinceLast, sinceLive } = evaluated;
  const { language, folds, answers, score, accuracy, macroF1, atThreshold, intents } = evaluation;
  const places = yield* expressionPlaces(bot, language);
  const { threshold } = atThreshold;
  const found: HeldOutView[] = [];
  yield* inPieces(answers, (answer) => found.push(...heldOutView(answer, threshold, places)));
  const rank = ({ kind }: HeldOutView): number => DOUBTS.indexOf(kind);
  const qualities: IntentQualityView[] = [];
  // The place of each is in another file.
  yield* inPieces(
    intents,
    ({ count, ...quality }) =>
      qualities.push({ ...quality, support: count, ...intentPlace(bot, quality.name) }),
    1,
  );
  return {
    language,
    input,
    stale: isStale,
    folds,
    expressions: answers.length,
    score,
    change: { sinceLast, live: sinceLive },
    accuracy,
    macroF1,
    threshold,
    coverage: atThreshold.coverage,
    accuracyAtThreshold: atThreshold.accuracy,
    bestThreshold: evaluation.bestThreshold,
    calibrationError: evaluation.calibrationError,
    intents: qualities,
    confusions: cellsOf(evaluation),
    misclassified: found.sort((a, b) => rank(a) - rank(b) || byPlace(a, b)),
    overlaps: overlapsOf(answers).map(({ intents: pair, answers: astray }) => ({
      intents: pair,
      expressions: astray.flatMap((answer) => heldOutView(answer, threshold, places)).sort(byPlace),
    })),
  };
}

/** The matrix row by row, empty cells left out. */
function cellsOf({ intents, answers }: CrossValidation): LanguageEvaluationView['confusions'] {
  const row = new Map(intents.map(({ name }, index) => [name, index]));
  const counts = new Map<number, number>();
  for (const { expected, best } of answers) {
    const cell = (row.get(expected) ?? 0) * intents.length + (row.get(best) ?? 0);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, count]) => ({
      expected: Math.floor(cell / intents.length),
      answered: cell % intents.length,
      count,
    }));
}

/** By intent (folded) and text; what was changed since the evaluation is not there. */
type Places = ReadonlyMap<string, FilePlace>;

function* expressionPlaces(bot: BotSnapshot, language: string): Generator<void, Places, void> {
  const places = new Map<string, FilePlace>();
  for (const file of bot.files.values()) {
    if (file.kind !== 'intent') continue;
    for (const item of file.definitions) {
      if (item.kind !== 'intent') continue;
      for (const { plain, span } of item.expressions.get(language)?.expressions ?? []) {
        const key = placeKey(item.name.value, plain);
        if (!places.has(key)) places.set(key, { file, span });
      }
    }
    yield;
  }
  return places;
}

function placeKey(intent: string, text: string): string {
  return `${foldName(intent)}\n${text}`;
}

function heldOutView(answer: HeldOutAnswer, threshold: number, places: Places): HeldOutView[] {
  const { text, expected, best, score } = answer;
  const kind = doubtOf(answer, threshold);
  const place = places.get(placeKey(expected, text));
  if (!kind || !place) return [];
  const { file, span } = place;
  return [{ uri: file.uri, range: rangeOf(file, span), text, expected, predicted: best, score, kind }];
}

function intentPlace(bot: BotSnapshot, name: string): Pick<IntentQualityView, 'uri' | 'range'> {
  const [found] = bot.intent(name);
  if (!found) return {};
  const { file, item } = found;
  return { uri: file.uri, range: rangeOf(file, item.name.span) };
}

function byPlace(a: Place, b: Place): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.range.start.line - b.range.start.line;
}
