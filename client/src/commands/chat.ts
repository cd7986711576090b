import type { Environment } from '../../../server/src/protocol';
import type { ChatPanels } from '../chat/panels';
import { pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Chat with Draft and Live`, side by side. */
export async function chatWithBoth(
  chats: ChatPanels,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot) chats.showBoth(bot);
}

/** `Bot: Chat with Draft` and `Bot: Chat with Live`. */
export async function chat(
  chats: ChatPanels,
  workspace: WorkspaceState,
  environment: Environment,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (bot) chats.show(bot, environment);
}
