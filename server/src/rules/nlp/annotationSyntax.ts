import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import type { Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { meta } from './annotationSyntax.meta';

/** Rule 29: brackets that are no annotation. The sentences are those of the model. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const { file, item } of bot.intents) {
      for (const { expressions } of item.expressions.values()) {
        for (const { problems } of expressions) {
          for (const { message, span } of problems) yield { file, span, message };
        }
      }
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const { start } = finding.span;
    if (file?.syntax.text[start] !== '[') return [];
    const edit = { span: { start, end: start }, newText: '\\' };
    return [{ title: t('Write it as a bracket'), kind: 'choice', changes: [editFile(file, edit)] }];
  },
};
