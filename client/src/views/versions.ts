import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotState,
  type ChangeView,
  DraftChangesRequest,
  VersionChangesRequest,
  type VersionView,
  VersionsRequest,
} from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
import { ask } from '../requests';
import { liveSentence, nlpPhrase } from '../status';
import type { WorkspaceState } from '../workspaceState';
import { type ChangeLocation, describeChange, draftFile, liveFile, locate, versionFile } from './changes';

type Node =
  | ({ readonly kind: 'bot'; readonly state: BotState } & OfBot)
  | ({ readonly kind: 'draft'; readonly state: BotState } & OfBot)
  | ({ readonly kind: 'live'; readonly state: BotState } & OfBot)
  | VersionNode
  | ({ readonly kind: 'change'; readonly change: ChangeView; readonly location: ChangeLocation } & OfBot)
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

/** The Versions view: DRAFT with its state, LIVE, then every version with what it changed. */
export function registerVersionsView(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
): void {
  const tree = new VersionsTree(client, workspace);
  context.subscriptions.push(
    tree,
    vscode.window.createTreeView('botlane.versions', { treeDataProvider: tree, showCollapseAll: true }),
  );
}

class VersionsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: LanguageClient, workspace: WorkspaceState) {
    this.#client = client;
    this.#workspace = workspace;
    this.#subscription = workspace.onDidChange(() => this.#changed.fire());
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#roots();
    switch (node.kind) {
      case 'bot':
        return this.#entriesOf(node.state);
      case 'draft':
        return this.#draftChildren(node.state);
      case 'version':
        return this.#versionChildren(node);
      default:
        return [];
    }
  }

  /** One bot needs no level of its own. Nothing at all when the store is not there: the welcome text says what to do. */
  async #roots(): Promise<Node[]> {
    const { states } = this.#workspace;
    if (states.every(({ store }) => store.kind !== 'ready')) return [];
    const [only] = states;
    if (states.length === 1 && only) return this.#entriesOf(only);
    return states.map((state) => ({ kind: 'bot', state, botRoot: state.root }));
  }

  async #entriesOf(state: BotState): Promise<Node[]> {
    const botRoot = state.root;
    const { store } = state;
    if (store.kind !== 'ready') {
      return [{ kind: 'note', text: store.reason, detail: '', icon: 'warning', botRoot }];
    }
    const outcome = await ask(this.#client, VersionsRequest, { bot: botRoot });
    const draft: Node = { kind: 'draft', state, botRoot };
    const live: Node = { kind: 'live', state, botRoot };
    if (outcome.kind === 'refused')
      return [draft, live, { kind: 'note', text: outcome.reason, detail: '', icon: 'warning', botRoot }];
    const versions = outcome.versions.map(
      (version): Node => ({ kind: 'version', id: state.id, version, botRoot }),
    );
    return [draft, live, ...versions];
  }

  async #draftChildren(state: BotState): Promise<Node[]> {
    const botRoot = state.root;
    const note = (text: string, detail: string, icon: string): Node => ({
      kind: 'note',
      text,
      detail,
      icon,
      botRoot,
    });
    const changes = await ask(this.#client, DraftChangesRequest, { bot: botRoot });
    return [
      note(vscode.l10n.t('Publish full bot'), possibility(state.full), 'cloud-upload'),
      note(vscode.l10n.t('Publish NLP only'), possibility(state.nlpOnly), 'cloud-upload'),
      note(nlpPhrase(state.nlp), state.nlp.changes.slice(0, 3).join(' '), 'mortar-board'),
      ...changes.map(
        (change): Node => ({
          kind: 'change',
          change,
          location: locate(change, vscode.l10n.t('LIVE and draft'), {
            before: (path) => liveFile(state.id, path),
            after: (path) => draftFile(botRoot, path),
          }),
          botRoot,
        }),
      ),
    ];
  }

  async #versionChildren({ id, botRoot, version: { version } }: VersionNode): Promise<Node[]> {
    const outcome = await ask(this.#client, VersionChangesRequest, { bot: botRoot, version });
    if (!outcome) return [];
    const { previous, changes } = outcome;
    if (previous === null) {
      return [{ kind: 'note', text: vscode.l10n.t('The first version'), detail: '', icon: 'info', botRoot }];
    }
    return changes.map((change) => ({
      kind: 'change',
      change,
      location: locate(change, vscode.l10n.t('version {0} and {1}', previous, version), {
        before: (path) => versionFile(id, previous, path),
        after: (path) => versionFile(id, version, path),
      }),
      botRoot,
    }));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function possibility({ possible, reasons }: BotState['full']): string {
  return possible ? vscode.l10n.t('possible') : vscode.l10n.t('not possible: {0}', reasons.join(' '));
}

function itemOf(node: Node): vscode.TreeItem {
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
    case 'live': {
      const item = new vscode.TreeItem(vscode.l10n.t('LIVE'));
      item.description = liveSentence(node.state);
      item.iconPath = new vscode.ThemeIcon('broadcast', new vscode.ThemeColor('errorForeground'));
      item.contextValue = 'live';
      return item;
    }
    case 'version':
      return versionItem(node.version);
    case 'change': {
      const item = new vscode.TreeItem(describeChange(node.change));
      item.description = node.change.detail;
      item.iconPath = new vscode.ThemeIcon(changeIcon(node.change));
      item.command = {
        title: vscode.l10n.t('Open Change'),
        command: 'botlane.openChange',
        arguments: [node.location, node.change.name],
      };
      return item;
    }
    case 'note': {
      const item = new vscode.TreeItem(node.text);
      item.description = node.detail;
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.tooltip = [node.text, node.detail].filter(Boolean).join('\n');
      return item;
    }
  }
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
  item.description = [version.live ? vscode.l10n.t('LIVE') : '', versionKind(version.kind), notes]
    .filter(Boolean)
    .join(' · ');
  item.iconPath = version.live
    ? new vscode.ThemeIcon('broadcast', new vscode.ThemeColor('errorForeground'))
    : new vscode.ThemeIcon('tag');
  item.contextValue = version.live ? 'liveVersion' : 'version';
  const when = new Date(version.date).toLocaleString(vscode.env.language);
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${version.notes}\n\n${version.author}, ${when}\n${version.commit.slice(0, 12)}`);
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

function changeIcon({ change }: ChangeView): string {
  switch (change) {
    case 'added':
      return 'diff-added';
    case 'removed':
      return 'diff-removed';
    case 'renamed':
      return 'diff-renamed';
    case 'changed':
      return 'diff-modified';
  }
}
