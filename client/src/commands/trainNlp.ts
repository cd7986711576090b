import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { TrainRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import { saveFilesOf } from '../unsaved';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Train NLP`. */
export async function trainNlp(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot || !(await saveFilesOf(bot.root))) return;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Training {0}', bot.id),
    (workDoneToken, cancel) => ask(client, TrainRequest, { bot: bot.root, workDoneToken }, cancel),
  );
  await workspace.refresh();
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be trained. {1}', bot.id, outcome.reasons.join(' ')),
    );
    return;
  }
  const languages = outcome.models.map(({ language }) => language).join(', ');
  void vscode.window.showInformationMessage(
    outcome.models.every(({ reused }) => reused)
      ? vscode.l10n.t('The NLP of {0} was trained already ({1}).', bot.id, languages)
      : vscode.l10n.t('The NLP of {0} is trained ({1}).', bot.id, languages),
  );
}
