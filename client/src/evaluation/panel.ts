import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  EvaluateRequest,
  EvaluationPartRequest,
  type EvaluationView,
  type Place,
  RememberedEvaluationRequest,
} from '../../../server/src/protocol';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { pagePartsOf } from '../webview/parts';
import { pageHtml } from './html';
import { lineAt } from './lineAt';
import { type PageMessage, type PanelMessage, readPageMessage } from './messages';
import { wholeEvaluation } from './parts';
import { pageWords } from './words';

interface Tools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
  readonly extension: vscode.Uri;
}

/** The evaluation of one bot. It shows what is remembered until a new one is done, and says when the draft is another one. */
export class EvaluationPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #tools: Tools;
  readonly #bot: BotNode;
  readonly #subscriptions: readonly vscode.Disposable[];
  #evaluation: EvaluationView | undefined;
  #failure: readonly string[] = [];
  #isWorking = false;

  constructor(panel: vscode.WebviewPanel, tools: Tools, bot: BotNode) {
    this.#panel = panel;
    this.#tools = tools;
    this.#bot = bot;
    const { webview } = panel;
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => this.#obey(readPageMessage(message))),
      tools.workspace.onDidChange(() => {
        // A page that is hidden is made anew when it is shown, and asks then.
        if (panel.visible) void this.#remember();
      }),
    ];
    webview.html = pageHtml(pagePartsOf(webview, tools.extension, 'evaluation'), pageWords(panel.title));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Evaluates the draft as it stands in the editor. One evaluation at a time. */
  async evaluate(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#failure = [];
    this.#show();
    const { client } = this.#tools;
    try {
      const outcome = await withServerProgress(
        client,
        vscode.l10n.t('Evaluating the NLP of {0}', this.#bot.id),
        (workDoneToken, cancel) =>
          ask(client, EvaluateRequest, { bot: this.#bot.root, workDoneToken }, cancel),
      );
      if (outcome.kind === 'evaluated') {
        this.#evaluation = (await this.#whole(outcome.evaluation)) ?? this.#evaluation;
      }
      if (outcome.kind === 'refused') this.#failure = outcome.reasons;
    } catch (error) {
      this.#failure = [error instanceof Error ? error.message : String(error)];
    } finally {
      this.#isWorking = false;
      this.#show();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  #obey(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#show();
        void this.#remember();
        break;
      case 'evaluate':
        void this.evaluate();
        break;
      case 'open': {
        const place = this.#evaluation && lineAt(this.#evaluation, message);
        if (place) void this.#open(place);
        break;
      }
      case undefined:
        break;
    }
  }

  /** What is known of the draft as it is now: the figures of before, with a word when they no longer are its own. */
  async #remember(): Promise<void> {
    if (this.#isWorking) return;
    try {
      const sent = await ask(this.#tools.client, RememberedEvaluationRequest, { bot: this.#bot.root });
      const evaluation = sent && (await this.#whole(sent));
      if (!evaluation || JSON.stringify(evaluation) === JSON.stringify(this.#evaluation)) return;
      this.#evaluation = evaluation;
      this.#show();
    } catch {
      // The server stopped while it was asked. When it is back, the workspace changes once more.
    }
  }

  #whole(evaluation: EvaluationView): Promise<EvaluationView | undefined> {
    const bot = this.#bot.root;
    return wholeEvaluation(evaluation, (more) =>
      ask(this.#tools.client, EvaluationPartRequest, { bot, more }),
    );
  }

  async #open({ uri, range: { start, end } }: Place): Promise<void> {
    const isFirst = this.#panel.viewColumn === vscode.ViewColumn.One;
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
        selection: new vscode.Range(start.line, start.character, end.line, end.character),
        viewColumn: isFirst ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
      });
    } catch (error) {
      // The file may be gone since the evaluation.
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showWarningMessage(vscode.l10n.t('The source cannot be shown: {0}', reason));
    }
  }

  #show(): void {
    if (this.#evaluation) this.#tell({ type: 'evaluation', evaluation: this.#evaluation });
    this.#tell({ type: 'working', working: this.#isWorking });
    if (this.#failure.length > 0) this.#tell({ type: 'failed', reasons: this.#failure });
  }

  #tell(message: PanelMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}
