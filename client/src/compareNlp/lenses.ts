import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  CompareNlpRequest,
  LANGUAGE_ID,
  type NlpComparisonRow,
} from '../../../server/src/protocol';
import { botOf } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { changeText } from './rowTexts';

const SETTING = 'botlane.codeLens.predictions';

/** Whether expressions say what draft and LIVE make of them: none, those that differ, or all. */
type Predictions = 'off' | 'different' | 'all';

/** What draft and LIVE make of an expression, above it. Off unless the user wants it: files stay calm. */
export function registerPredictionLenses(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    workspace.onDidChange(() => {
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: 'file', language: LANGUAGE_ID, pattern: '**/*.intent.yaml' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: ({ uri }, token) => lensesOf(client, workspace, uri, token),
      },
    ),
  );
}

function wanted(file: vscode.Uri): Predictions {
  return vscode.workspace.getConfiguration(undefined, file).get<Predictions>(SETTING, 'off');
}

async function lensesOf(
  client: LanguageClient,
  workspace: WorkspaceState,
  file: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<vscode.CodeLens[]> {
  const predictions = wanted(file);
  const bot = predictions === 'off' ? undefined : comparableBot(workspace, file);
  if (!bot) return [];
  const outcome = await ask(
    client,
    CompareNlpRequest,
    { bot: bot.root, uri: file.toString(), all: predictions === 'all', trains: false },
    token,
  );
  if (outcome.kind !== 'compared') return [];
  return outcome.rows.flatMap((row) => (row.source === 'expression' ? lensOf(row, bot) : []));
}

/** The state may be of an earlier draft: the server trains nothing for it either, as that would be for every key stroke. */
function comparableBot(workspace: WorkspaceState, file: vscode.Uri): BotNode | undefined {
  const bot = botOf(workspace, file);
  const state = bot && workspace.state(bot.root);
  const isComparable =
    bot?.environment === 'draft' && state?.live.kind === 'known' && state.nlp.state === 'trained';
  return isComparable ? bot : undefined;
}

function lensOf(row: NlpComparisonRow, { root }: BotNode): vscode.CodeLens[] {
  if (!row.place) return [];
  const { start, end } = row.place.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return [
    new vscode.CodeLens(range, {
      title: changeText(row),
      command: 'botlane.compareNlp',
      arguments: [{ botRoot: root }],
    }),
  ];
}
