import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type DeploymentChange,
  DeploymentRequest,
  DeployRequest,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import {
  accessWords,
  entryWords,
  type ScheduleNode,
  visibilityWords,
  whenWords,
} from '../views/deploymentItems';
import type { WorkspaceState } from '../workspaceState';

/** What the deployment commands work with. */
export interface DeployTools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
}

/** `Deploy: Activate` and `Deploy: Deactivate`. */
export async function setStatus(
  tools: DeployTools,
  status: 'active' | 'inactive',
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  if (status === 'inactive') {
    const confirm = vscode.l10n.t('Deactivate');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Deactivate {0}?', bot.id),
      { modal: true, detail: vscode.l10n.t('Users will get its dialog “disabled” and nothing else.') },
      confirm,
    );
    if (answer !== confirm) return;
  }
  await change(tools, bot, { kind: 'status', status });
}

/** `Deploy: Set Visibility…`: nothing is open to everybody until someone has said so twice. */
export async function setVisibility(tools: DeployTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  const picked = await vscode.window.showQuickPick(
    (['internal', 'public'] as const).map((visibility) => ({
      label: visibilityWords(visibility),
      visibility,
    })),
    { placeHolder: vscode.l10n.t('Who is let in to {0}?', bot.id) },
  );
  if (!picked) return;
  if (picked.visibility === 'public') {
    const confirm = vscode.l10n.t('Make Public');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Make {0} public?', bot.id),
      {
        modal: true,
        detail: vscode.l10n.t('Everybody who finds it can talk to LIVE, without a credential.'),
      },
      confirm,
    );
    if (answer !== confirm) return;
  }
  await change(tools, bot, { kind: 'visibility', visibility: picked.visibility });
}

/** `Deploy: Set Access…`: the kind of credential; the credential itself is the gateway's. */
export async function setAccess(tools: DeployTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  const picked = await vscode.window.showQuickPick(
    (['password', 'token', null] as const).map((access) => ({ label: accessWords(access), access })),
    { placeHolder: vscode.l10n.t('With what does {0} let people in while it is internal?', bot.id) },
  );
  if (picked) await change(tools, bot, { kind: 'access', access: picked.access });
}

/** `Deploy: Remove from Schedule…`. */
export async function unschedule(tools: DeployTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  const id = isScheduleNode(argument) ? argument.entry.id : await pickEntry(tools, bot);
  if (id !== undefined) await change(tools, bot, { kind: 'unschedule', id });
}

async function pickEntry({ client }: DeployTools, bot: BotNode): Promise<number | undefined> {
  const outcome = await ask(client, DeploymentRequest, { bot: bot.root });
  const schedule = outcome.kind === 'deployment' ? outcome.deployment.schedule : [];
  if (schedule.length === 0) {
    void vscode.window.showInformationMessage(
      outcome.kind === 'refused' ? outcome.reason : vscode.l10n.t('Nothing is scheduled.'),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    schedule.map((entry) => ({ label: entryWords(entry), description: whenWords(entry), entry })),
    { placeHolder: vscode.l10n.t('What shall not happen?') },
  );
  return picked?.entry.id;
}

/** Sends a change, and says what became of it. */
export async function change(tools: DeployTools, bot: BotNode, what: DeploymentChange): Promise<boolean> {
  const { client, workspace } = tools;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Changing the deployment of {0}', bot.id),
    (_token, cancel) => ask(client, DeployRequest, { bot: bot.root, change: what }, cancel),
  );
  await workspace.refresh();
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was changed. {0}', outcome.reason));
  }
  if (outcome.kind !== 'deployed') return false;
  const [doubt] = outcome.deployment.doubts;
  if (doubt !== undefined) {
    const set = vscode.l10n.t('Set Access…');
    void vscode.window.showWarningMessage(doubt, set).then((answer) => {
      if (answer === set) return setAccess(tools, { botRoot: bot.root });
      return undefined;
    });
  }
  return true;
}

function isScheduleNode(argument: unknown): argument is ScheduleNode {
  return typeof argument === 'object' && argument !== null && 'entry' in argument;
}
