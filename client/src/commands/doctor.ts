import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type AilmentView, type BotNode, ExamineRequest, MendRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Doctor`: what is wrong with the versions of a bot. Mends one thing at a time, after it was said. */
export async function examineBot(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot) await examine(client, workspace, bot);
}

async function examine(client: LanguageClient, workspace: WorkspaceState, bot: BotNode): Promise<void> {
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Examining the versions of {0}', bot.id),
    (_token, cancel) => ask(client, ExamineRequest, { bot: bot.root }, cancel),
  );
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return;
  }
  if (outcome.ailments.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is wrong with the versions of {0}.', bot.id),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(
    outcome.ailments.map((ailment) => ({
      label: ailment.what,
      detail: [ailment.why, ailment.mend ?? ''].filter(Boolean).join(' '),
      iconPath: new vscode.ThemeIcon(ailment.mend === undefined ? 'warning' : 'wrench'),
      ailment,
    })),
    { placeHolder: vscode.l10n.t('Pick what shall be mended'), matchOnDetail: true },
  );
  if (picked && (await mend(client, workspace, bot, picked.ailment))) await examine(client, workspace, bot);
}

async function mend(
  client: LanguageClient,
  workspace: WorkspaceState,
  bot: BotNode,
  { id, what, why, mend: how }: AilmentView,
): Promise<boolean> {
  if (how === undefined) {
    await vscode.window.showInformationMessage(what, { modal: true, detail: why });
    return false;
  }
  const confirm = vscode.l10n.t('Mend');
  const detail = [why, how].filter(Boolean).join('\n\n');
  const answer = await vscode.window.showWarningMessage(what, { modal: true, detail }, confirm);
  if (answer !== confirm) return false;
  const outcome = await ask(client, MendRequest, { bot: bot.root, ailment: id });
  await workspace.refresh();
  if (outcome.kind === 'mended') return true;
  void vscode.window.showErrorMessage(outcome.reason);
  return false;
}
