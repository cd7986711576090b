import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { PlanRequest, type PlanView } from '../../../server/src/protocol';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { PLAN_PAGE_COMMANDS, planHtml } from './planHtml';

/** The window's one preview panel. A new plan replaces what it shows, and it plans again when draft or LIVE change. */
export class PlanPanel implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #plan: PlanView | undefined;
  /** Something changed while nobody could see the page. */
  #outdated = false;

  constructor(client: LanguageClient, workspace: WorkspaceState) {
    this.#client = client;
    this.#subscription = workspace.onDidChange(() => void this.#planAgain());
  }

  show(plan: PlanView): void {
    if (!this.#panel) {
      this.#panel = vscode.window.createWebviewPanel(
        'botlane.plan',
        '',
        { viewColumn: vscode.ViewColumn.Active, preserveFocus: false },
        { enableScripts: false, enableCommandUris: PLAN_PAGE_COMMANDS, localResourceRoots: [] },
      );
      this.#panel.onDidDispose(() => {
        this.#panel = undefined;
        this.#plan = undefined;
      });
      this.#panel.onDidChangeViewState(() => {
        if (this.#outdated) void this.#planAgain();
      });
    }
    this.#fill(this.#panel, plan);
    this.#panel.reveal();
  }

  /** What it showed has been done. */
  close(): void {
    this.#panel?.dispose();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.close();
  }

  async #planAgain(): Promise<void> {
    const plan = this.#plan;
    if (!this.#panel || !plan) return;
    this.#outdated = !this.#panel.visible;
    if (this.#outdated) return;
    const { root, kind, flows, overwriteLive, override } = plan;
    try {
      const outcome = await ask(this.#client, PlanRequest, {
        bot: root,
        release: kind,
        flows,
        overwriteLive,
        override,
      });
      // By now the panel may be gone, or show another plan.
      if (outcome.kind === 'planned' && this.#plan === plan) this.#fill(this.#panel, outcome.plan);
    } catch {
      // The server stopped while it was asked. When it is back, the workspace changes once more.
    }
  }

  #fill(panel: vscode.WebviewPanel, plan: PlanView): void {
    // Setting the page anew scrolls it to its top: only when it says something else.
    if (JSON.stringify(plan) === JSON.stringify(this.#plan)) return;
    this.#plan = plan;
    panel.title = vscode.l10n.t('Publish preview: {0}', plan.bot);
    panel.webview.html = planHtml(plan, randomBytes(16).toString('base64url'));
  }
}
