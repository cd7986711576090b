import * as vscode from 'vscode';
import type { BotState, VersionView } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
import { liveSentence, nlpPhrase } from '../status';
import { type ChangeNode, changeItem, type EditNode, editItem } from './changeItems';

/** What stands in the Versions view. */
export type VersionsNode =
  | ({ readonly kind: 'bot'; readonly state: BotState } & OfBot)
  | ({ readonly kind: 'draft'; readonly state: BotState } & OfBot)
  | ({
      readonly kind: 'drift';
      readonly drift: NonNullable<BotState['drift']>;
    } & OfBot)
  | ({ readonly kind: 'live'; readonly state: BotState } & OfBot)
  | VersionNode
  | ChangeNode
  | EditNode
  | ({
      readonly kind: 'note';
      readonly text: string;
      readonly detail: string;
      readonly icon: string;
    } & OfBot);

/** A version in the tree; the commands of its context menu get it. */
export interface VersionNode extends OfBot {
  readonly kind: 'version';
  readonly id: string;
  readonly version: VersionView;
}

/** How a node of the Versions view looks, and what a click on it does. */
export function itemOf(node: VersionsNode): vscode.TreeItem {
  switch (node.kind) {
    case 'bot': {
      const item = new vscode.TreeItem(node.state.id, vscode.TreeItemCollapsibleState.Expanded);
      item.iconPath = new vscode.ThemeIcon('hubot');
      return item;
    }
    case 'draft': {
      const item = new vscode.TreeItem(vscode.l10n.t('DRAFT'), vscode.TreeItemCollapsibleState.Collapsed);
      item.description = draftDescription(node.state);
      item.iconPath = new vscode.ThemeIcon('edit');
      item.contextValue = 'draft';
      return item;
    }
    case 'drift': {
      const what = vscode.l10n.t('LIVE has changes that the draft lacks');
      const item = new vscode.TreeItem(what);
      item.description = driftSource(node.drift);
      item.tooltip = [what, item.description, ...node.drift.changes].join('\n');
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      item.contextValue = 'drift';
      return item;
    }
    case 'live': {
      const item = new vscode.TreeItem(vscode.l10n.t('LIVE'));
      item.description = liveSentence(node.state);
      item.iconPath = new vscode.ThemeIcon('broadcast', new vscode.ThemeColor('errorForeground'));
      item.contextValue = 'live';
      return item;
    }
    case 'version':
      return versionItem(node.version);
    case 'change':
      return changeItem(node);
    case 'edit':
      return editItem(node);
    case 'note': {
      const item = new vscode.TreeItem(node.text);
      item.description = node.detail;
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.tooltip = [node.text, node.detail].filter(Boolean).join('\n');
      return item;
    }
  }
}

/** Which version holds what the draft lacks, and whose it is. */
export function driftSource({ version, kind, author }: NonNullable<BotState['drift']>): string {
  return vscode.l10n.t('version {0}, {1}, by {2}', version, versionKind(kind), author);
}

/** How a version came to be, in words. */
export function versionKind(kind: VersionView['kind']): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('full bot');
    case 'nlp':
      return vscode.l10n.t('NLP only');
    case 'flows':
      return vscode.l10n.t('selected flows');
    case 'hotfix':
      return vscode.l10n.t('hotfix');
  }
}

function versionItem(version: VersionView): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Version {0}', version.version),
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  const notes = version.notes.split('\n', 1)[0] ?? '';
  const overridden = version.overrides.length > 0 ? vscode.l10n.t('gates overridden') : '';
  item.description = [version.live ? vscode.l10n.t('LIVE') : '', versionKind(version.kind), overridden, notes]
    .filter(Boolean)
    .join(' · ');
  item.iconPath = version.live
    ? new vscode.ThemeIcon('broadcast', new vscode.ThemeColor('errorForeground'))
    : new vscode.ThemeIcon('tag');
  item.contextValue = version.live ? 'liveVersion' : 'version';
  const when = new Date(version.date).toLocaleString(vscode.env.language);
  const tooltip = new vscode.MarkdownString();
  const said = [version.notes, ...version.overrides, `${version.author}, ${when}`].join('\n\n');
  tooltip.appendText(`${said}\n${version.commit.slice(0, 12)}`);
  item.tooltip = tooltip;
  return item;
}

function draftDescription(state: BotState): string {
  const changes =
    state.live.kind === 'known'
      ? state.changes === 0
        ? vscode.l10n.t('same as LIVE')
        : state.changes === 1
          ? vscode.l10n.t('1 change against LIVE')
          : vscode.l10n.t('{0} changes against LIVE', state.changes)
      : '';
  return [changes, nlpPhrase(state.nlp)].filter(Boolean).join(' · ');
}
