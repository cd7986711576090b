import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BotNode, Environment } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';
import { pageOptions } from '../webview/parts';
import { ChatPanel } from './panel';

/** The chats that are open: one per bot and environment. Two of one bot can be joined: what is said in one is said in both. */
export class ChatPanels implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #extension: vscode.Uri;
  readonly #open = new Map<string, ChatPanel>();

  constructor(client: LanguageClient, workspace: WorkspaceState, extension: vscode.Uri) {
    this.#client = client;
    this.#workspace = workspace;
    this.#extension = extension;
  }

  show(bot: BotNode, environment: Environment): void {
    this.#chat(bot, environment).reveal();
  }

  /** Draft and LIVE side by side, joined. The other one catches up with what was said in the draft. */
  showBoth(bot: BotNode): void {
    const draft = this.#chat(bot, 'draft');
    draft.reveal();
    if (!draft.isJoined) this.#join(bot, 'draft');
  }

  dispose(): void {
    for (const chat of this.#open.values()) chat.dispose();
  }

  #chat(bot: BotNode, environment: Environment): ChatPanel {
    const key = keyOf(bot, environment);
    const known = this.#open.get(key);
    if (known) return known;
    const name = bot.title ?? bot.id;
    const title =
      environment === 'live' ? vscode.l10n.t('{0} (LIVE)', name) : vscode.l10n.t('{0} (draft)', name);
    const panel = vscode.window.createWebviewPanel(
      'botlane.chat',
      title,
      vscode.ViewColumn.Beside,
      pageOptions(this.#extension),
    );
    const chat = new ChatPanel(
      panel,
      {
        client: this.#client,
        workspace: this.#workspace,
        extension: this.#extension,
        toggleJoined: () => this.#toggleJoined(bot, environment),
      },
      bot,
      environment,
    );
    this.#open.set(key, chat);
    panel.onDidDispose(() => {
      this.#open.delete(key);
      this.#part(bot);
      chat.dispose();
    });
    return chat;
  }

  #toggleJoined(bot: BotNode, environment: Environment): void {
    if (this.#open.get(keyOf(bot, environment))?.isJoined === true) this.#part(bot);
    else this.#join(bot, environment);
  }

  /** @param leading the chat whose conversation the other one catches up with */
  #join(bot: BotNode, leading: Environment): void {
    const one = this.#chat(bot, leading);
    const other = this.#chat(bot, leading === 'draft' ? 'live' : 'draft');
    one.join(other);
    other.join(one);
    void other.catchUp(one);
  }

  #part(bot: BotNode): void {
    for (const environment of ['draft', 'live'] as const) this.#open.get(keyOf(bot, environment))?.part();
  }
}

function keyOf({ root }: BotNode, environment: Environment): string {
  return `${environment} ${root}`;
}
