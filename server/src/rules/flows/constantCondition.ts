import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { branchVerdicts } from '../support/branches';
import { meta } from './constantCondition.meta';

/** Rule 16: conditions that have one answer only. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(_part, context) {
    for (const { when, constant } of context.once(branchVerdicts)) {
      if (constant === undefined) continue;
      const message = constant
        ? t(
            "This condition is always true: no later branch is ever taken. Correct it, or make it the last branch without 'when'.",
          )
        : t('This condition is never true: its branch is never taken. Correct it, or remove the branch.');
      yield { span: when.span, message };
    }
  },
};
