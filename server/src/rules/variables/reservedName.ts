import { t } from '@vscode/l10n';
import { RESERVED_NAMES } from '../../model/condition';
import type { Rule } from '../rule';
import { meta } from './reservedName.meta';

/** Rule 19: variables whose names mean something to conditions. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const { settings } = bot;
    for (const { name } of settings?.item.variables ?? []) {
      if (!settings || !RESERVED_NAMES.has(name.value)) continue;
      yield {
        file: settings.file,
        span: name.span,
        message: t(
          "'{0}' means something else in conditions, and can be no variable. Choose another name.",
          name.value,
        ),
      };
    }
  },
};
