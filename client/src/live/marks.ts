import * as vscode from 'vscode';
import { LANGUAGE_ID, LIVE_SCHEME } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';

/** Says on every live tab, and on the first line of every live document, that it is LIVE. */
export function registerLiveMarks(context: vscode.ExtensionContext, workspace: WorkspaceState): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    workspace.onDidChange(({ live }) => {
      if (live) changed.fire();
    }),
    vscode.window.registerFileDecorationProvider({ provideFileDecoration: decorationOf }),
    vscode.languages.registerCodeLensProvider(
      { scheme: LIVE_SCHEME, language: LANGUAGE_ID },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) => lensesOf(document, workspace),
      },
    ),
  );
}

function decorationOf(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== LIVE_SCHEME) return undefined;
  return new vscode.FileDecoration(
    'L',
    vscode.l10n.t('LIVE: users are talking to this.'),
    new vscode.ThemeColor('errorForeground'),
  );
}

function lensesOf(document: vscode.TextDocument, workspace: WorkspaceState): vscode.CodeLens[] {
  const id = document.uri.path.split('/')[1];
  const bot = workspace.bots.find((known) => known.id === id);
  const live = bot && workspace.state(bot.root)?.live;
  const top = new vscode.Range(0, 0, 0, 0);
  const title =
    live?.kind === 'known'
      ? vscode.l10n.t(
          'LIVE, version {0} of {1}: users are talking to this, and it cannot be changed here',
          live.version,
          id ?? '',
        )
      : vscode.l10n.t('LIVE: users are talking to this, and it cannot be changed here');
  return [
    new vscode.CodeLens(top, { title, command: '' }),
    new vscode.CodeLens(top, {
      title: vscode.l10n.t('Switch to Draft'),
      command: 'botlane.switchToDraft',
    }),
  ];
}
