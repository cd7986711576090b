import * as vscode from 'vscode';
import type { BotState, DeploymentView, ScheduleEntryView } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';

/** What stands in the Deployment view. */
export type DeploymentNode =
  | ({ readonly kind: 'bot'; readonly state: BotState } & OfBot)
  | ({
      readonly kind: 'fact';
      readonly label: string;
      readonly value: string;
      readonly icon: string;
      readonly command: string;
      readonly context: string;
    } & OfBot)
  | ScheduleNode
  | ({ readonly kind: 'note'; readonly text: string } & OfBot);

/** An entry of the schedule in the tree; the commands of its context menu get it. */
export interface ScheduleNode extends OfBot {
  readonly kind: 'entry';
  readonly entry: ScheduleEntryView;
}

export function nodesOf(deployment: DeploymentView, botRoot: string): DeploymentNode[] {
  const { visibility, access, status, schedule, doubts } = deployment;
  return [
    {
      kind: 'fact',
      label: vscode.l10n.t('Status'),
      value: status === 'active' ? vscode.l10n.t('active') : vscode.l10n.t('inactive'),
      icon: status === 'active' ? 'play-circle' : 'stop-circle',
      command: status === 'active' ? 'botlane.deployDeactivate' : 'botlane.deployActivate',
      context: `status-${status}`,
      botRoot,
    },
    {
      kind: 'fact',
      label: vscode.l10n.t('Visibility'),
      value: visibilityWords(visibility),
      icon: visibility === 'public' ? 'globe' : 'organization',
      command: 'botlane.deploySetVisibility',
      context: 'visibility',
      botRoot,
    },
    {
      kind: 'fact',
      label: vscode.l10n.t('Access'),
      value: accessWords(access),
      icon: 'key',
      command: 'botlane.deploySetAccess',
      context: 'access',
      botRoot,
    },
    ...schedule.map((entry): DeploymentNode => ({ kind: 'entry', entry, botRoot })),
    ...doubts.map((text): DeploymentNode => ({ kind: 'note', text, botRoot })),
  ];
}

export function itemOf(node: DeploymentNode): vscode.TreeItem {
  switch (node.kind) {
    case 'bot': {
      const item = new vscode.TreeItem(node.state.id, vscode.TreeItemCollapsibleState.Expanded);
      item.iconPath = new vscode.ThemeIcon('hubot');
      return item;
    }
    case 'fact': {
      const item = new vscode.TreeItem(node.label);
      item.description = node.value;
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.contextValue = node.context;
      item.command = {
        title: node.label,
        command: node.command,
        arguments: [{ botRoot: node.botRoot }],
      };
      return item;
    }
    case 'entry': {
      const what = entryWords(node.entry);
      const item = new vscode.TreeItem(what);
      item.description = whenWords(node.entry);
      item.tooltip = `${what}\n${item.description}`;
      item.iconPath =
        node.entry.outlook === 'waiting'
          ? new vscode.ThemeIcon('clock')
          : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      item.contextValue = 'scheduled';
      return item;
    }
    case 'note': {
      const item = new vscode.TreeItem(node.text);
      item.tooltip = node.text;
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      return item;
    }
  }
}

export function visibilityWords(visibility: DeploymentView['visibility']): string {
  return visibility === 'public'
    ? vscode.l10n.t('public: everybody is let in')
    : vscode.l10n.t('internal: only with a credential');
}

export function accessWords(access: DeploymentView['access']): string {
  switch (access) {
    case 'password':
      return vscode.l10n.t('password');
    case 'token':
      return vscode.l10n.t('access token');
    case null:
      return vscode.l10n.t('none');
  }
}

/** What shall happen, in words. */
export function entryWords({ action, version }: ScheduleEntryView): string {
  switch (action) {
    case 'activate':
      return vscode.l10n.t('Activate');
    case 'deactivate':
      return vscode.l10n.t('Deactivate');
    case 'live':
      return vscode.l10n.t('Make version {0} live', version ?? 0);
  }
}

/** When, as clocks show it in the zone in which it was said; and why not, where it does not happen. */
export function whenWords({ at, zone, reason }: ScheduleEntryView): string {
  const when = new Date(at).toLocaleString(vscode.env.language, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [`${when} (${zone})`, reason].filter(Boolean).join(' · ');
}
