import { t } from '@vscode/l10n';
import type { ExpressionBlock } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { removal } from '../support/expressionFixes';
import { fileOf } from '../support/fixes';
import { isReadAsOne } from '../support/readAsOne';
import { isOff, languagesOf, maxMessageLength } from '../facts/settings';
import { suppressionsAt } from '../suppressions';
import { meta as fewExpressions } from './fewExpressions.meta';
import { meta } from './longExpression.meta';

/** Rule 28: expressions that are longer than any message that the bot understands. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const most = maxMessageLength(context);
    if (most === 0) return;
    const toldElsewhere = isOff(context, fewExpressions.code) ? [] : (languagesOf(context) ?? []);
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const [language, block] of item.expressions) {
        for (const { plain, span } of block.expressions) {
          if (plain.length <= most) continue;
          // Lines that are read as one expression are the matter of the other rule, where it speaks.
          if (toldElsewhere.includes(language) && isReadAsOne(file, block) && !isSilenced(file, block))
            continue;
          yield {
            span,
            message: t(
              'This expression has {0} characters; messages of more than {1} are not understood. Make it shorter.',
              plain.length,
              most,
            ),
            data: { intent: item.name.value },
          };
        }
      }
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    return file ? removal(file, finding.span, finding.data['intent'] ?? '') : [];
  },
};

/** A comment wants no advice about the number of expressions. */
function isSilenced(file: ProjectFile, { language }: ExpressionBlock): boolean {
  return suppressionsAt(file, fewExpressions.code, language.span).length > 0;
}
