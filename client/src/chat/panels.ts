import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BotNode, Environment } from '../../../server/src/protocol';
import { ChatPanel } from './panel';

/** The chats that are open: one per bot and environment, draft and LIVE side by side if wanted. */
export class ChatPanels implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #extension: vscode.Uri;
  readonly #open = new Map<string, ChatPanel>();

  constructor(client: LanguageClient, extension: vscode.Uri) {
    this.#client = client;
    this.#extension = extension;
  }

  show(bot: BotNode, environment: Environment): void {
    const key = `${environment} ${bot.root}`;
    const known = this.#open.get(key);
    if (known) {
      known.reveal();
      return;
    }
    const name = bot.title ?? bot.id;
    const title =
      environment === 'live' ? vscode.l10n.t('{0} (LIVE)', name) : vscode.l10n.t('{0} (draft)', name);
    const panel = vscode.window.createWebviewPanel('botlane.chat', title, vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.#extension, 'dist'),
        vscode.Uri.joinPath(this.#extension, 'client', 'media'),
      ],
    });
    const chat = new ChatPanel(panel, { client: this.#client, extension: this.#extension }, bot, environment);
    this.#open.set(key, chat);
    panel.onDidDispose(() => {
      this.#open.delete(key);
      chat.dispose();
    });
  }

  dispose(): void {
    for (const chat of this.#open.values()) chat.dispose();
  }
}
