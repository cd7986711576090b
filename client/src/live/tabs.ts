import * as vscode from 'vscode';
import { type BotNode, LIVE_SCHEME } from '../../../server/src/protocol';

/** Address of the other environment's file with the same path; undefined for a file of another bot. */
export function counterpart(uri: vscode.Uri, bot: BotNode): vscode.Uri | undefined {
  const root = vscode.Uri.parse(bot.root);
  if (uri.scheme === LIVE_SCHEME) {
    const path = uri.path.split('/').slice(2).join('/');
    return vscode.Uri.joinPath(root, path);
  }
  if (!uri.toString().startsWith(`${bot.root}/`)) return undefined;
  return vscode.Uri.from({ scheme: LIVE_SCHEME, path: `/${bot.id}${uri.path.slice(root.path.length)}` });
}

/** Closes every tab that shows a live file. They are read-only: nothing can be lost. */
export async function closeLiveTabs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === LIVE_SCHEME);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

/** Opens a document if it is there. */
export async function openIfThere(uri: vscode.Uri, selection?: vscode.Range): Promise<boolean> {
  try {
    await vscode.window.showTextDocument(uri, { preview: false, ...(selection && { selection }) });
    return true;
  } catch {
    return false; // the file is not in this environment: the caller has something else to show
  }
}
