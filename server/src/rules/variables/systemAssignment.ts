import { t } from '@vscode/l10n';
import type { OccurrencePosition } from '../../model/occurrence';
import type { Rule } from '../rule';
import { occurrencesIn } from '../facts/names';
import { meta } from './systemAssignment.meta';

const TAKING: ReadonlySet<OccurrencePosition> = new Set(['set', 'save', 'clear', 'annotation']);

/** Rule 19: what the platform keeps itself is not for a bot to change. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file) {
    for (const { span, name, role, position } of occurrencesIn(file, 'variable')) {
      if (role !== 'reference' || !TAKING.has(position) || !/^sys(?:\.|$)/.test(name)) continue;
      yield {
        span,
        message: t("'{0}' is kept by the platform, and cannot be changed. Use a variable of the bot.", name),
      };
    }
  },
};
