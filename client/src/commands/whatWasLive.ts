import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { LiveAtRequest, ownTimeZone } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { ComparisonView } from '../views/comparison';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: What Was Live…`: the version that users talked to at a time, by the log of the live branch. */
export async function whatWasLive(
  client: LanguageClient,
  workspace: WorkspaceState,
  view: ComparisonView,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const zone = ownTimeZone();
  const locale = vscode.env.language;
  const at = await vscode.window.showInputBox({
    title: vscode.l10n.t('What was live of {0}?', bot.id),
    prompt: vscode.l10n.t('A date and a time in {0}, or with an offset.', zone),
    placeHolder: '2026-11-01T12:00',
    ignoreFocusOut: true,
    validateInput: async (value) => {
      if (value.trim() === '') return undefined;
      const outcome = await ask(client, LiveAtRequest, { bot: bot.root, at: value, zone, locale });
      return outcome.kind === 'refused'
        ? outcome.reason
        : { message: outcome.sentence, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  if (at === undefined || at.trim() === '') return;
  const outcome = await ask(client, LiveAtRequest, { bot: bot.root, at, zone, locale });
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return;
  }
  const { version } = outcome;
  const compare = vscode.l10n.t('Compare with LIVE');
  const answer = await vscode.window.showInformationMessage(
    outcome.sentence,
    ...(version === null ? [] : [compare]),
  );
  if (answer === compare && version !== null)
    await view.show({ bot, before: { kind: 'version', version }, after: { kind: 'live' } });
}
