import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, RestoreRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import { saveFilesOf } from '../unsaved';
import { pickVersion } from '../versionPick';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Restore Version to Draft…`: the files of a version in the place of the draft's, which are kept. */
export async function restoreVersion(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const version = await pickVersion(client, bot.root, argument, {
    placeHolder: vscode.l10n.t('Which version shall the draft be?'),
    none: vscode.l10n.t('There is no version to restore. Publish first.'),
  });
  if (!version) return;
  const confirm = vscode.l10n.t('Restore Version {0}', version.version);
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Restore version {0} of {1} to the draft?', version.version, bot.id),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The definition files of the draft become those of the version. What is there now is kept, and “Undo Restore” brings it back. LIVE stays as it is.',
      ),
    },
    confirm,
  );
  if (answer !== confirm || !(await saveFilesOf(bot.root))) return;
  await replaceDraft(client, workspace, bot, version.version);
}

/** `Bot: Undo Restore`: what the draft was before the last restore; done again, what was restored. */
export async function undoRestore(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot && (await saveFilesOf(bot.root))) await replaceDraft(client, workspace, bot, null);
}

async function replaceDraft(
  client: LanguageClient,
  workspace: WorkspaceState,
  bot: BotNode,
  version: number | null,
  force = false,
): Promise<void> {
  const outcome = await ask(client, RestoreRequest, { bot: bot.root, version, force });
  await workspace.refresh();
  switch (outcome.kind) {
    case 'restored': {
      const undo = vscode.l10n.t('Undo Restore');
      const answer = await vscode.window.showInformationMessage(
        version === null
          ? vscode.l10n.t('The draft of {0} is what it was before.', bot.id)
          : vscode.l10n.t('The draft of {0} is version {1}.', bot.id, version),
        ...(outcome.canUndo && version !== null ? [undo] : []),
      );
      if (answer === undo) await undoRestore(client, workspace, { botRoot: bot.root });
      return;
    }
    case 'unsaved-work': {
      const confirm = vscode.l10n.t('Restore Anyway');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('The draft holds work that is in no version and no commit.'),
        {
          modal: true,
          detail: vscode.l10n.t(
            'It will be kept, and “Undo Restore” brings it back. Files:\n{0}',
            outcome.files.join('\n'),
          ),
        },
        confirm,
      );
      if (answer === confirm) await replaceDraft(client, workspace, bot, version, true);
      return;
    }
    case 'refused':
      void vscode.window.showErrorMessage(vscode.l10n.t('The draft stays as it is. {0}', outcome.reason));
  }
}
