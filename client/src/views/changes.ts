import * as vscode from 'vscode';
import { type ChangeView, LIVE_SCHEME, type SideRef, VERSION_SCHEME } from '../../../server/src/protocol';

/** The two sides of a change as addresses (plain, so that a link in a page can carry them); a side may have no such file. */
export interface ChangeLocation {
  readonly before?: string;
  readonly after?: string;
  /** What the sides are, for the title of the diff. */
  readonly label: string;
}

/** Where both sides of a change stand, given how either side's paths become addresses. */
export function locate(
  { before, after }: ChangeView,
  label: string,
  sides: { readonly before: (path: string) => vscode.Uri; readonly after: (path: string) => vscode.Uri },
): ChangeLocation {
  return {
    label,
    ...(before !== undefined && { before: sides.before(before).toString() }),
    ...(after !== undefined && { after: sides.after(after).toString() }),
  };
}

export function draftFile(botRoot: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(botRoot), path);
}

export function liveFile(botId: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: LIVE_SCHEME, path: `/${botId}/${path}` });
}

export function versionFile(botId: string, version: number, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: VERSION_SCHEME, path: `/${botId}/v${version}/${path}` });
}

/** Address of a file on a side of a comparison. */
export function fileOn(
  side: SideRef,
  bot: { readonly id: string; readonly root: string },
  path: string,
): vscode.Uri {
  switch (side.kind) {
    case 'draft':
      return draftFile(bot.root, path);
    case 'live':
      return liveFile(bot.id, path);
    case 'version':
      return versionFile(bot.id, side.version, path);
  }
}
