import * as vscode from 'vscode';
import { pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';
import type { GatewayConnection } from './gatewayConnection';
import type { GatewayProcess } from './gatewayProcess';

/** What the gateway's commands work with. */
export interface GatewayTools {
  readonly context: vscode.ExtensionContext;
  readonly workspace: WorkspaceState;
  readonly gateway: GatewayProcess;
  readonly connection: GatewayConnection;
}

/** `Bot: Start Gateway`: serves the bots of the repository on this machine, for trying them as users will. */
export async function startGateway(tools: GatewayTools, argument: unknown): Promise<void> {
  const { context, workspace, gateway, connection } = tools;
  if (gateway.isRunning) {
    await offerPages(tools);
    return;
  }
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const databaseUrl = await pickDatabase();
  if (databaseUrl === undefined) return;
  const storage = context.storageUri ?? context.globalStorageUri;
  const data = vscode.Uri.joinPath(storage, 'gateway').fsPath;
  try {
    const access = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Starting the gateway'),
        cancellable: true,
      },
      (_progress, cancel) => gateway.start(vscode.Uri.parse(bot.root).fsPath, data, databaseUrl, cancel),
    );
    await connection.own(access);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const show = vscode.l10n.t('Show Log');
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t('The gateway could not be started: {0}. The log says more.', reason),
      show,
    );
    if (answer === show) await vscode.commands.executeCommand('botlane.showLog');
    return;
  }
  await offerPages(tools);
}

/**
 * Where the gateway keeps its conversations. `DATABASE_URL` may be there for another program: it is used only when
 * somebody says so.
 *
 * @returns the address of a PostgreSQL server, empty for the embedded database, undefined when nothing was picked
 */
async function pickDatabase(): Promise<string | undefined> {
  const url = process.env['DATABASE_URL'];
  if (!url) return '';
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('In the embedded database'),
        detail: vscode.l10n.t('Kept for this window. It needs nothing else.'),
        url: '',
      },
      {
        label: vscode.l10n.t('In the database that DATABASE_URL names'),
        detail: vscode.l10n.t('The gateway makes its tables there.'),
        url,
      },
    ],
    { placeHolder: vscode.l10n.t('Where shall the gateway keep conversations?') },
  );
  return picked?.url;
}

/** `Bot: Stop Gateway`. */
export async function stopGateway({ gateway }: GatewayTools): Promise<void> {
  await gateway.stop();
  void vscode.window.showInformationMessage(vscode.l10n.t('The gateway has stopped.'));
}

/** `Bot: Open Chat Page`: the page that the gateway serves for a bot, in the browser. */
export async function openChatPage(
  { workspace, connection }: GatewayTools,
  argument: unknown,
): Promise<void> {
  const { address } = connection;
  const bot = address === undefined ? undefined : await pickBot(workspace, argument);
  if (!bot || address === undefined) return;
  if (workspace.state(bot.root)?.live.kind === 'none') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing of {0} is live yet. Publish it first, or chat with the draft here.', bot.id),
    );
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(new URL(`bots/${bot.id}`, `${address}/`).toString()));
}

/** `Bot: Connect to Gateway…`: where it is, and a token for its admin API. */
export async function connectGateway({ connection }: GatewayTools): Promise<void> {
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('Connect to gateway'),
    prompt: vscode.l10n.t('Its address'),
    placeHolder: 'https://bots.example.org',
    value: connection.address ?? '',
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^https?:\/\/\S+$/.test(text.trim())
        ? undefined
        : vscode.l10n.t('An address begins with https:// (or http:// on this machine).'),
  });
  if (address === undefined) return;
  const token = await vscode.window.showInputBox({
    title: vscode.l10n.t('Connect to gateway'),
    prompt: vscode.l10n.t(
      'A token for it. “botlane token create --scope read --scope inbox” on its machine makes one. It is kept in the secret storage of the editor.',
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A token is needed.') : undefined),
  });
  if (token === undefined) return;
  await connection.connect({ address: address.trim().replace(/\/+$/, ''), token: token.trim() });
  await vscode.commands.executeCommand('botlane.inbox.focus');
}

/** `Bot: Disconnect from Gateway`: forgets where it is, and the token. */
export async function disconnectGateway({ connection }: GatewayTools): Promise<void> {
  await connection.disconnect();
}

async function offerPages({ connection, workspace }: GatewayTools): Promise<void> {
  const { address } = connection;
  if (address === undefined) return;
  const open = vscode.l10n.t('Open Chat Page');
  const inbox = vscode.l10n.t('Open Train Inbox');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The gateway runs at {0}.', address),
    open,
    inbox,
  );
  if (answer === open) await vscode.commands.executeCommand('botlane.openChatPage');
  if (answer === inbox && workspace.bots.length > 0)
    await vscode.commands.executeCommand('botlane.inbox.focus');
}
