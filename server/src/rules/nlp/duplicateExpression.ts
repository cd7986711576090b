import { t } from '@vscode/l10n';
import type { Report, Rule } from '../rule';
import {
  blocksIn,
  expressionAt,
  languagesInUse,
  normalFormsOf,
  type PlacedBlock,
  type PlacedExpression,
} from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { meta } from './duplicateExpression.meta';

/** Rule 26: across intents. Within one intent there is `nlp/repeated-expression`. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const language of languagesInUse(bot)) {
      const seen = new Map<string, { readonly placed: PlacedBlock; readonly index: number }>();
      for (const placed of blocksIn(bot, language)) {
        for (const [index, normal] of normalFormsOf(placed.block).entries()) {
          const first = seen.get(normal);
          if (!first) seen.set(normal, { placed, index });
          else if (first.placed !== placed) {
            const later = expressionAt(placed, index);
            const earlier = expressionAt(first.placed, first.index);
            if (later && earlier) yield report(later, earlier);
          }
        }
      }
    }
  },

  fixes: removeEither,
};

function report(later: PlacedExpression, earlier: PlacedExpression): Report {
  const { file, item } = earlier.intent;
  const other = item.name.value;
  const { span } = earlier.expression;
  return {
    file: later.intent.file,
    span: later.expression.span,
    message: t(
      "'{0}' is also an expression of intent '{1}' ({2}). Keep it in one of them.",
      later.expression.plain,
      other,
      placeInWords(file, span),
    ),
    related: [{ file, span, message: t("Intent '{0}' has it here.", other) }],
    data: { intent: later.intent.item.name.value, other },
  };
}
