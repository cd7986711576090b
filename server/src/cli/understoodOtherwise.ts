import { t } from '@vscode/l10n';
import type { ComparedSentence, SidePrediction } from '../release/quality/compareNlp';
import { pathOf } from '../text/uri';
import { printable } from './terminal';

/** A sentence that draft and LIVE understand differently, for a person. */
export function comparisonLine({ said, draft, live }: ComparedSentence): string {
  return printable(t('"{0}" ({1}): {2}, LIVE {3}', said.text, said.language, wordsOf(draft), wordsOf(live)));
}

function wordsOf({ intent, score, isUnderstood }: SidePrediction): string {
  return isUnderstood
    ? t('{0} {1}', intent, score.toFixed(2))
    : t('not understood ({0} {1})', intent, score.toFixed(2));
}

/** The same for other programs. Places are those of the draft: line and column from 1. */
export function comparisonJson({ said, draft, live, kind }: ComparedSentence) {
  const { text, language, source } = said;
  return {
    text,
    language,
    source,
    kind,
    ...(said.source === 'message' || !said.file.uri.startsWith('file:') ? {} : placeJson(said)),
    draft: predictionJson(draft),
    live: predictionJson(live),
  };
}

function placeJson({ file, span, intent }: Exclude<ComparedSentence['said'], { source: 'message' }>) {
  const { line, character } = file.syntax.lines.positionAt(span.start);
  return {
    file: pathOf(file.uri),
    line: line + 1,
    column: character + 1,
    ...(intent !== undefined && { expected: intent }),
  };
}

function predictionJson({ intent, score, isUnderstood }: SidePrediction) {
  return { intent, score, understood: isUnderstood };
}
