import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { blocksIn } from '../facts/expressions';
import { intentThreshold } from '../facts/settings';
import { expressionKey, type MeasuredAnswer } from '../measured';
import type { Rule } from '../rule';
import { isFirst } from '../support/definitions';
import { moveTo } from '../support/moveFixes';
import { meta } from './misunderstood.meta';

/** A score this near above the threshold falls below it when a word of the message is another one. */
const MARGIN = 0.02;

/** Rule 31. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const threshold = intentThreshold(context);
    if (threshold === undefined) return;
    for (const { intent, language, block } of blocksIn(file)) {
      const measured = context.measured.nlp.get(language);
      if (!measured || !isFirst(context, file, intent)) continue;
      const name = foldName(intent.name.value);
      for (const { plain, span } of block.expressions) {
        const answer = measured.expressions.get(expressionKey(name, plain));
        const message = answer && messageOf(name, answer, threshold);
        if (message === undefined) continue;
        yield foldName(answer?.intent ?? name) === name
          ? { span, message }
          : { span, message, data: { other: answer?.intent ?? '' } };
      }
    }
  },

  fixes: (finding, context) => moveTo(finding, context, [finding.span], finding.data['other']),
};

function messageOf(intent: string, answer: MeasuredAnswer, threshold: number): string | undefined {
  const score = answer.score.toFixed(2);
  const isOther = foldName(answer.intent) !== intent;
  if (isOther && answer.score > threshold) {
    return t(
      "The model learned this and takes it for '{0}' all the same ({1}). Move it there, say it differently, or give this intent more expressions like it.",
      answer.intent,
      score,
    );
  }
  if (answer.score <= threshold) {
    return isOther
      ? t(
          "The model learned this and does not understand it: '{0}' comes first with {1}, and the threshold is {2}. Say it differently, or give this intent more expressions like it.",
          answer.intent,
          score,
          threshold,
        )
      : t(
          'The model learned this and does not understand it: its score is {0}, and the threshold is {1}. Say it differently, or add more expressions like it.',
          score,
          threshold,
        );
  }
  if (answer.score > threshold + MARGIN) return undefined;
  return t(
    'The model understands this only just: its score is {0}, and the threshold is {1}. Add more expressions like it.',
    score,
    threshold,
  );
}
