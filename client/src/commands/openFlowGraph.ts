import * as vscode from 'vscode';
import type { BotNode } from '../../../server/src/protocol';
import type { FlowGraphPanels } from '../flowGraph/panels';
import { activeBot, pickBot } from '../pickBot';
import type { WorkspaceState } from '../workspaceState';

/**
 * `Bot: Open Flow Graph`: of the flow or the bot in the Bots view, of the flow in the editor from its title bar, else of
 * what the user chooses.
 */
export async function openFlowGraph(
  workspace: WorkspaceState,
  panels: FlowGraphPanels,
  argument: unknown,
): Promise<void> {
  const file = argument instanceof vscode.Uri ? argument : undefined;
  const bot = file ? activeBot(workspace) : await pickBot(workspace, argument);
  if (!bot) return;
  const whole = { bot: bot.root, environment: bot.environment };
  const show = (flow: string | undefined): void =>
    panels.show(flow === undefined ? whole : { ...whole, flow });
  if (file) show(await flowInEditor(workspace, bot));
  else if (isObject(argument) && 'botRoot' in argument) show(flowOfNode(argument));
  else {
    const chosen = await chooseFlow(workspace, bot);
    if (chosen) show(chosen.flow);
  }
}

async function chooseFlow(
  workspace: WorkspaceState,
  bot: BotNode,
): Promise<{ readonly flow: string | undefined } | undefined> {
  const current = await flowInEditor(workspace, bot);
  const others = (await workspace.names(bot, 'flow')).filter((name) => name !== current);
  const names = current === undefined ? others : [current, ...others];
  return vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('The whole bot'), description: bot.id, flow: undefined },
      ...names.map((name) => ({ label: name, description: vscode.l10n.t('flow'), flow: name })),
    ],
    { placeHolder: vscode.l10n.t('Which graph?') },
  );
}

/** The last flow that begins above the cursor, or the first of the file in front. */
async function flowInEditor(workspace: WorkspaceState, bot: BotNode): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  if (uri === undefined) return undefined;
  const { nodes: flows } = await workspace.definitions(bot, 'flows', { uri });
  const line = editor?.selection.active.line ?? 0;
  return (flows.findLast(({ range }) => range.start.line <= line) ?? flows[0])?.name;
}

function flowOfNode(node: object): string | undefined {
  if (!('flow' in node) || !isObject(node.flow) || !('name' in node.flow)) return undefined;
  return typeof node.flow.name === 'string' ? node.flow.name : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
