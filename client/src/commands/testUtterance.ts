import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type Environment,
  type NamedNode,
  type Understanding,
  UnderstandRequest,
  type UnderstandOutcome,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

interface Answer extends vscode.QuickPickItem {
  readonly dialog?: NamedNode;
}

/**
 * `Bot: Test an Utterance…`: what draft and LIVE make of a message, while it is typed: intents with scores, entities, the
 * dialog that would follow and what decided.
 */
export async function testUtterance(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const pick = vscode.window.createQuickPick<Answer>();
  pick.placeholder = vscode.l10n.t('Type what a user would say to {0}', bot.title ?? bot.id);
  pick.title = vscode.l10n.t('Test an utterance');
  const hasLive = workspace.state(bot.root)?.live.kind === 'known';
  const environments: readonly Environment[] = hasLive ? ['draft', 'live'] : ['draft'];
  let asked = 0;
  pick.onDidChangeValue(async (text) => {
    const mine = ++asked;
    if (text.trim() === '') {
      pick.items = [];
      return;
    }
    pick.busy = true;
    const answers = await Promise.all(
      environments.map(async (environment) => ({
        environment,
        outcome: await ask(client, UnderstandRequest, { bot: bot.root, environment, text }),
      })),
    );
    if (mine !== asked) return; // a later key stroke has asked again
    pick.busy = false;
    pick.items = answers.flatMap(({ environment, outcome }) => itemsOf(environment, outcome, bot));
  });
  pick.onDidAccept(async () => {
    const dialog = pick.activeItems[0]?.dialog;
    if (!dialog) return;
    pick.hide();
    const { start, end } = dialog.range;
    await vscode.window.showTextDocument(vscode.Uri.parse(dialog.uri), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function itemsOf(environment: Environment, outcome: UnderstandOutcome, bot: BotNode): Answer[] {
  const heading = environment === 'draft' ? vscode.l10n.t('Draft') : vscode.l10n.t('LIVE');
  if (outcome.kind === 'refused') {
    return [
      { kind: vscode.QuickPickItemKind.Separator, label: heading },
      { label: `$(warning) ${outcome.reason}`, alwaysShow: true },
    ];
  }
  const { result } = outcome;
  const verdict = result.understood
    ? vscode.l10n.t('understood, above {0}', percent(result.threshold))
    : vscode.l10n.t('not understood, at or below {0}', percent(result.threshold));
  return [
    {
      kind: vscode.QuickPickItemKind.Separator,
      label: [
        heading,
        bot.id,
        result.language,
        verdict,
        result.stale ? vscode.l10n.t('an earlier training') : '',
      ]
        .filter(Boolean)
        .join(' · '),
    },
    ...result.intents.slice(0, 3).map(({ name, score }, index) => ({
      label: `$(lightbulb) ${name}`,
      description: percent(score),
      alwaysShow: true,
      ...(index === 0 && result.features.length > 0 && { detail: becauseOf(result) }),
    })),
    ...result.entities.map(({ entity, value, text }) => ({
      label: `$(symbol-enum) ${entity}: ${String(value)}`,
      description: vscode.l10n.t('from "{0}"', text),
      alwaysShow: true,
    })),
    ...(result.dialog
      ? [
          {
            label: `$(comment) ${result.dialog.name}`,
            description: vscode.l10n.t('the dialog that would follow; press Enter to open it'),
            alwaysShow: true,
            dialog: result.dialog,
          },
        ]
      : []),
  ];
}

function becauseOf({ features }: Understanding): string {
  const list = features
    .slice(0, 4)
    .map(({ feature }) => feature)
    .join(', ');
  return vscode.l10n.t('decided by {0}', list);
}

function percent(score: number): string {
  return `${(score * 100).toFixed(0)}%`;
}
