import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BotNode } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';
import { pageOptions } from '../webview/parts';
import { EvaluationPanel } from './panel';

/** The evaluations that are open: one per bot. */
export class EvaluationPanels implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #extension: vscode.Uri;
  readonly #open = new Map<string, EvaluationPanel>();

  constructor(client: LanguageClient, workspace: WorkspaceState, extension: vscode.Uri) {
    this.#client = client;
    this.#workspace = workspace;
    this.#extension = extension;
  }

  /** Shows the panel of a bot and evaluates. What was evaluated before costs nothing. */
  async show(bot: BotNode): Promise<void> {
    const known = this.#open.get(bot.root);
    known?.reveal();
    await (known ?? this.#create(bot)).evaluate();
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }

  #create(bot: BotNode): EvaluationPanel {
    const panel = vscode.window.createWebviewPanel(
      'botlane.evaluation',
      vscode.l10n.t('NLP of {0}', bot.title ?? bot.id),
      vscode.ViewColumn.Active,
      pageOptions(this.#extension),
    );
    const tools = { client: this.#client, workspace: this.#workspace, extension: this.#extension };
    const own = new EvaluationPanel(panel, tools, bot);
    this.#open.set(bot.root, own);
    panel.onDidDispose(() => {
      this.#open.delete(bot.root);
      own.dispose();
    });
    return own;
  }
}
