import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { InitializeRepositoryRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Initialize Repository`: `git init`, on the user's word only. */
export async function initializeRepository(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const outcome = await ask(client, InitializeRepositoryRequest, { bot: bot.root });
  await workspace.refresh();
  if (outcome.kind === 'initialized') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} is a git repository now. Versions can be published.',
        vscode.Uri.parse(outcome.folder).fsPath,
      ),
    );
  } else {
    void vscode.window.showErrorMessage(outcome.reason);
  }
}
