import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, type ChatEvent, ChatRequest, type Environment } from '../../../server/src/protocol';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { pagePartsOf } from '../webview/parts';
import { Conversation } from './conversation';
import { pageHtml } from './html';
import { type PageMessage, type PanelMessage, readPageMessage, type Said } from './messages';
import { saveChat } from './saveChat';
import { pageWords } from './words';

interface Tools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
  readonly extension: vscode.Uri;
  /** The person wants draft and LIVE side by side, or no longer. */
  readonly toggleJoined: () => void;
}

/**
 * One chat with the draft or with LIVE. The conversation is kept here and the server answers from it, so that each message
 * meets the draft as it then stands, and a page that was hidden shows the conversation again.
 */
export class ChatPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #tools: Tools;
  readonly #bot: BotNode;
  readonly #environment: Environment;
  readonly #subscriptions: readonly vscode.Disposable[];
  #conversation = this.#begin();
  /** The chat with the other environment: what is said here is said there, too. */
  #other: ChatPanel | undefined;

  constructor(panel: vscode.WebviewPanel, tools: Tools, bot: BotNode, environment: Environment) {
    this.#panel = panel;
    this.#tools = tools;
    this.#bot = bot;
    this.#environment = environment;
    const { webview } = panel;
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => this.#obey(readPageMessage(message))),
      tools.workspace.onDidChange(() => this.#tellChange()),
    ];
    webview.html = pageHtml(
      pagePartsOf(webview, tools.extension, 'chat'),
      pageWords(panel.title, environment),
    );
  }

  get isJoined(): boolean {
    return this.#other !== undefined;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** From now on what is said here is said in `other`, too. */
  join(other: ChatPanel): void {
    this.#other = other;
    this.#tell({ type: 'joined', joined: true });
  }

  part(): void {
    this.#other = undefined;
    this.#tell({ type: 'joined', joined: false });
  }

  /** What happened in the chat that this one is joined to. */
  follow(event: ChatEvent, said: Said | undefined): void {
    this.#conversation.follow(event, said);
  }

  restart(): void {
    this.#conversation = this.#begin();
    this.#show();
  }

  /**
   * Begins anew and says what was said in `other`, so that both stand at the same point. A turn that is under way there is
   * waited for.
   */
  async catchUp(other: ChatPanel): Promise<void> {
    let leading: Conversation;
    do {
      leading = other.#conversation;
      await leading.settled();
    } while (leading !== other.#conversation);
    if (this.#other !== other) return;
    const { events, turns } = leading;
    this.#conversation = this.#begin();
    for (const [index, event] of events.entries()) this.#conversation.follow(event, turns[index]?.said);
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  #obey(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#show();
        break;
      case 'restart':
        this.restart();
        this.#other?.restart();
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
      case 'join':
        this.#tools.toggleJoined();
        break;
      case 'save': {
        const { turns, events } = this.#conversation;
        void saveChat(this.#tools.client, this.#bot, turns.at(-1)?.turn.language ?? '', events);
        break;
      }
      case 'open':
        void this.#open(message.turn, message.line);
        break;
      case undefined:
        break;
    }
  }

  #begin(): Conversation {
    const isShown = (): boolean => this.#conversation === conversation;
    const conversation: Conversation = new Conversation({
      answer: (session, event) =>
        ask(this.#tools.client, ChatRequest, {
          bot: this.#bot.root,
          environment: this.#environment,
          session,
          event,
        }),
      onTurn: (turn) => {
        if (isShown()) this.#tell({ type: 'turn', ...turn });
      },
      onFailure: (reason) => {
        if (isShown()) this.#tell({ type: 'failed', reason });
      },
    });
    return conversation;
  }

  /** The page begins anew: it shows what was said so far, or the greeting. */
  #show(): void {
    this.#tell({ type: 'reset' });
    this.#tell({ type: 'joined', joined: this.isJoined });
    for (const turn of this.#conversation.turns) this.#tell({ type: 'turn', ...turn });
    this.#tellChange();
    if (this.#conversation.isEmpty) this.#conversation.happen({ type: 'start' });
  }

  /** Says so when the next turn runs on another bot than the last one. The page shows it once. */
  #tellChange(): void {
    const last = this.#conversation.turns.at(-1)?.turn.revision;
    const state = this.#tools.workspace.state(this.#bot.root);
    if (last === undefined || !state) return;
    const live = state.live.kind === 'known' ? state.live.version : last;
    // The state may still be of an earlier draft than the one that answered.
    const changed = this.#environment === 'draft' ? state.revision > last : live !== last;
    if (changed) this.#tell({ type: 'changed' });
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
    this.#conversation.happen(event, said);
    this.#other?.follow(event, said);
  }

  async #open(turn: number, line: number): Promise<void> {
    const place = this.#conversation.turns[turn]?.turn.trace[line]?.place;
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
