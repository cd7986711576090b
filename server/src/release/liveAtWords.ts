import { t } from '@vscode/l10n';
import type { LiveAt } from './contract';
import { timeWords } from './timeWords';
import type { TimeReader } from './timeWords';

/** What was live at some time, for people. */
export function liveAtWords(live: LiveAt | undefined, reader: TimeReader): string {
  if (!live) return t('Nothing was live.');
  const { version, action, author } = live;
  const since = timeWords(live.since, reader);
  switch (action) {
    case 'publish':
      return t('Version {0}, since {1}, published by {2}.', version, since, author);
    case 'switch':
      return t('Version {0}, since {1}, made live by {2}.', version, since, author);
    case 'schedule':
      return t('Version {0}, since {1}, by the schedule.', version, since);
    case 'deploy':
      return t('Version {0}; its deployment was changed at {1} by {2}.', version, since, author);
  }
}
