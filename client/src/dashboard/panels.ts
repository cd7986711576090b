import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BotNode } from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { pageOptions } from '../webview/parts';
import { DashboardPanel } from './panel';

/** The dashboards of the window, one for each bot. */
export class DashboardPanels implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #connection: GatewayConnection;
  readonly #extension: vscode.Uri;
  readonly #open = new Map<string, DashboardPanel>();

  constructor(client: LanguageClient, connection: GatewayConnection, extension: vscode.Uri) {
    this.#client = client;
    this.#connection = connection;
    this.#extension = extension;
  }

  show(bot: BotNode): void {
    const known = this.#open.get(bot.root);
    if (known) {
      known.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'botlane.dashboard',
      vscode.l10n.t('Dashboard: {0}', bot.id),
      vscode.ViewColumn.Active,
      pageOptions(this.#extension),
    );
    const own = new DashboardPanel(panel, bot, {
      client: this.#client,
      connection: this.#connection,
      extension: this.#extension,
    });
    this.#open.set(bot.root, own);
    panel.onDidDispose(() => {
      this.#open.delete(bot.root);
      own.dispose();
    });
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }
}
