import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotState, DeploymentRequest } from '../../../server/src/protocol';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { type DeploymentNode, itemOf, nodesOf } from './deploymentItems';

/** The Deployment view: who can talk to LIVE, and when. */
export function registerDeploymentView(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
): void {
  const tree = new DeploymentTree(client, workspace);
  context.subscriptions.push(
    tree,
    vscode.window.createTreeView('botlane.deployment', { treeDataProvider: tree }),
  );
}

class DeploymentTree implements vscode.TreeDataProvider<DeploymentNode>, vscode.Disposable {
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

  getTreeItem(node: DeploymentNode): vscode.TreeItem {
    return itemOf(node);
  }

  async getChildren(node?: DeploymentNode): Promise<DeploymentNode[]> {
    if (node) return node.kind === 'bot' ? this.#entriesOf(node.state) : [];
    // Without a LIVE the welcome text says what to do.
    const states = this.#workspace.states.filter(({ live }) => live.kind !== 'none');
    const [only] = states;
    if (states.length === 1 && only) return this.#entriesOf(only);
    return states.map((state) => ({ kind: 'bot', state, botRoot: state.root }));
  }

  async #entriesOf({ root }: BotState): Promise<DeploymentNode[]> {
    const outcome = await ask(this.#client, DeploymentRequest, { bot: root });
    switch (outcome.kind) {
      case 'none':
        return [];
      case 'refused':
        return [{ kind: 'note', text: outcome.reason, botRoot: root }];
      case 'deployment':
        return nodesOf(outcome.deployment, root);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
