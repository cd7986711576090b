import { t } from '@vscode/l10n';
import type { ReleaseKind } from '../contract';
import { lineOf } from '../difference/describe';
import { isOfFlow } from '../difference/flows';
import type { Gate } from './gate';
import { pass } from './gate';

/** What LIVE holds and the draft does not descend from must not be overwritten unseen. */
export const drift: Gate = {
  id: 'drift',
  title: () => t('Drift'),
  judge({ kind, flows, live, drift: { nlp, flow }, overwriteLive }) {
    if (live.kind === 'none') return pass(t('Nothing is live yet.'));
    if (live.kind === 'unknown') return { outcome: 'block', reason: live.problem.message };
    const { version, record } = live.release;
    const parts = PARTS[kind].map((part) => (part === 'nlp' ? nlp : flow));
    const all = parts.flatMap((part) => part ?? []);
    const changes = kind === 'flows' ? all.filter((change) => isOfFlow(change, flows)) : all;
    if (changes.length > 0) {
      const who = t('version {0} by {1}', version, record.author.name);
      const details = changes.map(lineOf);
      // Without a reason nothing is overwritten: it is what others will look for.
      const override = overwriteLive?.trim() ?? '';
      if (override === '') {
        return {
          outcome: 'block',
          reason: t(
            'LIVE ({0}) holds changes that the draft does not have. Take them into the draft first.',
            who,
          ),
          details,
          mend: 'botlane.takeIntoDraft',
        };
      }
      return {
        outcome: 'warn',
        reason: t('LIVE ({0}) holds changes that the draft does not have. They will be overwritten.', who),
        details,
        override,
      };
    }
    if (parts.includes(undefined)) {
      return {
        outcome: 'warn',
        reason: t(
          'It is not known from which version the draft descends. It will replace version {0}.',
          version,
        ),
      };
    }
    return pass(t('The draft descends from what is live.'));
  },
};

/** What a publish of each kind overwrites. */
const PARTS: Readonly<Record<ReleaseKind, readonly ('nlp' | 'flow')[]>> = {
  full: ['nlp', 'flow'],
  nlp: ['nlp'],
  flows: ['flow'],
};
