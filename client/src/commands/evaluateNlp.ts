import type { EvaluationPanels } from '../evaluation/panels';
import { pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Evaluate NLP…`. */
export async function evaluateNlp(
  panels: EvaluationPanels,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot) await panels.show(bot);
}
