import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { AbandonHotfixRequest, StartHotfixRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Hotfix Live…`: LIVE's files in a window of their own, where publishing mends LIVE without the draft. */
export async function hotfixLive(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const confirm = vscode.l10n.t('Hotfix {0}', bot.id);
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Mend LIVE of {0} itself?', bot.id),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Usually it is better to change the draft and to publish it. A hotfix opens LIVE’s files in a window of their own; publishing there passes all gates and changes what users talk to at once. Every draft then says that it lacks the hotfix.',
      ),
    },
    confirm,
  );
  if (answer !== confirm) return;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Getting LIVE of {0}', bot.id),
    (_token, cancel) => ask(client, StartHotfixRequest, { bot: bot.root }, cancel),
  );
  if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
  if (outcome.kind !== 'started') return;
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.parse(outcome.hotfix.folder), {
    forceNewWindow: true,
  });
}

/** `Bot: Abandon Hotfix…`: removes LIVE's files again; what was changed in them only after it was said to be lost. */
export async function abandonHotfix(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const first = await ask(client, AbandonHotfixRequest, { bot: bot.root, discard: false });
  let outcome = first;
  if (first.kind === 'changed') {
    const discard = vscode.l10n.t('Discard');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Give up the hotfix of {0}?', bot.id),
      { modal: true, detail: first.reason },
      discard,
    );
    if (answer !== discard) return;
    outcome = await ask(client, AbandonHotfixRequest, { bot: bot.root, discard: true });
  }
  await workspace.refresh();
  if (outcome.kind === 'abandoned') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The hotfix of {0} is gone. LIVE is as it is.', bot.id),
    );
  } else void vscode.window.showErrorMessage(outcome.reason);
}
