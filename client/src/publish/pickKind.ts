import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BotNode, PlanView } from '../../../server/src/protocol';
import { planOfFlows } from './flows';
import { plansOf } from './plan';

/** Asks which kind of publish, saying for each whether it is possible and, if not, why. */
export async function pickKind(client: LanguageClient, bot: BotNode): Promise<PlanView | undefined> {
  const [full, nlp] = await plansOf(client, bot, ['full', 'nlp']);
  if (!full || !nlp) return undefined;
  const flows = {
    label: vscode.l10n.t('Selected flows…'),
    description: vscode.l10n.t('some flows; everything else stays as it is in LIVE'),
    plan: undefined,
  };
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Full bot'), ...describe(full), plan: full },
      { label: vscode.l10n.t('NLP only'), ...describe(nlp), plan: nlp },
      ...(full.liveCommit === null ? [] : [flows]),
    ],
    { placeHolder: vscode.l10n.t('What of {0} shall be published?', bot.id) },
  );
  if (!picked) return undefined;
  return picked.plan ?? planOfFlows(client, bot);
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
