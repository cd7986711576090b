import * as vscode from 'vscode';
import { ownTimeZone, VersionsRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import { change, type DeployTools } from './deploy';

/** `Deploy: Schedule…`: what, when, and in which time zone. */
export async function scheduleChange(tools: DeployTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  const action = await pickAction();
  if (!action) return;
  const version = action === 'live' ? await pickVersion(tools, bot.root) : undefined;
  if (action === 'live' && version === undefined) return;
  const zone = await pickZone();
  if (zone === undefined) return;
  const at = await vscode.window.showInputBox({
    title: vscode.l10n.t('When?'),
    prompt: vscode.l10n.t('What the clock shows in {0}. It happens only if LIVE is then as it is now.', zone),
    placeHolder: '2026-12-01T09:00',
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value.trim())
        ? undefined
        : vscode.l10n.t('Say date and time, such as 2026-12-01T09:00.'),
  });
  if (at === undefined) return;
  const of = version === undefined ? {} : { version };
  const done = await change(tools, bot, { kind: 'schedule', action, at: at.trim(), zone, ...of });
  if (done) void vscode.window.showInformationMessage(vscode.l10n.t('Scheduled for {0} ({1}).', at, zone));
}

async function pickAction(): Promise<'activate' | 'deactivate' | 'live' | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Activate'), action: 'activate' as const },
      { label: vscode.l10n.t('Deactivate'), action: 'deactivate' as const },
      { label: vscode.l10n.t('Make a version live'), action: 'live' as const },
    ],
    { placeHolder: vscode.l10n.t('What shall happen?') },
  );
  return picked?.action;
}

async function pickVersion({ client }: DeployTools, botRoot: string): Promise<number | undefined> {
  const outcome = await ask(client, VersionsRequest, { bot: botRoot });
  const versions = outcome.kind === 'versions' ? outcome.versions : [];
  const picked = await vscode.window.showQuickPick(
    versions.map(({ version, notes, live }) => ({
      label: vscode.l10n.t('Version {0}', version),
      description: live ? vscode.l10n.t('LIVE') : '',
      detail: notes.split('\n', 1)[0] ?? '',
      version,
    })),
    { placeHolder: vscode.l10n.t('Which version shall be live then?') },
  );
  return picked?.version;
}

/** The zone of this computer first; it is what most people mean. */
async function pickZone(): Promise<string | undefined> {
  const own = ownTimeZone();
  const zones = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return vscode.window.showQuickPick(zones, { placeHolder: vscode.l10n.t('In which time zone?') });
}
