import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { TakeRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import { saveFilesOf } from '../unsaved';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Take into Draft`: merges what LIVE holds into the working files, and opens what is left to settle. */
export async function takeIntoDraft(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  // The merge works on what is on disk: an unsaved file would overwrite it afterwards.
  if (!bot || !(await saveFilesOf(bot.root))) return;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Taking LIVE of {0} into the draft', bot.id),
    (_token, cancel) => ask(client, TakeRequest, { bot: bot.root }, cancel),
  );
  await workspace.refresh();
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(vscode.l10n.t('The draft stays as it is. {0}', outcome.reason));
  }
  if (outcome.kind !== 'taken') return;
  const { version, conflicts } = outcome;
  if (conflicts.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Version {0} is in the draft now.', version));
    return;
  }
  const root = vscode.Uri.parse(bot.root);
  for (const path of conflicts) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path), { preview: false }).then(
      undefined,
      () => undefined, // one side deleted it
    );
  }
  void vscode.window.showWarningMessage(
    conflicts.length === 1
      ? vscode.l10n.t(
          'Version {0} is in the draft, with a conflict to settle in {1}.',
          version,
          conflicts[0] ?? '',
        )
      : vscode.l10n.t(
          'Version {0} is in the draft, with conflicts to settle in {1} files.',
          version,
          conflicts.length,
        ),
  );
}
