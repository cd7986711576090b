import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { meta } from './annotationSyntax.meta';

/** Rule 29: brackets that are no annotation. The sentences are those of the model. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file) {
    for (const item of intentsIn(file)) {
      for (const { expressions } of item.expressions.values()) {
        for (const { problems } of expressions) {
          for (const { message, span } of problems) yield { span, message };
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
