import { t } from '@vscode/l10n';
import type { PublishStep } from './contract';

/** What a publish is doing, for people who wait. */
export function stepWords(step: PublishStep): string {
  switch (step) {
    case 'checking':
      return t('Checking…');
    case 'writing':
      return t('Writing the version…');
    case 'verifying':
      return t('Reading it back…');
    case 'moving':
      return t('Making it live…');
    case 'tagging':
      return t('Tagging…');
  }
}
