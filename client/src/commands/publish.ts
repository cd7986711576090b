import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type GateView,
  type PlanView,
  PublishRequest,
  type ReleaseKind,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { pickKind, planOf } from '../publish/plan';
import type { PlanPanel } from '../publish/planPanel';
import { ask } from '../requests';
import { saveFilesOf } from '../unsaved';
import type { WorkspaceState } from '../workspaceState';

/** How many reasons a notification gives; the preview has all of them. */
const MOST_REASONS = 2;
const TELLING = ['first-publish', 'drift', 'intents-removed', 'nlp-changed', 'trained'];

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
 * `Bot: Publish…`, `Publish Full Bot`, `Publish NLP Only`: shows the difference and the gates, asks for notes, publishes
 * exactly what was shown.
 *
 * @param kind asked for when undefined
 */
export async function publish(
  tools: PublishTools,
  kind: ReleaseKind | undefined,
  argument: unknown,
): Promise<void> {
  const { client, workspace, panel } = tools;
  const bot = await pickBot(workspace, argument);
  if (!bot || !(await saveFilesOf(bot.root))) return;
  const plan = kind ? await planOf(client, bot, kind) : await pickKind(client, bot);
  if (!plan) return;
  panel.show(plan);
  if (!plan.possible) {
    await showBlocked(plan);
    return;
  }
  const notes = await askForNotes(plan);
  if (notes === undefined) return;
  await publishPlan(tools, bot, plan, notes);
}

async function askForNotes(plan: PlanView): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title:
      plan.kind === 'full'
        ? vscode.l10n.t('Publish {0}, full bot, as version {1}', plan.bot, plan.nextVersion)
        : vscode.l10n.t('Publish {0}, NLP only, as version {1}', plan.bot, plan.nextVersion),
    prompt: vscode.l10n.t('Version notes. Nothing is published before you confirm them.'),
    placeHolder: vscode.l10n.t('What is new in this version?'),
    value: plan.notes.replaceAll('\n', ' '),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A version needs notes.') : undefined),
  });
}

async function publishPlan(tools: PublishTools, bot: BotNode, plan: PlanView, notes: string): Promise<void> {
  const { client, workspace, panel } = tools;
  const { liveCommit, contentHash } = plan;
  const outcome = await withServerProgress(
    client,
    vscode.l10n.t('Publishing {0}', bot.id),
    (workDoneToken, cancel) =>
      ask(
        client,
        PublishRequest,
        { bot: bot.root, release: plan.kind, notes, liveCommit, contentHash, workDoneToken },
        cancel,
      ),
  );
  await workspace.refresh();
  switch (outcome.kind) {
    case 'published': {
      panel.close();
      const show = vscode.l10n.t('Switch to Live');
      const answer = await vscode.window.showInformationMessage(
        vscode.l10n.t('Version {0} of {1} is live.', outcome.version, bot.id),
        show,
      );
      if (answer === show) await vscode.commands.executeCommand('botlane.switchToLive');
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
      panel.show(outcome.plan);
      await showBlocked(outcome.plan);
      return;
    case 'cancelled':
      void vscode.window.showInformationMessage(vscode.l10n.t('Cancelled. LIVE stays as it was.'));
      return;
    case 'refused':
      void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was published. {0}', outcome.reason));
  }
}

/** Says why a plan is blocked and offers the commands that mend it. */
async function showBlocked(plan: PlanView): Promise<void> {
  const blocking = plan.gates.filter(({ outcome }) => outcome === 'block').sort(byTelling);
  const mends = [...new Set(blocking.flatMap(({ mend }) => mend ?? []))].flatMap((command) => {
    const title = mendTitle(command);
    return title ? [{ title, command }] : [];
  });
  const what =
    plan.kind === 'full'
      ? vscode.l10n.t('The full bot cannot be published.')
      : vscode.l10n.t('NLP only cannot be published.');
  const more = blocking.length - MOST_REASONS;
  const rest =
    more > 0
      ? [more === 1 ? vscode.l10n.t('One more gate blocks.') : vscode.l10n.t('{0} more gates block.', more)]
      : [];
  const reasons = blocking.slice(0, MOST_REASONS).map(({ reason }) => reason);
  const answer = await vscode.window.showErrorMessage([what, ...reasons, ...rest].join(' '), ...mends);
  if (answer) await vscode.commands.executeCommand(answer.command, { botRoot: plan.root });
}

/** The gate that names the cause comes before the ones that report what follows from it. */
function byTelling(a: GateView, b: GateView): number {
  return rank(a) - rank(b);
}

function rank({ id }: GateView): number {
  const known = TELLING.indexOf(id);
  return known < 0 ? TELLING.length : known;
}

function mendTitle(command: string): string | undefined {
  switch (command) {
    case 'botlane.trainNlp':
      return vscode.l10n.t('Train NLP');
    case 'botlane.publishFull':
      return vscode.l10n.t('Publish Full Bot');
    default:
      return undefined;
  }
}
