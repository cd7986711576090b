import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { PlanView } from '../../../server/src/protocol';
import { PLAN_PAGE_COMMANDS, planHtml } from './planHtml';

/** The window's one preview panel; a new plan replaces what it shows. */
export class PlanPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;

  show(plan: PlanView): void {
    const title = vscode.l10n.t('Publish preview: {0}', plan.bot);
    if (!this.#panel) {
      this.#panel = vscode.window.createWebviewPanel(
        'botlane.plan',
        title,
        { viewColumn: vscode.ViewColumn.Active, preserveFocus: false },
        { enableScripts: false, enableCommandUris: PLAN_PAGE_COMMANDS, localResourceRoots: [] },
      );
      this.#panel.onDidDispose(() => {
        this.#panel = undefined;
      });
    }
    this.#panel.title = title;
    this.#panel.webview.html = planHtml(plan, randomBytes(16).toString('base64url'));
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
