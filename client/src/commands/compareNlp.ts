import type { NlpComparisonView } from '../compareNlp/view';
import { pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Compare Draft and Live NLP`. */
export async function compareNlp(
  view: NlpComparisonView,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot) await view.show(bot);
}
