import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SideRef } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { isVersionNode, versionPicks } from '../versionPick';
import type { ComparisonView } from '../views/comparison';
import type { WorkspaceState } from '../workspaceState';

interface SideItem extends vscode.QuickPickItem {
  readonly side: SideRef;
}

/** `Bot: Compare Versions…`: any two of draft, LIVE and versions; on a version of the Versions view, that one with another. */
export async function compareVersions(
  client: LanguageClient,
  workspace: WorkspaceState,
  view: ComparisonView,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  const sides = bot && (await sidesOf(client, bot.root));
  if (!bot || !sides) return;
  const before: SideRef | undefined = isVersionNode(argument)
    ? { kind: 'version', version: argument.version.version }
    : await pickSide(sides, vscode.l10n.t('Compare: which side is before?'));
  if (!before) return;
  const others = sides.filter(({ side }) => JSON.stringify(side) !== JSON.stringify(before));
  const after = await pickSide(others, vscode.l10n.t('Compare: which side is after?'));
  if (after) await view.show({ bot, before, after });
}

async function sidesOf(client: LanguageClient, botRoot: string): Promise<readonly SideItem[] | undefined> {
  const versions = await versionPicks(client, botRoot);
  return (
    versions && [
      {
        label: vscode.l10n.t('DRAFT'),
        description: vscode.l10n.t('as it stands in the editor'),
        side: { kind: 'draft' },
      },
      {
        label: vscode.l10n.t('LIVE'),
        description: vscode.l10n.t('what users talk to'),
        side: { kind: 'live' },
      },
      ...versions.map(
        ({ version, ...item }): SideItem => ({
          ...item,
          side: { kind: 'version', version: version.version },
        }),
      ),
    ]
  );
}

async function pickSide(sides: readonly SideItem[], placeHolder: string): Promise<SideRef | undefined> {
  const picked = await vscode.window.showQuickPick(sides, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.side;
}
