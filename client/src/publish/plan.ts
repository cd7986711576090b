import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type PlanParams,
  PlanRequest,
  type PlanView,
  type ReleaseKind,
} from '../../../server/src/protocol';
import { ask } from '../requests';

/** Asks for a plan; a refusal (no repository, no trust, no git) is shown and gives undefined. */
export async function planOf(
  client: LanguageClient,
  bot: BotNode,
  release: ReleaseKind,
  options: Omit<PlanParams, 'bot' | 'release'> = {},
): Promise<PlanView | undefined> {
  const outcome = await ask(client, PlanRequest, { bot: bot.root, release, ...options });
  if (outcome.kind === 'planned') return outcome.plan;
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be published. {1}', bot.id, outcome.reason));
  return undefined;
}
