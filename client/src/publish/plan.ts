import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type PlanParams,
  PlanRequest,
  type PlanView,
  type ReleaseKind,
} from '../../../server/src/protocol';
import { withServerProgress } from '../progress';
import { ask } from '../requests';

type Options = Omit<PlanParams, 'bot' | 'release' | 'workDoneToken'>;

/**
 * Asks for a plan, with progress that can be cancelled: measuring the NLP may take long. A refusal (no repository, no trust,
 * no git) is shown and gives undefined.
 */
export async function planOf(
  client: LanguageClient,
  bot: BotNode,
  release: ReleaseKind,
  options: Options = {},
): Promise<PlanView | undefined> {
  const [plan] = await plansOf(client, bot, [release], options);
  return plan;
}

/** The same of several kinds, under one progress. Undefined stands for each that was refused or cancelled. */
export async function plansOf(
  client: LanguageClient,
  bot: BotNode,
  releases: readonly ReleaseKind[],
  options: Options = {},
): Promise<readonly (PlanView | undefined)[]> {
  const outcomes = await withServerProgress(
    client,
    vscode.l10n.t('Checking whether {0} can be published', bot.id),
    (workDoneToken, cancel) =>
      Promise.all(
        releases.map((release) =>
          ask(client, PlanRequest, { bot: bot.root, release, ...options, workDoneToken }, cancel),
        ),
      ),
  );
  const refusals = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : []));
  for (const reason of new Set(refusals)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be published. {1}', bot.id, reason));
  }
  return outcomes.map((outcome) => (outcome.kind === 'planned' ? outcome.plan : undefined));
}
