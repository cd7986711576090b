import * as vscode from 'vscode';
import type { WorkspaceState } from '../workspaceState';

/** What a click on the status bar item offers. */
export async function showActions(workspace: WorkspaceState): Promise<void> {
  const live = workspace.environment === 'live';
  const draftActions = [
    action('cloud-upload', vscode.l10n.t('Publish…'), 'botlane.publish'),
    action('open-preview', vscode.l10n.t('Preview Publish'), 'botlane.previewPublish'),
    action('mortar-board', vscode.l10n.t('Train NLP'), 'botlane.trainNlp'),
    action('broadcast', vscode.l10n.t('Switch to Live'), 'botlane.switchToLive'),
  ];
  const liveActions = [action('edit', vscode.l10n.t('Switch to Draft'), 'botlane.switchToDraft')];
  const picked = await vscode.window.showQuickPick(
    [
      ...(live ? liveActions : draftActions),
      action('comment', vscode.l10n.t('Test an Utterance…'), 'botlane.testUtterance'),
      action('versions', vscode.l10n.t('Show Versions'), 'botlane.versions.focus'),
    ],
    { placeHolder: vscode.l10n.t('What would you like to do?') },
  );
  if (picked) await vscode.commands.executeCommand(picked.command);
}

interface Action extends vscode.QuickPickItem {
  readonly command: string;
}

function action(icon: string, label: string, command: string): Action {
  return { label, iconPath: new vscode.ThemeIcon(icon), command };
}
