import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';
import { idsOf } from './testTree';

/** `Run Test` above each conversation test. */
export function registerTestLenses(context: vscode.ExtensionContext, workspace: WorkspaceState): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    workspace.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { scheme: 'file', language: LANGUAGE_ID, pattern: '**/*.bottest.yaml' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: ({ uri }) => lensesOf(workspace, uri),
      },
    ),
  );
}

function lensesOf(workspace: WorkspaceState, uri: vscode.Uri): vscode.CodeLens[] {
  if (workspace.environment === 'live') return [];
  const address = uri.toString();
  return workspace.bots.flatMap(({ root, tests }) =>
    idsOf(tests.filter((test) => vscode.Uri.parse(test.uri).toString() === address)).map(
      ({ id, range: { start, end } }) =>
        new vscode.CodeLens(new vscode.Range(start.line, start.character, end.line, end.character), {
          title: vscode.l10n.t('Run Test'),
          command: 'botlane.runConversationTests',
          arguments: [{ botRoot: root, test: id }],
        }),
    ),
  );
}
