import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, PlanRequest, type PlanView, type ReleaseKind } from '../../../server/src/protocol';
import { ask } from '../requests';

/** Asks for a plan; a refusal (no repository, no trust, no git) is shown and gives undefined. */
export async function planOf(
  client: LanguageClient,
  bot: BotNode,
  release: ReleaseKind,
  overwriteLive = false,
): Promise<PlanView | undefined> {
  const outcome = await ask(client, PlanRequest, { bot: bot.root, release, overwriteLive });
  if (outcome.kind === 'planned') return outcome.plan;
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be published. {1}', bot.id, outcome.reason));
  return undefined;
}

/** Asks which kind of publish, saying for each whether it is possible and, if not, why. */
export async function pickKind(client: LanguageClient, bot: BotNode): Promise<PlanView | undefined> {
  const [full, nlp] = await Promise.all([planOf(client, bot, 'full'), planOf(client, bot, 'nlp')]);
  if (!full || !nlp) return undefined;
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Full bot'), ...describe(full), plan: full },
      { label: vscode.l10n.t('NLP only'), ...describe(nlp), plan: nlp },
    ],
    { placeHolder: vscode.l10n.t('What of {0} shall be published?', bot.id) },
  );
  return picked?.plan;
}

function describe(plan: PlanView): { description: string; detail: string } {
  const blocking = plan.gates.filter(({ outcome }) => outcome === 'block');
  return {
    description: plan.possible
      ? vscode.l10n.t('possible, becomes version {0}', plan.nextVersion)
      : vscode.l10n.t('not possible now'),
    detail: plan.possible ? plan.notes.replaceAll('\n', ' ') : blocking.map(({ reason }) => reason).join(' '),
  };
}
