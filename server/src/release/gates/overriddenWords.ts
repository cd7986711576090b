import { t } from '@vscode/l10n';
import type { Overridden } from '../contract';
import { gateTitle } from './gates';

/** A gate that was overridden, as a sentence below a version. */
export function overriddenWords({ gate, reason }: Overridden): string {
  return t('{0} overridden: {1}', gateTitle(gate), reason);
}
