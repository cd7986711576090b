import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ExportVersionRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import { pickVersion } from '../versionPick';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Export Version…`: a version as a zip file, where the user says. */
export async function exportVersion(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const version = await pickVersion(client, bot.root, argument, {
    placeHolder: vscode.l10n.t('Which version shall be exported?'),
    none: vscode.l10n.t('There is no version to export. Publish first.'),
  });
  if (!version) return;
  const outcome = await ask(client, ExportVersionRequest, { bot: bot.root, version: version.version });
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return;
  }
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(bot.root))?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, outcome.name) }),
    filters: { [vscode.l10n.t('Zip files')]: ['zip'] },
    title: vscode.l10n.t('Export version {0} of {1}', version.version, bot.id),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, Buffer.from(outcome.content, 'base64'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be written: {1}', target.fsPath, reason));
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Version {0} of {1} is in {2}.', version.version, bot.id, target.fsPath),
  );
}
