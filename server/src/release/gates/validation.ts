import { t } from '@vscode/l10n';
import type { Finding } from '../../rules/rule';
import { liveRoot } from '../content/snapshot';
import { pathOf } from '../content/items';
import type { Gate } from './gate';
import { pass } from './gate';

/** Blocks on any error in what would be live, not just in the draft. */
export const validation: Gate = {
  id: 'validation',
  title: () => t('Validation'),
  judge({ bot, draft, findings, composeProblem }) {
    if (composeProblem !== undefined) return { outcome: 'block', reason: composeProblem };
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return pass(t('There are no errors in what would be live.'));
    const place = ({ uri, range, message }: Finding): string =>
      `${pathOf(uri, [draft.root, liveRoot(bot)])}:${range.start.line + 1}: ${message}`;
    return {
      outcome: 'block',
      reason:
        errors.length === 1
          ? t('There is 1 error in what would be live.')
          : t('There are {0} errors in what would be live.', errors.length),
      details: errors.map(place),
    };
  },
};
