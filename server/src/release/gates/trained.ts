import { t } from '@vscode/l10n';
import type { Gate } from './gate';
import { pass } from './gate';

/** Blocks when a language has no model for exactly this training input. */
export const trained: Gate = {
  id: 'trained',
  title: () => t('Trained'),
  judge({ models }) {
    const missing = models.filter(({ model }) => !model);
    if (missing.length === 0) {
      return pass(
        models.length === 0
          ? t('There is nothing to train.')
          : t('Every language is trained with what would be live.'),
      );
    }
    const languages = missing.map(({ language }) => language).join(', ');
    return {
      outcome: 'block',
      reason: t('The NLP is not trained with what would be live: {0}.', languages),
      details: missing.flatMap(({ language, problems }) =>
        problems.map((problem) => `${language}: ${problem}`),
      ),
      mend: 'botlane.trainNlp',
    };
  },
};
