import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  DashboardCsvRequest,
  type DashboardRange,
  DashboardRequest,
  type Statistics,
} from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { ask } from '../requests';
import { pagePartsOf } from '../webview/parts';
import { pageHtml } from './html';
import { type PageMessage, type PanelMessage, readPageMessage, type Scope } from './messages';
import { pageWords } from './words';

/** How often the numbers are asked for while they are seen (milliseconds). */
const EVERY = 5_000;

/** What users of one bot do, as it happens: asked of the gateway again and again while the page is seen. */
export class DashboardPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #client: LanguageClient;
  readonly #connection: GatewayConnection;
  readonly #bot: BotNode;
  readonly #subscriptions: vscode.Disposable[] = [];
  #range: DashboardRange = 'week';
  #scope: Scope = 'live';
  #statistics: Statistics | undefined;
  #asking: vscode.CancellationTokenSource | undefined;
  #next: NodeJS.Timeout | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    bot: BotNode,
    tools: {
      readonly client: LanguageClient;
      readonly connection: GatewayConnection;
      readonly extension: vscode.Uri;
    },
  ) {
    this.#panel = panel;
    this.#bot = bot;
    this.#client = tools.client;
    this.#connection = tools.connection;
    const { webview } = panel;
    this.#subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => void this.#obey(readPageMessage(message))),
      tools.connection.onDidChange(() => void this.#refresh()),
      panel.onDidChangeViewState(() => void this.#refresh()),
    );
    webview.html = pageHtml(
      pagePartsOf(webview, tools.extension, 'dashboard', ['plots.css']),
      pageWords(panel.title),
    );
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    clearTimeout(this.#next);
    const asking = this.#asking;
    // Whatever is under way finds that nobody waits for it any more, and is not followed by another.
    this.#asking = undefined;
    asking?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  async #obey(message: PageMessage | undefined): Promise<void> {
    switch (message?.type) {
      case 'range':
        this.#range = message.range;
        break;
      case 'scope':
        this.#scope = message.scope;
        break;
      case 'export':
        await this.#export();
        return;
      case undefined:
        return;
      case 'ready':
        break;
    }
    await this.#refresh();
  }

  /** Asks for the numbers now. A later call takes the place of one that is under way; the next one is made in a while. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#next);
    this.#asking?.cancel();
    if (!this.#panel.visible) return;
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    try {
      const message = await this.#ask(asking.token);
      if (this.#asking !== asking) return;
      if (message.type === 'statistics') this.#statistics = message.statistics;
      void this.#panel.webview.postMessage(message);
    } catch {
      // The request was cancelled, or the server stopped: the next time will tell.
    } finally {
      asking.dispose();
      if (this.#asking === asking) this.#next = setTimeout(() => void this.#refresh(), EVERY);
    }
  }

  async #ask(token: vscode.CancellationToken): Promise<PanelMessage> {
    const gateway = await this.#connection.access();
    if (!gateway) {
      return {
        type: 'failed',
        reason: vscode.l10n.t('No gateway is known. Start one, or connect to one, in the Train Inbox view.'),
      };
    }
    const outcome = await ask(
      this.#client,
      DashboardRequest,
      {
        bot: this.#bot.root,
        gateway,
        range: this.#range,
        ...(this.#scope !== 'all' && { environment: this.#scope }),
      },
      token,
    );
    if (outcome.kind === 'refused') return { type: 'failed', reason: outcome.reason };
    return { type: 'statistics', statistics: outcome.statistics, feedback: outcome.feedback };
  }

  async #export(): Promise<void> {
    const statistics = this.#statistics;
    if (!statistics) return;
    const uri = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save statistics'),
      filters: { CSV: ['csv'] },
      defaultUri: vscode.Uri.joinPath(
        vscode.Uri.parse(this.#bot.root),
        '..',
        `${this.#bot.id}-statistics.csv`,
      ),
    });
    if (!uri) return;
    const { text } = await ask(this.#client, DashboardCsvRequest, { statistics });
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The statistics cannot be saved: {0}', reason));
    }
  }
}
