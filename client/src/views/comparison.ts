import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type ChangeView,
  type CompareOutcome,
  CompareRequest,
  type SideRef,
} from '../../../server/src/protocol';
import { setContext } from '../context';
import type { OfBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { type ChangeNode, changeItem, type EditNode, editItem, editsOf } from './changeItems';
import { fileOn, locate } from './changes';

interface PartNode extends OfBot {
  readonly kind: 'part';
  readonly title: string;
  readonly changes: readonly ChangeNode[];
}

type Node = PartNode | ChangeNode | EditNode;

/** What is compared: two sides of one bot. */
export interface Compared {
  readonly bot: Pick<BotNode, 'id' | 'root'>;
  readonly before: SideRef;
  readonly after: SideRef;
}

type Difference = Extract<CompareOutcome, { kind: 'compared' }>;

/** The Comparison view: there while something is compared, and compared again when draft or LIVE change. */
export class ComparisonView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #compared: Compared | undefined;
  #difference: Difference | undefined;

  constructor(client: LanguageClient, workspace: WorkspaceState) {
    this.#client = client;
    this.#view = vscode.window.createTreeView('botlane.comparison', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscription = workspace.onDidChange(() => void this.#compareAgain());
  }

  /** Compares, and brings the view to the front. A refusal is shown and leaves the view as it is. */
  async show(compared: Compared): Promise<void> {
    const outcome = await ask(this.#client, CompareRequest, paramsOf(compared));
    if (outcome.kind === 'refused') {
      void vscode.window.showErrorMessage(outcome.reason);
      return;
    }
    this.#fill(compared, outcome);
    await setContext('comparing', true);
    await vscode.commands.executeCommand('botlane.comparison.focus');
  }

  /** The same from the other side. */
  async swap(): Promise<void> {
    const compared = this.#compared;
    if (compared) await this.show({ ...compared, before: compared.after, after: compared.before });
  }

  async close(): Promise<void> {
    this.#compared = undefined;
    this.#difference = undefined;
    await setContext('comparing', false);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'part': {
        const item = new vscode.TreeItem(node.title, vscode.TreeItemCollapsibleState.Expanded);
        item.description = String(node.changes.length);
        item.contextValue = 'part';
        return item;
      }
      case 'change':
        return changeItem(node);
      case 'edit':
        return editItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#parts();
    if (node.kind === 'part') return [...node.changes];
    return node.kind === 'change' ? editsOf(node) : [];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #parts(): PartNode[] {
    const compared = this.#compared;
    const difference = this.#difference;
    if (!compared || !difference) return [];
    const label = vscode.l10n.t('{0} and {1}', difference.before, difference.after);
    const { bot, before, after } = compared;
    return partTitles().flatMap(([part, title]) => {
      const changes = difference.changes
        .filter((change) => change.part === part)
        .map((change): ChangeNode => {
          const location = locate(change, label, {
            before: (path) => fileOn(before, bot, path),
            after: (path) => fileOn(after, bot, path),
          });
          return { kind: 'change', change, location, botRoot: bot.root };
        });
      return changes.length === 0 ? [] : [{ kind: 'part', title, changes, botRoot: bot.root }];
    });
  }

  async #compareAgain(): Promise<void> {
    const compared = this.#compared;
    if (!compared) return;
    try {
      const outcome = await ask(this.#client, CompareRequest, paramsOf(compared));
      // By now something else may be compared, or nothing.
      if (outcome.kind === 'compared' && this.#compared === compared) this.#fill(compared, outcome);
    } catch {
      // The server stopped while it was asked. When it is back, the workspace changes once more.
    }
  }

  #fill(compared: Compared, difference: Difference): void {
    // A tree that says the same keeps what is unfolded and where it is scrolled to.
    const isSame =
      this.#compared === compared && JSON.stringify(this.#difference) === JSON.stringify(difference);
    if (isSame) return;
    this.#compared = compared;
    this.#difference = difference;
    this.#view.description = vscode.l10n.t(
      '{0}: {1} → {2}',
      compared.bot.id,
      difference.before,
      difference.after,
    );
    this.#view.message = difference.changes.length === 0 ? vscode.l10n.t('Nothing differs in meaning.') : '';
    this.#changed.fire();
  }
}

function paramsOf({ bot, before, after }: Compared) {
  return { bot: bot.root, before, after };
}

function partTitles(): readonly (readonly [ChangeView['part'], string])[] {
  return [
    ['nlp', vscode.l10n.t('NLP part')],
    ['flow', vscode.l10n.t('Flow part')],
    ['test', vscode.l10n.t('Conversation tests')],
  ];
}
