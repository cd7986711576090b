import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { InboxRequest } from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { type InboxNode, itemOf, type TextNode } from './inboxItems';

/** The Train inbox: what users said that the bot has not learned yet, the most frequent first. */
export class InboxView implements vscode.TreeDataProvider<InboxNode>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #connection: GatewayConnection;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #view: vscode.TreeView<InboxNode>;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: LanguageClient, workspace: WorkspaceState, connection: GatewayConnection) {
    this.#client = client;
    this.#workspace = workspace;
    this.#connection = connection;
    this.#view = vscode.window.createTreeView('botlane.inbox', {
      treeDataProvider: this,
      canSelectMany: true,
    });
    this.#subscriptions = [
      this.#view,
      workspace.onDidChange(() => this.refresh()),
      connection.onDidChange(() => this.refresh()),
    ];
  }

  refresh(): void {
    this.#changed.fire();
  }

  /** The texts that a command of the view is about: what is selected when it was called on one of them, else that one. */
  chosen(argument: unknown): readonly TextNode[] {
    const selected = this.#view.selection.filter((node) => node.kind === 'text');
    if (!isTextNode(argument)) return selected;
    const ids = new Set(selected.map(({ row }) => row.item.id));
    return ids.has(argument.row.item.id) ? selected : [argument];
  }

  getTreeItem(node: InboxNode): vscode.TreeItem {
    return itemOf(node);
  }

  async getChildren(node?: InboxNode): Promise<InboxNode[]> {
    // Without a gateway the welcome text says what to do.
    if ((await this.#connection.access()) === undefined) return [];
    if (node) return node.kind === 'bot' ? this.#textsOf(node.botRoot) : [];
    const { states } = this.#workspace;
    const [only] = states;
    if (states.length === 1 && only) return this.#textsOf(only.root);
    return states.map(({ root, id }) => ({ kind: 'bot', label: id, botRoot: root }));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #textsOf(botRoot: string): Promise<InboxNode[]> {
    const gateway = await this.#connection.access();
    if (!gateway) return [];
    const outcome = await ask(this.#client, InboxRequest, { bot: botRoot, gateway });
    if (outcome.kind === 'refused') return [{ kind: 'note', text: outcome.reason, isProblem: true, botRoot }];
    if (outcome.rows.length === 0) {
      const text = vscode.l10n.t('Nothing waits: the bot knows everything that users have said.');
      return [{ kind: 'note', text, isProblem: false, botRoot }];
    }
    const texts = outcome.rows.map((row): InboxNode => ({ kind: 'text', row, botRoot }));
    if (outcome.next === undefined) return texts;
    const text = vscode.l10n.t('There are more. They come when these are decided.');
    return [...texts, { kind: 'note', text, isProblem: false, botRoot }];
  }
}

function isTextNode(argument: unknown): argument is TextNode {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'kind' in argument &&
    argument.kind === 'text' &&
    'row' in argument
  );
}
