import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { DashboardPanels } from '../dashboard/panels';
import { acceptTexts, editAndAccept, ignoreTexts, type InboxTools, reassignTexts } from '../inbox/commands';
import { InboxView } from '../inbox/inboxView';
import { pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';
import { type AccessTools, giveAccess, takeAccess } from './access';
import {
  connectGateway,
  disconnectGateway,
  type GatewayTools,
  openChatPage,
  startGateway,
  stopGateway,
} from './commands';
import { GatewayConnection } from './gatewayConnection';
import { GatewayProcess } from './gatewayProcess';

/**
 * Everything that asks a gateway: its own process, the Train inbox, the dashboard, and their commands.
 *
 * @returns the gateway that the window asks
 */
export function registerGateway(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
  log: vscode.LogOutputChannel,
): GatewayConnection {
  const gateway = new GatewayProcess(context.extensionUri, log);
  const connection = new GatewayConnection(context, gateway);
  const view = new InboxView(client, workspace, connection);
  const dashboards = new DashboardPanels(client, connection, context.extensionUri);
  const tools: GatewayTools = { context, workspace, gateway, connection };
  const access: AccessTools = { client, workspace, connection };
  const inbox: InboxTools = { client, workspace, connection, view };
  const handlers: Record<string, (argument: unknown) => unknown> = {
    startGateway: (argument) => startGateway(tools, argument),
    stopGateway: () => stopGateway(tools),
    connectGateway: () => connectGateway(tools),
    disconnectGateway: () => disconnectGateway(tools),
    openChatPage: (argument) => openChatPage(tools, argument),
    openInbox: () => vscode.commands.executeCommand('botlane.inbox.focus'),
    refreshInbox: () => view.refresh(),
    giveAccess: (argument) => giveAccess(access, argument),
    takeAccess: (argument) => takeAccess(access, argument),
    inboxShowMore: (argument) => view.showMore(argument),
    inboxAccept: (argument) => acceptTexts(inbox, argument),
    inboxEditAndAccept: (argument) => editAndAccept(inbox, argument),
    inboxReassign: (argument) => reassignTexts(inbox, argument),
    inboxIgnore: (argument) => ignoreTexts(inbox, argument),
    openDashboard: async (argument) => {
      const bot = await pickBot(workspace, argument);
      if (bot) dashboards.show(bot);
    },
  };
  context.subscriptions.push(
    gateway,
    connection,
    view,
    dashboards,
    gateway.onDidStop(({ code, wanted }) => {
      if (!wanted) void sayStopped(code);
    }),
    ...Object.entries(handlers).map(([name, handler]) =>
      vscode.commands.registerCommand(`botlane.${name}`, handler),
    ),
  );
  void connection.restore();
  return connection;
}

async function sayStopped(code: number | null): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The gateway has stopped by itself (code {0}). The log says why.', String(code)),
    show,
  );
  if (answer === show) await vscode.commands.executeCommand('botlane.showLog');
}
