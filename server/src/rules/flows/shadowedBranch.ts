import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { entryAround } from '../edits/syntaxPath';
import { removeItem } from '../edits/yamlEdits';
import type { Rule } from '../rule';
import { branchVerdicts } from '../support/branches';
import { fileOf } from '../support/fixes';
import { meta } from './shadowedBranch.meta';

/** Rule 16: branches that come too late. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file }, context) {
    for (const { when, shadowedBy } of context.once(branchVerdicts)) {
      if (!shadowedBy) continue;
      yield {
        span: when.span,
        message: t(
          'This branch is never taken: whenever its condition holds, an earlier branch is taken first. Put it before them, or remove it.',
        ),
        related: [{ file, span: shadowedBy.span, message: t('An earlier branch is here.') }],
      };
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const list = file && entryAround(file.syntax, finding.span.start, 'goto')?.entry.value;
    if (!file || list?.kind !== 'list') return [];
    const { start } = finding.span;
    const index = list.items.findIndex((item) => item && item.span.start <= start && start <= item.span.end);
    if (index === -1) return [];
    const edit = removeItem(file.syntax.text, list, index);
    return [{ title: t('Remove this branch'), kind: 'choice', changes: [editFile(file, edit)] }];
  },
};
