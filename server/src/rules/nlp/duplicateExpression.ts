import { t } from '@vscode/l10n';
import type { Expression, Intent } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { CheckContext } from '../engine/lookups';
import { blocksIn, sameExpressionKey, sameExpressions } from '../facts/expressions';
import type { Report, Rule } from '../rule';
import { isFirst } from '../support/definitions';
import { normalFormsOf } from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { meta } from './duplicateExpression.meta';

/** Rule 26: across intents. Within one intent there is `nlp/repeated-expression`. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const seen = new Map<string, PlacedExpression | undefined>();
    for (const { intent, language, block } of blocksIn(file)) {
      if (!isFirst(context, file, intent)) continue;
      for (const [index, normal] of normalFormsOf(block).entries()) {
        const key = `${language} ${normal}`;
        if (!seen.has(key)) seen.set(key, firstElsewhere(file, context, language, normal));
        const earlier = seen.get(key);
        const expression = block.expressions[index];
        if (!expression) continue;
        if (!earlier) seen.set(key, { file, intent, expression });
        else if (earlier.intent !== intent) yield report({ file, intent, expression }, earlier);
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

/** Where the expression stands first, when that is in a file before this one. */
function firstElsewhere(
  file: ProjectFile,
  context: CheckContext,
  language: string,
  normal: string,
): PlacedExpression | undefined {
  for (const uri of context.met(sameExpressions, sameExpressionKey(language, normal))) {
    if (uri >= file.uri) return undefined;
    const other = context.peek(uri);
    for (const placed of other ? blocksIn(other) : []) {
      const index = placed.language === language ? normalFormsOf(placed.block).indexOf(normal) : -1;
      const expression = placed.block.expressions[index];
      if (!other || !expression || !isFirst(context, other, placed.intent)) continue;
      // What is said about it names its place.
      context.open(uri);
      return { file: other, intent: placed.intent, expression };
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
