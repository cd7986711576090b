import { t } from '@vscode/l10n';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { removal, runsOverLines } from '../support/expressionFixes';
import { fileOf } from '../support/fixes';
import { maxMessageLength } from '../facts/settings';
import { meta } from './longExpression.meta';

/** Rule 28: expressions that are longer than any message that the bot understands. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const most = maxMessageLength(context);
    if (most === 0) return;
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const { expressions } of item.expressions.values()) {
        for (const { plain, span } of expressions) {
          // Lines that are read as one expression are the matter of nlp/few-expressions.
          if (plain.length <= most || runsOverLines(file, span)) continue;
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
