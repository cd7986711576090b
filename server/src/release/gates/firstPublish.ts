import { t } from '@vscode/l10n';
import type { Gate } from './gate';
import { pass } from './gate';

/** NLP only, and chosen flows, need the rest of LIVE to go with. */
export const firstPublish: Gate = {
  id: 'first-publish',
  title: () => t('First publish'),
  judge({ kind, live }) {
    if (kind === 'full') {
      return pass(
        live.kind === 'none' ? t('This is the first publish.') : t('A full publish is always possible.'),
      );
    }
    switch (live.kind) {
      case 'known':
        return pass(t('Version {0} is live.', live.release.version));
      case 'unknown':
        return {
          outcome: 'block',
          reason:
            kind === 'nlp'
              ? t('It is not known what is live, so NLP cannot be put together with its flows.')
              : t(
                  'It is not known what is live, so chosen flows cannot be put together with the rest of it.',
                ),
        };
      case 'none':
        return {
          outcome: 'block',
          reason:
            kind === 'nlp'
              ? t(
                  'Nothing is live yet, so there are no flows that the NLP could go with. Publish the full bot first.',
                )
              : t(
                  'Nothing is live yet, so there is nothing that the chosen flows could go with. Publish the full bot first.',
                ),
          mend: 'botlane.publishFull',
        };
    }
  },
};
