import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { InboxRequest } from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { type InboxNode, itemOf, type MoreNode, type TextNode } from './inboxItems';
import { walkInbox, type Walked } from './walkInbox';

interface Walk {
  readonly over: vscode.CancellationTokenSource;
  readonly texts: Promise<InboxNode[]>;
}

/** The Train inbox: what users said that the bot has not learned yet, the most frequent first. */
export class InboxView implements vscode.TreeDataProvider<InboxNode>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #connection: GatewayConnection;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #view: vscode.TreeView<InboxNode>;
  /** How many pages are shown of a bot (by its root): one, until somebody asks for more. */
  readonly #pages = new Map<string, number>();
  /** The latest walk through the inbox of a bot (by its root). */
  readonly #walks = new Map<string, Walk>();
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

  /** Shows the next page, too. @param argument the node that says that there is one */
  showMore(argument: unknown): void {
    if (!isNode(argument, 'more')) return;
    this.#pages.set(argument.botRoot, this.#pagesOf(argument.botRoot) + 1);
    this.refresh();
  }

  /** The texts that a command of the view is about: what is selected when it was called on one of them, else that one. */
  chosen(argument: unknown): readonly TextNode[] {
    const selected = this.#view.selection.filter((node) => node.kind === 'text');
    if (!isNode(argument, 'text')) return selected;
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

  /** A later walk ends one that is under way, which then comes to what the later one does. */
  #textsOf(botRoot: string): Promise<InboxNode[]> {
    this.#walks.get(botRoot)?.over.cancel();
    const over = new vscode.CancellationTokenSource();
    const texts = this.#walk(botRoot, over.token);
    this.#walks.set(botRoot, { over, texts });
    return texts;
  }

  async #walk(botRoot: string, over: vscode.CancellationToken): Promise<InboxNode[]> {
    const gateway = await this.#connection.access();
    if (!gateway) return [];
    const ended = (): boolean => over.isCancellationRequested;
    const later = (): Promise<InboxNode[]> => this.#walks.get(botRoot)?.texts ?? Promise.resolve([]);
    if (ended()) return later();
    try {
      const walked = await walkInbox(
        (after) => {
          const query = { bot: botRoot, gateway, ...(after !== undefined && { after }) };
          return ask(this.#client, InboxRequest, query, over);
        },
        this.#pagesOf(botRoot),
        ended,
      );
      return ended() ? await later() : nodesOf(walked, botRoot);
    } catch (error) {
      if (ended()) return later();
      throw error;
    }
  }

  #pagesOf(botRoot: string): number {
    return this.#pages.get(botRoot) ?? 1;
  }
}

function nodesOf({ rows, more, problem }: Walked, botRoot: string): InboxNode[] {
  const nodes = rows.map((row): InboxNode => ({ kind: 'text', row, botRoot }));
  if (problem !== undefined) return [...nodes, { kind: 'note', text: problem, isProblem: true, botRoot }];
  if (more) return [...nodes, { kind: 'more', botRoot }];
  if (nodes.length > 0) return nodes;
  const text = vscode.l10n.t('Nothing waits: the bot knows everything that users have said.');
  return [{ kind: 'note', text, isProblem: false, botRoot }];
}

function isNode<K extends 'text' | 'more'>(
  argument: unknown,
  kind: K,
): argument is Extract<TextNode | MoreNode, { readonly kind: K }> {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === kind;
}
