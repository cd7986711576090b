import * as vscode from 'vscode';
import type { ChangeView, EditView } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
import type { ChangeLocation } from './changes';

/** A difference in a tree: what differs inside stands below it, and each opens the two files side by side. */
export interface ChangeNode extends OfBot {
  readonly kind: 'change';
  readonly change: ChangeView;
  readonly location: ChangeLocation;
}

export interface EditNode extends OfBot {
  readonly kind: 'edit';
  readonly text: string;
  readonly icon: string;
  readonly of: ChangeNode;
}

export function changeItem({ change, location }: ChangeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    change.title,
    change.edits.length > 0
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.None,
  );
  item.description = change.detail;
  item.iconPath = new vscode.ThemeIcon(`diff-${ICONS[change.change]}`);
  item.contextValue = 'change';
  item.command = open(location, change.name);
  return item;
}

export function editItem({ text, icon, of: { change, location } }: EditNode): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = text;
  item.command = open(location, change.name);
  return item;
}

/** What stands below a change. */
export function editsOf(node: ChangeNode): EditNode[] {
  const { change, botRoot } = node;
  const edits = change.edits.map(
    (edit): EditNode => ({ kind: 'edit', text: edit.text.slice(2), icon: editIcon(edit), of: node, botRoot }),
  );
  if (change.more === 0) return edits;
  const text = change.more === 1 ? vscode.l10n.t('and 1 more') : vscode.l10n.t('and {0} more', change.more);
  return [...edits, { kind: 'edit', text, icon: 'ellipsis', of: node, botRoot }];
}

function open(location: ChangeLocation, name: string): vscode.Command {
  return {
    title: vscode.l10n.t('Open Change'),
    command: 'botlane.openChange',
    arguments: [location, name],
  };
}

const ICONS = { added: 'added', removed: 'removed', changed: 'modified', renamed: 'renamed' } as const;

function editIcon({ change }: EditView): string {
  switch (change) {
    case 'added':
      return 'diff-added';
    case 'removed':
      return 'diff-removed';
    case 'changed':
      return 'diff-modified';
    case 'moved':
      return 'diff-renamed';
  }
}
