import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, FetchRequest, RemoteRequest, SetRemoteRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Set Remote…`: through which remote of the repository versions are published from now on. */
export async function setRemote(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const state = await ask(client, RemoteRequest, { bot: bot.root });
  if (state.kind === 'refused') {
    void vscode.window.showErrorMessage(state.reason);
    return;
  }
  const current = vscode.l10n.t('now');
  const none = {
    label: vscode.l10n.t('None: this repository only'),
    description: state.name === null ? current : '',
    name: null,
  };
  const remotes = state.known.map((name) => ({
    label: name,
    description: name === state.name ? current : '',
    name,
  }));
  const picked = await vscode.window.showQuickPick([...remotes, none], {
    placeHolder: vscode.l10n.t('Through which remote shall versions be published?'),
  });
  if (picked && picked.name !== state.name) await change(client, workspace, bot, picked.name, false);
}

async function change(
  client: LanguageClient,
  workspace: WorkspaceState,
  bot: BotNode,
  name: string | null,
  send: boolean,
): Promise<void> {
  const outcome = await withServerProgress(client, vscode.l10n.t('Asking the remote'), (_token, cancel) =>
    ask(client, SetRemoteRequest, { bot: bot.root, name, send }, cancel),
  );
  await workspace.refresh();
  switch (outcome.kind) {
    case 'set':
      void vscode.window.showInformationMessage(
        name === null
          ? vscode.l10n.t('Versions are published in this repository only.')
          : vscode.l10n.t('Versions are published through the remote {0}.', name),
      );
      return;
    case 'only-here': {
      const sendThem = vscode.l10n.t('Send Them');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('Send the releases to the remote {0}?', name ?? ''),
        { modal: true, detail: outcome.reason },
        sendThem,
      );
      if (answer === sendThem) await change(client, workspace, bot, name, true);
      return;
    }
    case 'cancelled':
      return;
    case 'refused':
      void vscode.window.showErrorMessage(outcome.reason);
  }
}

/** `Bot: Fetch Versions`: LIVE and the versions as the remote has them. */
export async function fetchVersions(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Fetching the versions of {0}', bot.id),
    (_token, cancel) => ask(client, FetchRequest, { bot: bot.root }, cancel),
  );
  await workspace.refresh();
  if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
}
