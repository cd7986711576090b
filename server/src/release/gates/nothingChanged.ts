import { t } from '@vscode/l10n';
import type { Gate } from './gate';
import { pass } from './gate';

/** Warns about a version that would be the same as the one before. */
export const nothingChanged: Gate = {
  id: 'nothing-changed',
  title: () => t('Nothing changed'),
  judge({ kind, live, hashes, models, difference }) {
    if (kind === 'flows' && live.kind === 'known' && difference.length === 0) {
      return {
        outcome: 'block',
        reason: t('The chosen flows are those of version {0}, which is live.', live.release.version),
      };
    }
    if (kind !== 'full' || live.kind !== 'known') return pass(t('There is something to publish.'));
    const { record } = live.release;
    const inputs = new Map(record.models.map(({ language, input }) => [language, input]));
    const same =
      record.hashes.nlp === hashes.nlp &&
      record.hashes.flow === hashes.flow &&
      inputs.size === models.length &&
      models.every(({ language, input }) => inputs.get(language) === input);
    return same
      ? {
          outcome: 'warn',
          reason: t('The draft is the same as version {0}, which is live.', live.release.version),
        }
      : pass(t('The draft differs from LIVE.'));
  },
};
