import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FlowGraphParams } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';
import { pageOptions } from '../webview/parts';
import { readSubject } from './messages';
import { FlowGraphPanel } from './panel';

const VIEW_TYPE = 'botlane.flowGraph';

/** The panels of the window, one for each graph; those of the last window come back with it. */
export class FlowGraphPanels implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #extension: vscode.Uri;
  readonly #panels = new Map<string, FlowGraphPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(client: LanguageClient, workspace: WorkspaceState, extension: vscode.Uri) {
    this.#client = client;
    this.#workspace = workspace;
    this.#extension = extension;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        const subject = readSubject(state);
        if (subject) this.#adopt(panel, subject);
        else panel.dispose();
        return Promise.resolve();
      },
    });
  }

  show(subject: FlowGraphParams): void {
    const known = this.#panels.get(keyOf(subject));
    if (known) {
      known.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn: vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active },
      pageOptions(this.#extension),
    );
    this.#adopt(panel, subject);
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, subject: FlowGraphParams): void {
    const tools = { client: this.#client, workspace: this.#workspace, extension: this.#extension };
    const own = new FlowGraphPanel(panel, subject, tools);
    const key = keyOf(subject);
    this.#panels.set(key, own);
    panel.onDidDispose(() => {
      if (this.#panels.get(key) === own) this.#panels.delete(key);
      own.dispose();
    });
  }
}

function keyOf({ bot, environment, flow }: FlowGraphParams): string {
  return JSON.stringify([bot, environment, flow]);
}
