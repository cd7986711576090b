import { t } from '@vscode/l10n';
import { lineOf } from '../difference/describe';
import type { Gate } from './gate';
import { pass } from './gate';

/** What LIVE holds and the draft does not descend from must not be overwritten unseen. */
export const drift: Gate = {
  id: 'drift',
  title: () => t('Drift'),
  judge({ kind, live, drift: { nlp, flow }, overwriteLive }) {
    if (live.kind === 'none') return pass(t('Nothing is live yet.'));
    if (live.kind === 'unknown') return { outcome: 'block', reason: live.problem.message };
    const { version, record } = live.release;
    const parts = kind === 'nlp' ? [nlp] : [nlp, flow];
    const changes = parts.flatMap((part) => part ?? []);
    if (changes.length > 0) {
      const who = t('version {0} by {1}', version, record.author.name);
      return {
        outcome: overwriteLive ? 'warn' : 'block',
        reason: overwriteLive
          ? t('LIVE ({0}) holds changes that the draft does not have. They will be overwritten.', who)
          : t('LIVE ({0}) holds changes that the draft does not have. Take them into the draft first.', who),
        details: changes.map(lineOf),
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
