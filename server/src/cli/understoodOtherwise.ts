import { t } from '@vscode/l10n';
import type { ShownSentence, SidePrediction } from '../release/quality/compareNlp';
import { pathOf } from '../text/uri';
import { printable } from './terminal';

/** A sentence that draft and LIVE understand differently, for a person. */
export function comparisonLine({ text, language, draft, live }: ShownSentence): string {
  return printable(t('"{0}" ({1}): {2}, LIVE {3}', text, language, wordsOf(draft), wordsOf(live)));
}

function wordsOf({ intent, score, isUnderstood }: SidePrediction): string {
  return isUnderstood
    ? t('{0} {1}', intent, score.toFixed(2))
    : t('not understood ({0} {1})', intent, score.toFixed(2));
}

/** The same for other programs. Places are those of the draft: line and column from 1. */
export function comparisonJson({
  text,
  language,
  source,
  kind,
  place,
  expected,
  draft,
  live,
}: ShownSentence) {
  return {
    text,
    language,
    source,
    kind,
    ...(place && {
      file: pathOf(place.uri),
      line: place.range.start.line + 1,
      column: place.range.start.character + 1,
      ...(expected !== undefined && { expected }),
    }),
    draft: predictionJson(draft),
    live: predictionJson(live),
  };
}

function predictionJson({ intent, score, isUnderstood }: SidePrediction) {
  return { intent, score, understood: isUnderstood };
}
