import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type VersionView, VersionsRequest } from '../../server/src/protocol';
import { ask } from './requests';
import { type VersionNode, versionKind } from './views/versionItems';

/** A version in a quick pick: found by what its notes say, too. */
export interface VersionItem extends vscode.QuickPickItem {
  readonly version: VersionView;
}

/** The versions of a bot for a quick pick, newest first; a refusal is shown and gives undefined. */
export async function versionPicks(
  client: LanguageClient,
  botRoot: string,
): Promise<readonly VersionItem[] | undefined> {
  const outcome = await ask(client, VersionsRequest, { bot: botRoot });
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return undefined;
  }
  return outcome.versions.map((version) => ({
    label: vscode.l10n.t('Version {0}', version.version),
    description: [
      version.live ? vscode.l10n.t('LIVE') : '',
      versionKind(version.kind),
      new Date(version.date).toLocaleString(vscode.env.language),
      version.author,
    ]
      .filter(Boolean)
      .join(' · '),
    detail: version.notes,
    version,
  }));
}

/**
 * The version that a command is about: that of the tree node it was called on; else the user is asked. Undefined when
 * there is none or the user declined.
 */
export async function pickVersion(
  client: LanguageClient,
  botRoot: string,
  argument: unknown,
  words: {
    readonly placeHolder: string;
    readonly none: string;
    readonly isOffered?: (version: VersionView) => boolean;
  },
): Promise<VersionView | undefined> {
  if (isVersionNode(argument)) return argument.version;
  const picks = (await versionPicks(client, botRoot))?.filter(
    ({ version }) => words.isOffered?.(version) ?? true,
  );
  if (!picks) return undefined;
  if (picks.length === 0) {
    void vscode.window.showInformationMessage(words.none);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(picks, {
    placeHolder: words.placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.version;
}

/** A version of the Versions view. */
export function isVersionNode(argument: unknown): argument is VersionNode {
  return typeof argument === 'object' && argument !== null && 'version' in argument && 'botRoot' in argument;
}
