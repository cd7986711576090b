import { t } from '@vscode/l10n';
import type { Change, ChangeKind } from './change';
import { detailOf } from './describe';

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
  return [
    ...[...groups].map(([title, group]) => `${title}: ${named(group.map(nameOf))}`),
    ...moves(changes),
  ].join('\n');
}

function nameOf(change: Change): string {
  const detail = detailOf(change);
  const name = change.from === undefined ? change.name : `${change.from} → ${change.name}`;
  return detail === '' ? name : `${name} (${detail})`;
}

/** Between which intents expressions moved, and how many. */
function moves(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name, edits } of changes) {
    for (const { from } of edits) {
      if (from === undefined) continue;
      const key = `${from} → ${name}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return [];
  return [t('Expressions moved: {0}', named([...counts].map(([way, count]) => `${way} (${count})`)))];
}

function named(names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? t('{0} and {1} more', first, names.length - NAMED) : first;
}

function headline(symbol: Change['symbol'], change: ChangeKind): string {
  const [added, removed, changed, renamed] = titles(symbol);
  switch (change) {
    case 'added':
      return added;
    case 'removed':
      return removed;
    case 'changed':
      return changed;
    case 'renamed':
      return renamed;
  }
}

type Titles = readonly [added: string, removed: string, changed: string, renamed: string];

function titles(symbol: Change['symbol']): Titles {
  switch (symbol) {
    case 'intent':
      return [t('Intents added'), t('Intents removed'), t('Intents changed'), t('Intents renamed')];
    case 'entity':
      return [t('Entities added'), t('Entities removed'), t('Entities changed'), t('Entities renamed')];
    case 'flow':
      return [t('Flows added'), t('Flows removed'), t('Flows changed'), t('Flows renamed')];
    case 'dialog':
      return [t('Dialogs added'), t('Dialogs removed'), t('Dialogs changed'), t('Dialogs renamed')];
    case 'settings':
      return [t('Settings added'), t('Settings removed'), t('Settings changed'), t('Settings renamed')];
    case 'test':
      return [t('Tests added'), t('Tests removed'), t('Tests changed'), t('Tests renamed')];
  }
}
