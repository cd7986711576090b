import { t } from '@vscode/l10n';
import type { Gate } from './gate';
import { pass } from './gate';

/** Publishing NLP only makes no sense when the NLP part equals that of LIVE. */
export const nlpChanged: Gate = {
  id: 'nlp-changed',
  title: () => t('NLP changed'),
  judge({ kind, live, hashes }) {
    if (kind === 'full') return pass(t('A full publish does not need a change of the NLP.'));
    if (kind === 'flows') return pass(t('The NLP stays that of LIVE.'));
    if (live.kind !== 'known') return pass(t('There is no LIVE to compare with.'));
    return live.release.record.hashes.nlp === hashes.nlp
      ? {
          outcome: 'block',
          reason: t('Intents, entities and NLP settings are those of LIVE: there is no NLP to publish.'),
        }
      : pass(t('The NLP differs from LIVE.'));
  },
};
