import * as vscode from 'vscode';
import type { BotState } from '../../server/src/protocol';
import { driftSource } from './views/versionItems';
import type { WorkspaceState } from './workspaceState';

/** Says once for each version that LIVE holds what the draft lacks; view, status bar and gate go on saying it. */
export function registerDriftAlarm(context: vscode.ExtensionContext, workspace: WorkspaceState): void {
  const told = new Map<string, number>();
  context.subscriptions.push(
    workspace.onDidChange(() => {
      for (const { root, id, drift } of workspace.states) {
        if (!drift || told.get(root) === drift.version) continue;
        told.set(root, drift.version);
        void alarm(root, id, drift);
      }
    }),
  );
}

async function alarm(root: string, id: string, drift: NonNullable<BotState['drift']>): Promise<void> {
  const take = vscode.l10n.t('Take into Draft');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('LIVE of {0} has changes that the draft lacks: {1}.', id, driftSource(drift)),
    take,
  );
  if (answer === take) await vscode.commands.executeCommand('botlane.takeIntoDraft', { botRoot: root });
}
