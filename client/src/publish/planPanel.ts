import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { PlanRequest, type PlanView } from '../../../server/src/protocol';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { PLAN_PAGE_COMMANDS, planHtml } from './planHtml';
import { isPlanMessage, type PlanMessage, type PlanStatus } from './planStatus';

const NO_STATUS: PlanStatus = { text: '' };
/** Milliseconds that planning may take before it is told: what is done at once needs no words. */
const QUIET_MS = 400;

/** Why it plans again: draft or LIVE changed, or somebody wants it to. */
type Cause = 'changed' | 'asked';

/** The window's one preview panel. A new plan replaces what it shows, and it plans again when draft or LIVE change. */
export class PlanPanel implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #plan: PlanView | undefined;
  /** Something changed while nobody could see the page. */
  #outdated = false;
  /** Ends the planning that is under way. */
  #planning: vscode.CancellationTokenSource | undefined;
  #status: PlanStatus = NO_STATUS;

  constructor(client: LanguageClient, workspace: WorkspaceState) {
    this.#client = client;
    this.#subscription = workspace.onDidChange(() => void this.#planAgain('changed'));
  }

  show(plan: PlanView): void {
    if (!this.#panel) {
      this.#panel = vscode.window.createWebviewPanel(
        'botlane.plan',
        '',
        { viewColumn: vscode.ViewColumn.Active, preserveFocus: false },
        { enableScripts: true, enableCommandUris: PLAN_PAGE_COMMANDS, localResourceRoots: [] },
      );
      this.#panel.onDidDispose(() => {
        this.#stopPlanning();
        this.#panel = undefined;
        this.#plan = undefined;
      });
      this.#panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isPlanMessage(message)) this.#hear(message);
      });
      this.#panel.onDidChangeViewState(() => {
        if (this.#outdated) void this.#planAgain('changed');
      });
    }
    this.#stopPlanning();
    this.#fill(this.#panel, plan);
    this.#tell(NO_STATUS);
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

  #hear(message: PlanMessage): void {
    switch (message) {
      case 'ready':
        this.#tell(this.#status);
        break;
      case 'cancel':
        this.#stopPlanning();
        this.#tell(notChecked());
        break;
      case 'again':
        void this.#planAgain('asked');
        break;
    }
  }

  /** Of plans that follow each other fast only the last one counts; those before it stop. */
  async #planAgain(cause: Cause): Promise<void> {
    const plan = this.#plan;
    if (!this.#panel || !plan) return;
    this.#outdated = !this.#panel.visible;
    this.#stopPlanning();
    if (this.#outdated) return;
    const planning = new vscode.CancellationTokenSource();
    this.#planning = planning;
    const telling = setTimeout(() => {
      if (this.#planning === planning) this.#tell(checking(cause));
    }, QUIET_MS);
    const { root, kind, flows, overwriteLive, override } = plan;
    try {
      const params = { bot: root, release: kind, flows, overwriteLive, override };
      const outcome = await ask(this.#client, PlanRequest, params, planning.token);
      // By now the panel may be gone, show another plan, or be planning anew.
      if (this.#planning !== planning || !this.#panel) return;
      if (outcome.kind === 'planned') {
        const isNews = this.#fill(this.#panel, outcome.plan) || this.#status.text !== '';
        this.#tell(
          isNews ? { text: vscode.l10n.t('Checked again: this is how things stand now.') } : NO_STATUS,
        );
      } else this.#tell(notChecked(outcome.kind === 'refused' ? outcome.reason : undefined));
    } catch {
      // The server stopped while it was asked, or files changed meanwhile. Mostly the workspace then changes once more.
      if (this.#planning === planning) this.#tell(notChecked());
    } finally {
      clearTimeout(telling);
      if (this.#planning === planning) this.#planning = undefined;
      planning.dispose();
    }
  }

  #stopPlanning(): void {
    this.#planning?.cancel();
    this.#planning = undefined;
  }

  #tell(status: PlanStatus): void {
    this.#status = status;
    void this.#panel?.webview.postMessage(status);
  }

  /** @returns whether it says something else than before */
  #fill(panel: vscode.WebviewPanel, plan: PlanView): boolean {
    // Setting the page anew scrolls it to its top: only when it says something else.
    if (JSON.stringify(plan) === JSON.stringify(this.#plan)) return false;
    this.#plan = plan;
    panel.title = vscode.l10n.t('Publish preview: {0}', plan.bot);
    panel.webview.html = planHtml(plan, randomBytes(16).toString('base64url'));
    return true;
  }
}

function checking(cause: Cause): PlanStatus {
  return {
    text:
      cause === 'changed'
        ? vscode.l10n.t('Draft or LIVE has changed. Checking again whether it can be published…')
        : vscode.l10n.t('Checking again whether it can be published…'),
    action: { title: vscode.l10n.t('Cancel'), message: 'cancel' },
  };
}

function notChecked(
  reason = vscode.l10n.t('Not checked again. What stands here is of an earlier draft or LIVE.'),
): PlanStatus {
  return { text: reason, action: { title: vscode.l10n.t('Check again'), message: 'again' } };
}
