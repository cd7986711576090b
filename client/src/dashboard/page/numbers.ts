import type { AdminCounts } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';

/** Percent of what was asked that was not understood; null where nothing was asked. */
export function share({ asked, notUnderstood }: Pick<AdminCounts, 'asked' | 'notUnderstood'>): number | null {
  return asked === 0 ? null : Math.round((notUnderstood / asked) * 1000) / 10;
}

/** The same for people. */
export function shareText(counts: Pick<AdminCounts, 'asked' | 'notUnderstood'>): string {
  const percent = share(counts);
  return percent === null ? '–' : `${percent}%`;
}

export function versionName(version: number | null, { draft, version: words }: PageTexts): string {
  return version === null ? draft : words.replace('{0}', String(version));
}
