import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, FlowChoicesRequest, type PlanView } from '../../../server/src/protocol';
import { ask } from '../requests';
import { planOf } from './plan';

/** Asks which of the flows that differ from LIVE, saying of each what changed; flows that share a file go together. */
export async function planOfFlows(client: LanguageClient, bot: BotNode): Promise<PlanView | undefined> {
  const outcome = await ask(client, FlowChoicesRequest, { bot: bot.root });
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be published. {1}', bot.id, outcome.reason),
    );
    return undefined;
  }
  if (outcome.choices.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No flow of {0} differs from what is live.', bot.id),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    outcome.choices.map(({ flows, changes }) => ({
      label: flows.join(', '),
      detail: changes
        .map(({ title, detail }) => (detail === '' ? title : `${title} (${detail})`))
        .join(' · '),
      flows,
    })),
    {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Which flows of {0} shall be published?', bot.id),
      matchOnDetail: true,
    },
  );
  const flows = picked?.flatMap((choice) => choice.flows) ?? [];
  return flows.length === 0 ? undefined : planOf(client, bot, 'flows', { flows });
}
