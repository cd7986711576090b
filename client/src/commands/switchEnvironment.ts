import * as vscode from 'vscode';
import type { BotNode } from '../../../server/src/protocol';
import { closeLiveTabs, counterpart, openIfThere } from '../live/tabs';
import { activeBot } from '../pickBot';
import { liveSentence } from '../status';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Switch to Live`: shows LIVE's files, starting with the one that corresponds to the active editor. */
export async function switchToLive(workspace: WorkspaceState): Promise<void> {
  const draft = activeBot(workspace) ?? workspace.bots[0];
  const state = draft && workspace.state(draft.root);
  if (!draft || !state) return;
  if (state.live.kind !== 'known') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no LIVE to show. {0}', liveSentence(state)),
    );
    return;
  }
  const active = vscode.window.activeTextEditor;
  await workspace.setEnvironment('live');
  if (active && (await openCounterpart(active, draft))) return;
  const live = workspace.bots.find(({ root }) => root === draft.root);
  if (live) await openIfThere(vscode.Uri.parse(live.uri));
}

/** `Bot: Switch to Draft`: back to the working files, with the live tabs closed. */
export async function switchToDraft(workspace: WorkspaceState): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const bot = activeBot(workspace);
  await workspace.setEnvironment('draft');
  await closeLiveTabs();
  if (active && bot) await openCounterpart(active, bot);
}

/** Opens the same file of the other environment, at the same place. */
async function openCounterpart(editor: vscode.TextEditor, bot: BotNode): Promise<boolean> {
  const other = counterpart(editor.document.uri, bot);
  return other !== undefined && openIfThere(other, editor.selection);
}
