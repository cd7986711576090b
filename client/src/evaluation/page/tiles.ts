import type { LanguageEvaluationView } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { make } from './dom';
import { fill, type Numbers } from './format';

/** The figures, each with its name. */
export function tiles(
  evaluation: LanguageEvaluationView,
  texts: PageTexts,
  numbers: Numbers,
): readonly HTMLElement[] {
  const { change, threshold } = evaluation;
  const changes: readonly [string, number | null][] = [
    [texts.sinceLast, change.sinceLast],
    [texts.againstLive, change.live],
  ];
  const notes = changes.flatMap(([text, points]) => (points === null ? [] : [note(text, points, numbers)]));
  return [
    tile(texts.score, String(Math.round(evaluation.score)), notes),
    tile(texts.accuracy, numbers.percent(evaluation.accuracy)),
    tile(texts.macroF1, numbers.percent(evaluation.macroF1)),
    tile(fill(texts.coverage, numbers.score(threshold)), numbers.percent(evaluation.coverage)),
    tile(texts.accuracyAtThreshold, numbers.percent(evaluation.accuracyAtThreshold)),
    tile(texts.bestThreshold, numbers.score(evaluation.bestThreshold)),
    tile(texts.calibrationError, numbers.percent(evaluation.calibrationError)),
  ];
}

function tile(name: string, value: string, notes: readonly HTMLElement[] = []): HTMLElement {
  const made = make('div', 'tile');
  const figure = make('dd', 'figure', value);
  made.append(make('dt', '', name), figure, ...notes);
  return made;
}

function note(text: string, points: number, numbers: Numbers): HTMLElement {
  const direction = points > 0 ? 'better' : points < 0 ? 'worse' : 'same';
  return make('dd', `note ${direction}`, fill(text, numbers.points(points)));
}
