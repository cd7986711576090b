import * as vscode from 'vscode';
import { type ChangeView, LIVE_SCHEME, VERSION_SCHEME } from '../../../server/src/protocol';

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

/** A change in words, such as "Intent book_train added". */
export function describeChange({ symbol, name, change }: ChangeView): string {
  switch (change) {
    case 'added':
      return vscode.l10n.t('{0} {1} added', symbolLabel(symbol), name);
    case 'removed':
      return vscode.l10n.t('{0} {1} removed', symbolLabel(symbol), name);
    case 'renamed':
      return vscode.l10n.t('{0} {1} renamed', symbolLabel(symbol), name);
    case 'changed':
      return vscode.l10n.t('{0} {1} changed', symbolLabel(symbol), name);
  }
}

function symbolLabel(symbol: string): string {
  switch (symbol) {
    case 'intent':
      return vscode.l10n.t('Intent');
    case 'entity':
      return vscode.l10n.t('Entity');
    case 'flow':
      return vscode.l10n.t('Flow');
    case 'dialog':
      return vscode.l10n.t('Dialog');
    case 'test':
      return vscode.l10n.t('Conversation test');
    default:
      return vscode.l10n.t('Settings');
  }
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
