import { t } from '@vscode/l10n';
import { RESERVED_NAMES } from '../../model/condition';
import type { Rule } from '../rule';
import { botIn } from '../facts/settings';
import { meta } from './reservedName.meta';

/** Rule 19: variables whose names mean something to conditions. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file) {
    for (const { name } of botIn(file)?.variables ?? []) {
      if (!RESERVED_NAMES.has(name.value)) continue;
      yield {
        span: name.span,
        message: t(
          "'{0}' means something else in conditions, and can be no variable. Choose another name.",
          name.value,
        ),
      };
    }
  },
};
