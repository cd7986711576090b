import * as vscode from 'vscode';
import { type BotNode, LIVE_SCHEME } from '../../server/src/protocol';
import type { WorkspaceState } from './workspaceState';

/** A tree node that stands for a bot or for something in it. */
export interface OfBot {
  readonly botRoot: string;
}

/**
 * The bot that a command is about: that of the tree node it was called on, the only one, that of the active editor; else
 * the user is asked. Undefined when there is none or the user declined.
 */
export async function pickBot(workspace: WorkspaceState, argument: unknown): Promise<BotNode | undefined> {
  const { bots } = workspace;
  if (isOfBot(argument)) return bots.find(({ root }) => root === argument.botRoot);
  if (bots.length <= 1) return bots[0];
  const active = activeBot(workspace);
  if (active) return active;
  const picked = await vscode.window.showQuickPick(
    bots.map((bot) => ({
      label: bot.id,
      description: bot.title ?? '',
      // Two bots can have one name by mistake; their folders tell them apart.
      detail: vscode.workspace.asRelativePath(vscode.Uri.parse(bot.root)),
      bot,
    })),
    { placeHolder: vscode.l10n.t('Which bot?') },
  );
  return picked?.bot;
}

/** The bot to which the active editor's file belongs. */
export function activeBot(workspace: WorkspaceState): BotNode | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri) return undefined;
  if (uri.scheme === LIVE_SCHEME) {
    const id = uri.path.split('/')[1];
    return workspace.bots.find((bot) => bot.id === id);
  }
  return botOf(workspace, uri);
}

/** The bot to which a file of the workspace belongs: the one in the nearest folder above it. */
export function botOf({ bots }: WorkspaceState, file: vscode.Uri): BotNode | undefined {
  const address = file.toString();
  return bots
    .filter(({ root }) => address.startsWith(`${vscode.Uri.parse(root).toString()}/`))
    .reduce<BotNode | undefined>(
      (best, bot) => (best && best.root.length > bot.root.length ? best : bot),
      undefined,
    );
}

function isOfBot(argument: unknown): argument is OfBot {
  return typeof argument === 'object' && argument !== null && 'botRoot' in argument;
}
