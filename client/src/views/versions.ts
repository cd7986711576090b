import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotState,
  DraftChangesRequest,
  VersionChangesRequest,
  VersionsRequest,
} from '../../../server/src/protocol';
import { setContext } from '../context';
import { ask } from '../requests';
import { nlpPhrase } from '../status';
import type { WorkspaceState } from '../workspaceState';
import { editsOf } from './changeItems';
import { draftFile, liveFile, locate, versionFile } from './changes';
import { itemOf, type VersionNode, type VersionsNode } from './versionItems';

/** The Versions view: DRAFT with its state, LIVE, then every version with what it changed; or those that a search finds. */
export function registerVersionsView(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
): void {
  const tree = new VersionsTree(client, workspace);
  context.subscriptions.push(
    tree,
    vscode.commands.registerCommand('botlane.searchVersions', () => tree.search()),
    vscode.commands.registerCommand('botlane.clearVersionSearch', () => tree.clearSearch()),
  );
}

class VersionsTree implements vscode.TreeDataProvider<VersionsNode>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<VersionsNode>;
  #search = '';

  constructor(client: LanguageClient, workspace: WorkspaceState) {
    this.#client = client;
    this.#workspace = workspace;
    this.#subscription = workspace.onDidChange(() => this.#changed.fire());
    this.#view = vscode.window.createTreeView('botlane.versions', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  /** `Bot: Search Versions…`: only versions whose notes, author, kind or number hold every word; an empty search ends it. */
  async search(): Promise<void> {
    const words = await vscode.window.showInputBox({
      title: vscode.l10n.t('Search versions'),
      prompt: vscode.l10n.t(
        'Words of their notes, an author, a kind or a number. Leave it empty to see all.',
      ),
      value: this.#search,
    });
    if (words === undefined) return;
    await this.#find(words.trim());
    await vscode.commands.executeCommand('botlane.versions.focus');
  }

  /** Shows every version again. */
  async clearSearch(): Promise<void> {
    await this.#find('');
  }

  async #find(words: string): Promise<void> {
    this.#search = words;
    this.#view.message = words === '' ? '' : vscode.l10n.t('Versions that are found by “{0}”', words);
    await setContext('searching', words !== '');
    this.#changed.fire();
  }

  getTreeItem(node: VersionsNode): vscode.TreeItem {
    return itemOf(node);
  }

  async getChildren(node?: VersionsNode): Promise<VersionsNode[]> {
    if (!node) return this.#roots();
    switch (node.kind) {
      case 'bot':
        return this.#entriesOf(node.state);
      case 'draft':
        return this.#draftChildren(node.state);
      case 'version':
        return this.#versionChildren(node);
      case 'change':
        return editsOf(node);
      default:
        return [];
    }
  }

  /** One bot needs no level of its own. Nothing at all when the store is not there: the welcome text says what to do. */
  async #roots(): Promise<VersionsNode[]> {
    const { states } = this.#workspace;
    if (states.every(({ store }) => store.kind !== 'ready')) return [];
    const [only] = states;
    if (states.length === 1 && only) return this.#entriesOf(only);
    return states.map((state) => ({ kind: 'bot', state, botRoot: state.root }));
  }

  async #entriesOf(state: BotState): Promise<VersionsNode[]> {
    const botRoot = state.root;
    const { store } = state;
    if (store.kind !== 'ready') {
      return [{ kind: 'note', text: store.reason, detail: '', icon: 'warning', botRoot }];
    }
    if (this.#search !== '') return this.#foundIn(state);
    const outcome = await ask(this.#client, VersionsRequest, { bot: botRoot });
    const draft: VersionsNode = { kind: 'draft', state, botRoot };
    const live: VersionsNode = { kind: 'live', state, botRoot };
    const drift: VersionsNode[] = state.drift ? [{ kind: 'drift', drift: state.drift, botRoot }] : [];
    if (outcome.kind === 'refused')
      return [
        draft,
        ...drift,
        live,
        { kind: 'note', text: outcome.reason, detail: '', icon: 'warning', botRoot },
      ];
    const versions = outcome.versions.map(
      (version): VersionsNode => ({ kind: 'version', id: state.id, version, botRoot }),
    );
    return [draft, ...drift, live, ...versions];
  }

  async #draftChildren(state: BotState): Promise<VersionsNode[]> {
    const botRoot = state.root;
    const note = (text: string, detail: string, icon: string): VersionsNode => ({
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
        (change): VersionsNode => ({
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

  /** Gates that were overridden, then what it changed. */
  async #versionChildren(node: VersionNode): Promise<VersionsNode[]> {
    const overridden = node.version.overrides.map(
      (text): VersionsNode => ({ kind: 'note', text, detail: '', icon: 'warning', botRoot: node.botRoot }),
    );
    return [...overridden, ...(await this.#changesOf(node))];
  }

  async #changesOf({ id, botRoot, version: { version } }: VersionNode): Promise<VersionsNode[]> {
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

  async #foundIn({ root: botRoot, id }: BotState): Promise<VersionsNode[]> {
    const outcome = await ask(this.#client, VersionsRequest, { bot: botRoot, search: this.#search });
    if (outcome.kind === 'versions' && outcome.versions.length > 0)
      return outcome.versions.map((version) => ({ kind: 'version', id, version, botRoot }));
    const text = outcome.kind === 'refused' ? outcome.reason : vscode.l10n.t('No version is found.');
    return [{ kind: 'note', text, detail: '', icon: 'search', botRoot }];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function possibility({ possible, reasons }: BotState['full']): string {
  return possible ? vscode.l10n.t('possible') : vscode.l10n.t('not possible: {0}', reasons.join(' '));
}
