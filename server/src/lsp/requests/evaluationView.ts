import type { FilePlace } from '../../features/place';
import { foldName } from '../../model/occurrence';
import type { CrossValidation, HeldOutAnswer } from '../../nlp/evaluation/crossValidate';
import { DOUBTS, doubtOf, overlapsInSteps } from '../../nlp/evaluation/doubts';
import { byCodeUnit } from '../../project/sortedList';
import type { BotSnapshot } from '../../project/snapshot';
import type {
  ConfusionView,
  HeldOutView,
  IntentQualityView,
  LanguageEvaluationView,
  OverlapView,
  Place,
} from '../../protocol';
import type { LanguageEvaluation } from '../../release/quality/evaluateBot';
import { inPieces } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import { rangeOf } from '../convert';

/** Answers that are looked at in one step: the place of each may be in another file. */
const ANSWERS_A_STEP = 32;

/** One language of an evaluation with the places of what it is about, in steps. */
export function* languageViewInSteps(
  bot: BotSnapshot,
  evaluated: LanguageEvaluation,
): Generator<void, LanguageEvaluationView, void> {
  const { evaluation, input, isStale, sinceLast, sinceLive } = evaluated;
  const { language, folds, answers, score, accuracy, macroF1, atThreshold, intents } = evaluation;
  const places = yield* expressionPlaces(bot, language);
  const { threshold } = atThreshold;
  const shown = (answer: HeldOutAnswer): HeldOutView[] => heldOutView(answer, threshold, places);
  const misclassified = yield* doubtfulInSteps(answers, shown);
  const qualities: IntentQualityView[] = [];
  // The place of each is in another file.
  yield* inPieces(
    intents,
    ({ count, ...quality }) =>
      qualities.push({ ...quality, support: count, ...intentPlace(bot, quality.name) }),
    1,
  );
  const overlaps: OverlapView[] = [];
  const pairs = yield* overlapsInSteps(answers);
  yield* inPieces(
    pairs,
    ({ intents: pair, answers: astray }) =>
      overlaps.push({ intents: pair, expressions: astray.flatMap(shown).sort(byPlace) }),
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
    confusions: yield* cellsInSteps(evaluation),
    misclassified,
    overlaps,
  };
}

/** What is not understood as it should be: by kind, then by file and line. */
function* doubtfulInSteps(
  answers: readonly HeldOutAnswer[],
  shown: (answer: HeldOutAnswer) => readonly HeldOutView[],
): Generator<void, readonly HeldOutView[], void> {
  const byKind = new Map(DOUBTS.map((kind) => [kind, new Map<Uri, HeldOutView[]>()]));
  yield* inPieces(
    answers,
    (answer) => {
      for (const one of shown(answer)) {
        const files = byKind.get(one.kind);
        const known = files?.get(one.uri);
        if (known) known.push(one);
        else files?.set(one.uri, [one]);
      }
    },
    ANSWERS_A_STEP,
  );
  const sorted: HeldOutView[] = [];
  for (const files of byKind.values()) {
    yield* inPieces([...files.keys()].sort(byCodeUnit), (uri) => {
      for (const one of (files.get(uri) ?? []).sort(byPlace)) sorted.push(one);
    });
  }
  return sorted;
}

/** The matrix row by row, empty cells left out. */
function* cellsInSteps({
  intents,
  answers,
}: CrossValidation): Generator<void, LanguageEvaluationView['confusions'], void> {
  const row = new Map(intents.map(({ name }, index) => [name, index]));
  const rows = intents.map(() => new Map<number, number>());
  yield* inPieces(answers, ({ expected, best }) => {
    const counts = rows[row.get(expected) ?? 0];
    const answered = row.get(best) ?? 0;
    counts?.set(answered, (counts.get(answered) ?? 0) + 1);
  });
  const cells: ConfusionView[] = [];
  yield* inPieces(rows.entries(), ([expected, counts]) => {
    for (const [answered, count] of [...counts].sort(([a], [b]) => a - b)) {
      cells.push({ expected, answered, count });
    }
  });
  return cells;
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
  return byCodeUnit(a.uri, b.uri) || a.range.start.line - b.range.start.line;
}
