import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FlowGraphBox, type FlowGraphParams, FlowGraphRequest } from '../../../server/src/protocol';
import { askAgain } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { pageOptions, pagePartsOf } from '../webview/parts';
import { exportGraph } from './exportGraph';
import { pageHtml } from './html';
import { type PageMessage, type PanelMessage, readPageMessage } from './messages';
import { pageWords } from './words';

/** One panel: it asks the server for the picture, and leads from boxes to the source and back. */
export class FlowGraphPanel implements vscode.Disposable {
  /** Without the page, which changes. */
  readonly subject: FlowGraphParams;
  readonly #panel: vscode.WebviewPanel;
  readonly #client: LanguageClient;
  readonly #subscriptions: vscode.Disposable[] = [];
  #boxes: ReadonlyMap<string, FlowGraphBox> = new Map();
  #asking: vscode.CancellationTokenSource | undefined;
  #revealed: string | undefined;
  /** Which flows of a large bot are shown, as a number of the server's. */
  #page: number;

  constructor(
    panel: vscode.WebviewPanel,
    subject: FlowGraphParams,
    tools: {
      readonly client: LanguageClient;
      readonly workspace: WorkspaceState;
      readonly extension: vscode.Uri;
    },
  ) {
    this.#panel = panel;
    const { page = 0, ...whole } = subject;
    this.subject = whole;
    this.#page = page;
    this.#client = tools.client;
    const { webview } = panel;
    webview.options = pageOptions(tools.extension);
    panel.title = titleOf(subject, tools.workspace);
    this.#subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.#obey(readPageMessage(message))),
      tools.workspace.onDidChange(() => {
        // A page that is hidden is made anew when it is shown, and asks then.
        if (panel.visible) void this.#refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#follow(editor)),
    );
    webview.html = pageHtml(pagePartsOf(webview, tools.extension, 'flowGraph'), pageWords(panel.title));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#asking?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  #obey(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#revealed = undefined;
        void this.#refresh();
        break;
      case 'open':
        void this.#open(message.id);
        break;
      case 'export':
        void exportGraph(this.#client, this.#shown, this.#panel.title);
        break;
      case 'turn':
        this.#page = Math.max(0, this.#page + message.by);
        void this.#refresh();
        break;
      case undefined:
        break;
    }
  }

  get #shown(): FlowGraphParams {
    return this.#page === 0 ? this.subject : { ...this.subject, page: this.#page };
  }

  /** Asks for the picture as it is now. A later call takes the place of one that is under way. */
  async #refresh(): Promise<void> {
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    try {
      const answer = await askAgain(this.#client, FlowGraphRequest, this.#shown, asking.token);
      if (this.#asking !== asking) return;
      if (answer.kind === 'refused') this.#tell({ type: 'failed', reason: answer.reason });
      if (answer.kind !== 'drawn') return;
      this.#boxes = new Map(answer.graph.boxes.map((box) => [box.id, box]));
      // There may be fewer than there were.
      this.#page = answer.graph.page?.number ?? 0;
      this.#tell({ type: 'graph', subject: this.#shown, graph: answer.graph });
      for (const editor of vscode.window.visibleTextEditors) this.#follow(editor);
    } catch {
      // The request was cancelled, or the server stopped: when it is back, the workspace changes once more.
    } finally {
      asking.dispose();
    }
  }

  async #open(id: string): Promise<void> {
    const source = this.#boxes.get(id)?.source;
    if (!source) return;
    // The cursor will stand in this box: it needs no telling.
    this.#revealed = id;
    const isFirst = this.#panel.viewColumn === vscode.ViewColumn.One;
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(source.uri), {
        selection: toRange(source.range),
        viewColumn: isFirst ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
      });
    } catch (error) {
      // The file may be gone since the picture was drawn.
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showWarningMessage(vscode.l10n.t('The source cannot be shown: {0}', reason));
    }
  }

  /** Shows the box in whose definition the cursor stands: the innermost, and each only once. */
  #follow(editor: vscode.TextEditor): void {
    const uri = editor.document.uri.toString();
    const position = editor.selection.active;
    let best: { readonly id: string; readonly range: vscode.Range } | undefined;
    for (const { id, source } of this.#boxes.values()) {
      if (source?.uri !== uri) continue;
      const range = toRange(source.extent);
      if (range.contains(position) && (!best || (best.range.contains(range) && !best.range.isEqual(range)))) {
        best = { id, range };
      }
    }
    if (!best || best.id === this.#revealed) return;
    this.#revealed = best.id;
    this.#tell({ type: 'reveal', id: best.id });
  }

  #tell(message: PanelMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function titleOf({ bot, environment, flow }: FlowGraphParams, workspace: WorkspaceState): string {
  const id = workspace.state(bot)?.id ?? vscode.Uri.parse(bot).path.split('/').at(-1) ?? '';
  const title =
    flow === undefined
      ? vscode.l10n.t('Flow graph: {0}', id)
      : vscode.l10n.t('Flow graph: {0}/{1}', id, flow);
  return environment === 'live' ? `${title} (LIVE)` : title;
}

function toRange({ start, end }: NonNullable<FlowGraphBox['source']>['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
