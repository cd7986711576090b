import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draftFile, extension, placeOf } from './support/workspace';

const FLOW = draftFile('flows/lost-property.flow.yaml');
const INTENT = draftFile('intents/lost-item.intent.yaml');

// Protects the way from the editor to the server and back for what helps reading.
describe('what helps reading', () => {
  let intent: vscode.TextDocument;

  before(async () => {
    await extension();
    intent = await vscode.workspace.openTextDocument(INTENT);
    await vscode.workspace.openTextDocument(FLOW);
  });

  it('colours names by what they are', async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      INTENT,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      INTENT,
    );
    assert.equal(legend?.tokenTypes[tokens.data[3] ?? -1], 'class');
  });

  it('counts the uses of an intent, and a click leads to them', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      INTENT,
      1,
    );
    const command = lenses[0]?.command;
    assert.match(command?.title ?? '', /^\d+ uses?$/);
    assert.equal(command?.command, 'botlane.showReferences');
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  });

  it('folds expressions and hints at their number', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      INTENT,
    );
    assert.ok(folds.length > 1);
    const all = new vscode.Range(0, 0, intent.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      INTENT,
      all,
    );
    const label = hints[0]?.label;
    assert.match(typeof label === 'string' ? label : '', /^\d+ expressions$/);
  });

  it('knows which dialogs an intent leads to', async () => {
    const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      INTENT,
      placeOf(intent, 'lost_item', 2),
    );
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      items[0],
    );
    assert.ok(calls.some(({ to }) => to.uri.toString() === FLOW.toString()));
  });

  it('offers to move an expression', async () => {
    const place = new vscode.Position(intent.lineCount - 2, 6);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      INTENT,
      new vscode.Range(place, place),
      vscode.CodeActionKind.RefactorMove.value,
    );
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      ['botlane.moveExpressions'],
    );
  });
});
