import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type InboxChoice,
  InboxDecideRequest,
  type InboxExpression,
  InboxScoresRequest,
  InboxUndoRequest,
} from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { proposedIntent, type TextNode } from './inboxItems';
import type { InboxView } from './inboxView';

/** What the commands of the inbox work with. */
export interface InboxTools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
  readonly connection: GatewayConnection;
  readonly view: InboxView;
}

/** Accepts texts into the intents that are proposed; those without a proposal are asked for. */
export async function acceptTexts(tools: InboxTools, argument: unknown): Promise<void> {
  const nodes = tools.view.chosen(argument);
  const expressions: InboxExpression[] = [];
  for (const node of nodes) {
    const intent = proposedIntent(node.row) ?? (await pickIntent(tools, node));
    if (intent === undefined) return;
    expressions.push({ ...said(node), intent });
  }
  await accept(tools, nodes, expressions);
}

/** Lets the user change the text first, such as to take a name out of it or to mark an entity. */
export async function editAndAccept(tools: InboxTools, argument: unknown): Promise<void> {
  const [node] = tools.view.chosen(argument);
  if (!node) return;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Edit what was said'),
    prompt: vscode.l10n.t('This is what becomes an expression.'),
    value: node.row.item.text,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('An expression has a text.') : undefined),
  });
  if (text === undefined) return;
  const intent = proposedIntent(node.row) ?? (await pickIntent(tools, node));
  if (intent !== undefined) await accept(tools, [node], [{ ...said(node), text, intent }]);
}

/** Accepts texts into another intent than the one that is proposed. */
export async function reassignTexts(tools: InboxTools, argument: unknown): Promise<void> {
  const nodes = tools.view.chosen(argument);
  const [first] = nodes;
  const intent = first && (await pickIntent(tools, first));
  if (intent === undefined) return;
  await accept(
    tools,
    nodes,
    nodes.map((node) => ({ ...said(node), intent })),
  );
}

/** Leaves texts out of the inbox. */
export async function ignoreTexts(tools: InboxTools, argument: unknown): Promise<void> {
  const nodes = tools.view.chosen(argument);
  if (nodes.length === 0) return;
  await decide(
    tools,
    nodes,
    nodes.map(({ row }) => ({ id: row.item.id, reassigned: false })),
  );
}

/** Shows the scores that the texts would have, and adds them when the user still wants to. */
async function accept(
  tools: InboxTools,
  nodes: readonly TextNode[],
  expressions: readonly InboxExpression[],
): Promise<void> {
  const [first] = nodes;
  if (!first) return;
  const outcome = await withServerProgress(
    tools.client,
    vscode.l10n.t('Training with the new expressions'),
    (workDoneToken, cancel) =>
      ask(tools.client, InboxScoresRequest, { bot: first.botRoot, expressions, workDoneToken }, cancel),
  );
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return;
  }
  const confirm = vscode.l10n.t('Accept');
  const answer = await vscode.window.showInformationMessage(
    expressions.length === 1
      ? vscode.l10n.t('Make it an expression of {0}?', expressions[0]?.intent ?? '')
      : vscode.l10n.t('Make expressions of {0} texts?', expressions.length),
    { modal: true, detail: scoreLines(nodes, expressions, outcome.scores) },
    confirm,
  );
  if (answer !== confirm) return;
  await decide(
    tools,
    nodes,
    nodes.map(({ row }, at) => {
      const expression = expressions[at];
      return {
        id: row.item.id,
        ...(expression && { expression }),
        reassigned: expression?.intent !== row.item.intent,
      };
    }),
  );
}

/** One line per text: its score now, and the one that it would have. */
function scoreLines(
  nodes: readonly TextNode[],
  expressions: readonly InboxExpression[],
  scores: readonly (number | null)[],
): string {
  const shown = 12;
  const lines = expressions.slice(0, shown).map(({ text, intent }, at) => {
    const now = nodes[at]?.row.now;
    const before = now?.name === intent ? now.score.toFixed(2) : '–';
    const after = scores[at]?.toFixed(2) ?? vscode.l10n.t('cannot be trained');
    return `${text} → ${intent}: ${before} → ${after}`;
  });
  const rest = expressions.length - shown;
  if (rest > 0) lines.push(vscode.l10n.t('and {0} more', rest));
  return lines.join('\n');
}

async function decide(
  { client, connection, view }: InboxTools,
  nodes: readonly TextNode[],
  choices: readonly InboxChoice[],
): Promise<void> {
  const gateway = await connection.access();
  const bot = nodes[0]?.botRoot;
  if (!gateway || bot === undefined) return;
  const outcome = await ask(client, InboxDecideRequest, { bot, gateway, choices });
  view.refresh();
  if (outcome.kind === 'refused') {
    void vscode.window.showErrorMessage(outcome.reason);
    return;
  }
  if (outcome.untold !== undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The expressions were added, but the gateway was not told. {0}', outcome.untold),
    );
    return;
  }
  const undo = vscode.l10n.t('Undo');
  const train = vscode.l10n.t('Train NLP');
  // An edit that is taken back in the editor is not in the draft any more: only the user knows, and says so here.
  const putBack = vscode.l10n.t('Put Back into Inbox');
  const accepted = choices.filter(({ expression }) => expression).length;
  const answer = await vscode.window.showInformationMessage(
    accepted === 0
      ? vscode.l10n.t('Left out of the inbox: {0}.', choices.length)
      : vscode.l10n.t('Added to the draft: {0}. Train the NLP to use it.', accepted),
    ...(accepted === 0 ? [undo] : [train, putBack]),
  );
  if (answer === undefined) return;
  if (answer === train) {
    await vscode.commands.executeCommand('botlane.trainNlp', { botRoot: bot });
    return;
  }
  const ids = choices.map(({ id }) => id);
  const undone = await ask(client, InboxUndoRequest, { bot, gateway, ids });
  if (undone.kind === 'refused') void vscode.window.showErrorMessage(undone.reason);
  view.refresh();
}

/** The intents of the draft; undefined when the user declined. */
async function pickIntent(
  { workspace }: InboxTools,
  { botRoot, row }: TextNode,
): Promise<string | undefined> {
  const bot = workspace.bots.find(({ root }) => root === botRoot);
  const names = bot ? await workspace.names(bot, 'intent') : [];
  const picked = await vscode.window.showQuickPick(
    names.map((label) => ({ label })),
    { placeHolder: vscode.l10n.t('What does “{0}” mean?', row.item.text) },
  );
  return picked?.label;
}

function said({ row: { item } }: TextNode): Pick<InboxExpression, 'text' | 'language'> {
  return { text: item.text, language: item.language };
}
