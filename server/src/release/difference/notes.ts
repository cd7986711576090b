import { t } from '@vscode/l10n';
import type { Change, ChangeKind } from '../contract';

/** More names than this make no summary. */
const NAMED = 8;

/** Notes to start from: one line per kind of thing and of change, with details where only one thing changed. */
export function notesOf(changes: readonly Change[], first: boolean): string {
  if (first) return t('First version.');
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = headline(change.symbol, change.change);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups].map(([title, group]) => `${title}: ${names(group)}`).join('\n');
}

function names(group: readonly Change[]): string {
  const named = group
    .slice(0, NAMED)
    .map(({ name, detail }) => (detail === '' ? name : `${name} (${detail})`))
    .join(', ');
  return group.length > NAMED ? t('{0} and {1} more', named, group.length - NAMED) : named;
}

function headline(symbol: Change['symbol'], change: ChangeKind): string {
  const [added, removed, changed] = titles(symbol);
  return change === 'added' ? added : change === 'removed' ? removed : changed;
}

function titles(symbol: Change['symbol']): readonly [added: string, removed: string, changed: string] {
  switch (symbol) {
    case 'intent':
      return [t('Intents added'), t('Intents removed'), t('Intents changed')];
    case 'entity':
      return [t('Entities added'), t('Entities removed'), t('Entities changed')];
    case 'flow':
      return [t('Flows added'), t('Flows removed'), t('Flows changed')];
    case 'dialog':
      return [t('Dialogs added'), t('Dialogs removed'), t('Dialogs changed')];
    case 'settings':
      return [t('Settings added'), t('Settings removed'), t('Settings changed')];
    case 'test':
      return [t('Tests added'), t('Tests removed'), t('Tests changed')];
  }
}
