import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type ChatEvent,
  ChatRequest,
  type ChatTurnView,
  type Environment,
} from '../../../server/src/protocol';
import { ask } from '../requests';
import { pageHtml } from './html';
import { type PageMessage, type PanelMessage, readPageMessage, type Said } from './messages';
import { saveChat } from './saveChat';
import { pageWords } from './words';

interface Turn {
  readonly said?: Said;
  readonly turn: ChatTurnView;
}

/**
 * One chat with the draft or with LIVE. The conversation is kept here and the server answers from it, so that each message
 * meets the draft as it then stands, and a page that was hidden shows the conversation again.
 */
export class ChatPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #client: LanguageClient;
  readonly #bot: BotNode;
  readonly #environment: Environment;
  readonly #subscription: vscode.Disposable;
  #turns: Turn[] = [];
  #events: ChatEvent[] = [];
  /** One turn after the other: each begins with the session that the one before ended with. */
  #working: Promise<void> = Promise.resolve();

  constructor(
    panel: vscode.WebviewPanel,
    tools: { readonly client: LanguageClient; readonly extension: vscode.Uri },
    bot: BotNode,
    environment: Environment,
  ) {
    this.#panel = panel;
    this.#client = tools.client;
    this.#bot = bot;
    this.#environment = environment;
    const { webview } = panel;
    const file = (...path: readonly string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(tools.extension, ...path)).toString();
    this.#subscription = webview.onDidReceiveMessage((message: unknown) =>
      this.#obey(readPageMessage(message)),
    );
    webview.html = pageHtml(
      {
        language: vscode.env.language,
        nonce: randomBytes(16).toString('base64url'),
        source: webview.cspSource,
        script: file('dist', 'chat.js'),
        style: file('client', 'media', 'chat.css'),
      },
      pageWords(panel.title),
    );
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel.dispose();
  }

  #obey(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#show();
        break;
      case 'restart':
        this.#restart();
        break;
      case 'say':
        this.#happen({ type: 'message', text: message.text }, { who: 'user', text: message.text });
        break;
      case 'press':
        this.#happen({ type: 'press', button: message.button }, { who: 'user', text: message.label });
        break;
      case 'language':
        this.#happen({ type: 'language', language: message.language });
        break;
      case 'answer':
        this.#answer(message.effect, message.text);
        break;
      case 'fail':
        this.#happen(
          { type: 'failed', effect: message.effect, reason: vscode.l10n.t('it was made to fail') },
          { who: 'service', text: vscode.l10n.t('no answer') },
        );
        break;
      case 'save':
        void saveChat(this.#client, this.#bot, this.#turns.at(-1)?.turn.language ?? '', this.#events);
        break;
      case 'open':
        void this.#open(message.turn, message.line);
        break;
      case undefined:
        break;
    }
  }

  /** The page was made anew: it shows what was said so far, or the greeting. */
  #show(): void {
    this.#tell({ type: 'reset' });
    for (const { said, turn } of this.#turns) this.#tell({ type: 'turn', turn, ...(said && { said }) });
    if (this.#turns.length === 0) this.#happen({ type: 'start' });
  }

  #restart(): void {
    this.#turns = [];
    this.#events = [];
    this.#show();
  }

  #answer(effect: number, text: string): void {
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell({ type: 'failed', reason: vscode.l10n.t('This is no JSON: {0}', reason) });
      return;
    }
    this.#happen({ type: 'answer', effect, status: 200, body }, { who: 'service', text });
  }

  #happen(event: ChatEvent, said?: Said): void {
    this.#working = this.#working.then(() => this.#turn(event, said));
  }

  async #turn(event: ChatEvent, said: Said | undefined): Promise<void> {
    try {
      const outcome = await ask(this.#client, ChatRequest, {
        bot: this.#bot.root,
        environment: this.#environment,
        session: this.#turns.at(-1)?.turn.session ?? null,
        event,
      });
      if (outcome.kind === 'refused') {
        this.#tell({ type: 'failed', reason: outcome.reason });
        return;
      }
      const { turn } = outcome;
      this.#turns.push({ turn, ...(said && { said }) });
      this.#events.push(event);
      this.#tell({ type: 'turn', turn, ...(said && { said }) });
    } catch (error) {
      this.#tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async #open(turn: number, line: number): Promise<void> {
    const place = this.#turns[turn]?.turn.trace[line]?.place;
    if (!place) return;
    const { start, end } = place.range;
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
      viewColumn:
        this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
    });
  }

  #tell(message: PanelMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}
