import { t } from '@vscode/l10n';
import type { Gate } from './gate';
import { pass } from './gate';

/** NLP only needs flows of LIVE to go with. */
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
          reason: t('It is not known what is live, so NLP cannot be put together with its flows.'),
        };
      case 'none':
        return {
          outcome: 'block',
          reason: t(
            'Nothing is live yet, so there are no flows that the NLP could go with. Publish the full bot first.',
          ),
          mend: 'botlane.publishFull',
        };
    }
  },
};
