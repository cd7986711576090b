import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Gate } from './gate';
import { pass } from './gate';

/** LIVE's flows may be linked to every intent of LIVE: publishing NLP only must not take one away. */
export const intentsRemoved: Gate = {
  id: 'intents-removed',
  title: () => t('Intents removed'),
  judge({ kind, liveBot, draft }) {
    if (kind === 'full') return pass(t('A full publish brings its own flows.'));
    if (kind === 'flows') return pass(t('The NLP stays that of LIVE.'));
    if (!liveBot) return pass(t('There is no LIVE to compare with.'));
    const removed = [
      ...new Set(
        liveBot.intents.map(({ item }) => item.name.value).filter((name) => draft.intent(name).length === 0),
      ),
    ];
    if (removed.length === 0) return pass(t('Every intent of LIVE is in the draft.'));
    return {
      outcome: 'block',
      reason:
        removed.length === 1
          ? t(
              'The intent {0} of LIVE is not in the draft. Publish the full bot, or restore it.',
              removed[0] ?? '',
            )
          : t(
              'Intents of LIVE are not in the draft: {0}. Publish the full bot, or restore them.',
              removed.join(', '),
            ),
      details: removed.map((name) => linksTo(liveBot, name)),
      mend: 'botlane.publishFull',
    };
  },
};

/** An intent with the dialogs of LIVE that are linked to it. */
function linksTo(live: BotSnapshot, intent: string): string {
  const dialogs = new Set(
    live
      .occurrences('intent', intent)
      .flatMap(({ role, dialog }) => (role === 'reference' && dialog ? [dialog] : [])),
  );
  return dialogs.size === 0
    ? t('{0}: no dialog of LIVE is linked to it', intent)
    : t('{0}: linked to in LIVE by {1}', intent, [...dialogs].join(', '));
}
