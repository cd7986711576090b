import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type PlanParams,
  type PlanView,
  PublishRequest,
  type ReleaseKind,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { showBlocked } from '../publish/blocked';
import { planOfFlows } from '../publish/flows';
import { notesTitle } from '../publish/kinds';
import { pickKind } from '../publish/pickKind';
import { planOf } from '../publish/plan';
import type { PlanPanel } from '../publish/planPanel';
import { ask } from '../requests';
import { saveFilesOf } from '../unsaved';
import type { WorkspaceState } from '../workspaceState';

/** What the publish commands work with. */
export interface PublishTools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
  readonly panel: PlanPanel;
}

/** `Bot: Preview Publish`: plan and gates of the kind that is picked; writes nothing. */
export async function previewPublish(tools: PublishTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  const plan = bot && (await pickKind(tools.client, bot));
  if (plan) tools.panel.show(plan);
}

/**
 * `Bot: Publish…`, `Publish Full Bot`, `Publish NLP Only`, `Publish Selected Flows…`: shows the difference and the gates, asks for notes, publishes
 * exactly what was shown.
 *
 * @param kind asked for when undefined
 */
export async function publish(
  tools: PublishTools,
  kind: ReleaseKind | undefined,
  argument: unknown,
): Promise<void> {
  const { client, workspace } = tools;
  const bot = await pickBot(workspace, argument);
  if (!bot || !(await saveFilesOf(bot.root)) || !(await inRepository(workspace, bot))) return;
  const plan =
    kind === undefined
      ? await pickKind(client, bot)
      : kind === 'flows'
        ? await planOfFlows(client, bot)
        : await planOf(client, bot, kind);
  if (plan) await carryOut(tools, bot, plan);
}

/** Whether git can keep versions of the bot; where there is no repository the user is offered to make one, and then goes on. */
async function inRepository(workspace: WorkspaceState, { id, root }: BotNode): Promise<boolean> {
  const store = workspace.state(root)?.store;
  if (store?.kind !== 'no-repository') return true;
  const make = vscode.l10n.t('Initialize Repository');
  const what = vscode.l10n.t('{0} cannot be published. {1}', id, store.reason);
  if ((await vscode.window.showErrorMessage(what, make)) !== make) return false;
  await vscode.commands.executeCommand('botlane.initializeRepository', { botRoot: root });
  return workspace.state(root)?.store.kind === 'ready';
}

/** Shows a plan, and publishes it when nothing blocks and the user has given the notes. */
async function carryOut(tools: PublishTools, bot: BotNode, plan: PlanView): Promise<void> {
  tools.panel.show(plan);
  if (!plan.possible) {
    const { possible = false } = tools.workspace.state(bot.root)?.full ?? {};
    const exception = await askForException(plan, await showBlocked(plan, { possible }));
    const { kind, flows, overwriteLive, override } = plan;
    const again =
      exception && (await planOf(tools.client, bot, kind, { flows, overwriteLive, override, ...exception }));
    if (again) await carryOut(tools, bot, again);
    return;
  }
  const notes = await askForNotes(plan);
  if (notes !== undefined) await publishPlan(tools, bot, plan, notes);
}

/** Asks why it shall be published although it is blocked; others will find the reason in the version. */
async function askForException(
  plan: PlanView,
  what: 'overwrite' | 'override' | undefined,
): Promise<Pick<PlanParams, 'overwriteLive' | 'override'> | undefined> {
  if (what === 'overwrite') {
    const overwriteLive = await askForReason(
      vscode.l10n.t('Overwrite LIVE of {0}', plan.bot),
      vscode.l10n.t('Why shall it be overwritten? The reason is recorded in the version.'),
    );
    return overwriteLive === undefined ? undefined : { overwriteLive };
  }
  if (what === undefined) return undefined;
  const gates = plan.gates.filter(({ overridable }) => overridable);
  const reason = await askForReason(
    vscode.l10n.t('Override for {0}: {1}', plan.bot, gates.map(({ title }) => title).join(', ')),
    vscode.l10n.t('Why shall it be published all the same? The reason is recorded in the version.'),
  );
  return reason === undefined ? undefined : { override: { gates: gates.map(({ id }) => id), reason } };
}

async function askForReason(title: string, prompt: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Say why.') : undefined),
  });
}

async function askForNotes(plan: PlanView): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: notesTitle(plan),
    prompt: vscode.l10n.t('Version notes. Nothing is published before you confirm them.'),
    placeHolder: vscode.l10n.t('What is new in this version?'),
    value: plan.notes.replaceAll('\n', ' '),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A version needs notes.') : undefined),
  });
}

async function publishPlan(tools: PublishTools, bot: BotNode, plan: PlanView, notes: string): Promise<void> {
  const { client, workspace, panel } = tools;
  const { kind, flows, liveCommit, contentHash, overwriteLive, override } = plan;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Publishing {0}', bot.id),
    (workDoneToken, cancel) =>
      ask(
        client,
        PublishRequest,
        {
          bot: bot.root,
          release: kind,
          flows,
          notes,
          liveCommit,
          contentHash,
          overwriteLive,
          override,
          workDoneToken,
        },
        cancel,
      ),
  );
  await workspace.refresh();
  switch (outcome.kind) {
    case 'published': {
      panel.close();
      await sayPublished(bot, outcome.version, plan.liveCommit === null);
      return;
    }
    case 'outdated': {
      const again = vscode.l10n.t('Plan Again');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was published. {0}', outcome.reason),
        again,
      );
      if (answer === again) await publish(tools, plan.kind, { botRoot: bot.root });
      return;
    }
    case 'blocked':
      await carryOut(tools, bot, outcome.plan);
      return;
    case 'cancelled':
      void vscode.window.showInformationMessage(vscode.l10n.t('Cancelled. LIVE stays as it was.'));
      return;
    case 'refused':
      void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was published. {0}', outcome.reason));
  }
}

/** After a first publish nobody is let in yet: it is the moment to say who shall be. */
async function sayPublished(bot: BotNode, version: number, isFirst: boolean): Promise<void> {
  const live = { title: vscode.l10n.t('Switch to Live'), command: 'botlane.switchToLive' };
  const deployment = [
    { title: vscode.l10n.t('Set Visibility…'), command: 'botlane.deploySetVisibility' },
    { title: vscode.l10n.t('Set Access…'), command: 'botlane.deploySetAccess' },
  ];
  const answer = await vscode.window.showInformationMessage(
    isFirst
      ? vscode.l10n.t(
          'Version {0} of {1} is live. It is internal and has no access method yet, so nobody is let in.',
          version,
          bot.id,
        )
      : vscode.l10n.t('Version {0} of {1} is live.', version, bot.id),
    ...(isFirst ? [...deployment, live] : [live]),
  );
  if (answer) await vscode.commands.executeCommand(answer.command, { botRoot: bot.root });
}
