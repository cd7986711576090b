import { t } from '@vscode/l10n';
import type { Expression, Intent } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import type { CheckContext } from '../engine/lookups';
import { blocksIn, intentsIn, sameExpressions } from '../facts/expressions';
import type { Report, Rule } from '../rule';
import { isFirst } from '../support/definitions';
import { expressionKeys } from '../support/expressionKeys';
import { normalFormsOf } from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { meta } from './duplicateExpression.meta';

/** Rule 26: across intents. Within one intent there is `nlp/repeated-expression`. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const isAlone = intentsIn(file).length < 2;
    const seen = new Map<string, PlacedExpression>();
    for (const { intent, language, block } of blocksIn(file)) {
      if (!isFirst(context, file, intent)) continue;
      const { same } = expressionKeys(language, block);
      for (const [index, expression] of block.expressions.entries()) {
        const files = context.met(sameExpressions, same[index * 2] ?? 0, same[index * 2 + 1] ?? 0);
        if (files.length === 0 && isAlone) continue;
        const normal = normalFormsOf(block)[index] ?? '';
        const key = `${language} ${normal}`;
        const earlier = seen.get(key) ?? firstElsewhere(files, context, language, normal);
        const own = { file, intent, expression };
        seen.set(key, earlier ?? own);
        if (earlier && earlier.intent !== intent) yield report(own, earlier);
      }
    }
  },

  fixes: removeEither,
};

interface PlacedExpression {
  readonly file: ProjectFile;
  readonly intent: Intent;
  readonly expression: Expression;
}

/** Where the expression stands first among earlier files. */
function firstElsewhere(
  files: readonly Uri[],
  context: CheckContext,
  language: string,
  normal: string,
): PlacedExpression | undefined {
  for (const uri of files) {
    // What is said about it names its place.
    const file = context.open(uri);
    for (const placed of file ? blocksIn(file) : []) {
      const index = placed.language === language ? normalFormsOf(placed.block).indexOf(normal) : -1;
      const expression = placed.block.expressions[index];
      if (file && expression && isFirst(context, file, placed.intent)) {
        return { file, intent: placed.intent, expression };
      }
    }
    context.watch(sameExpressions);
  }
  return undefined;
}

function report(later: PlacedExpression, earlier: PlacedExpression): Report {
  const { file, intent } = earlier;
  const other = intent.name.value;
  const { span } = earlier.expression;
  return {
    span: later.expression.span,
    message: t(
      "'{0}' is also an expression of intent '{1}' ({2}). Keep it in one of them.",
      later.expression.plain,
      other,
      placeInWords(file, span),
    ),
    related: [{ file, span, message: t("Intent '{0}' has it here.", other) }],
    data: { intent: later.intent.name.value, other },
  };
}
