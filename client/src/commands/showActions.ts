import * as vscode from 'vscode';
import type { WorkspaceState } from '../workspaceState';

/** What a click on the status bar item offers. */
export async function showActions(workspace: WorkspaceState): Promise<void> {
  const live = workspace.environment === 'live';
  const draftActions = [
    { label: `$(cloud-upload) ${vscode.l10n.t('Publish…')}`, command: 'botlane.publish' },
    { label: `$(open-preview) ${vscode.l10n.t('Preview Publish')}`, command: 'botlane.previewPublish' },
    { label: `$(mortar-board) ${vscode.l10n.t('Train NLP')}`, command: 'botlane.trainNlp' },
    { label: `$(broadcast) ${vscode.l10n.t('Switch to Live')}`, command: 'botlane.switchToLive' },
  ];
  const liveActions = [
    { label: `$(edit) ${vscode.l10n.t('Switch to Draft')}`, command: 'botlane.switchToDraft' },
  ];
  const picked = await vscode.window.showQuickPick(
    [
      ...(live ? liveActions : draftActions),
      { label: `$(comment) ${vscode.l10n.t('Test an Utterance…')}`, command: 'botlane.testUtterance' },
      { label: `$(versions) ${vscode.l10n.t('Show Versions')}`, command: 'botlane.versions.focus' },
    ],
    { placeHolder: vscode.l10n.t('What would you like to do?') },
  );
  if (picked) await vscode.commands.executeCommand(picked.command);
}
