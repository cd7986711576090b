import * as vscode from 'vscode';
import { LIVE_SCHEME, VERSION_SCHEME } from '../../server/src/protocol';
import { registerCommands } from './commands/register';
import { watchDeletions } from './deletions';
import { createLanguageClient } from './languageServer';
import { registerGateway } from './gateway/register';
import { registerLiveMarks } from './live/marks';
import { closeLiveTabs } from './live/tabs';
import { registerVirtualFiles, VirtualFiles } from './live/virtualFiles';
import { registerDriftAlarm } from './driftAlarm';
import { registerStatus } from './status';
import { TestedParts } from './testing/testedParts';
import { registerBotsView } from './views/bots';
import { registerDeploymentView } from './views/deployment';
import { registerVersionsView } from './views/versions';
import { WorkspaceState } from './workspaceState';

/** Called by VS Code when a workspace holds a bot, or a command or view of ours is used. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Botlane', { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('botlane.showLog', () => log.show()),
  );
  // A window always starts in DRAFT: live tabs that the editor brought back from its last run would say otherwise.
  await closeLiveTabs();
  const client = createLanguageClient(context, log);
  const workspace = new WorkspaceState(client);
  const files = new VirtualFiles(client);
  const tested = new TestedParts(workspace);
  context.subscriptions.push(
    workspace,
    tested,
    workspace.onDidChange(({ live }) => {
      if (live) files.liveMoved();
    }),
  );
  registerVirtualFiles(context, files, { live: LIVE_SCHEME, version: VERSION_SCHEME });
  registerBotsView(context, workspace, tested);
  registerVersionsView(context, client, workspace);
  registerDeploymentView(context, client, workspace);
  registerStatus(context, workspace);
  registerDriftAlarm(context, workspace);
  const gateway = registerGateway(context, client, workspace, log);
  registerCommands(context, client, { workspace, tested, gateway });
  watchDeletions(context, client);
  // The views stand before the server does, so that they can say what is wrong when it cannot be started.
  try {
    await client.start();
    // After the server's own code lenses, so that it stands before them on the first line.
    registerLiveMarks(context, workspace);
    log.info(`Botlane ${extensionVersion(context)}`);
    await workspace.refresh();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    await workspace.fail();
    void sayFailed();
  }
}

function extensionVersion({ extension }: vscode.ExtensionContext): string {
  const manifest: { readonly version?: unknown } = extension.packageJSON as object;
  return typeof manifest.version === 'string' ? manifest.version : '';
}

async function sayFailed(): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The Botlane language server could not be started. The log says why.'),
    show,
  );
  if (answer === show) await vscode.commands.executeCommand('botlane.showLog');
}
