import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draftFile, extension } from './support/workspace';

interface Summary {
  passed: number;
  failed: number;
}

const PATH = 'tests/digression.bottest.yaml';

// Protects what the Testing view hangs on: the server runs the tests of the draft as it stands in the editor.
describe('conversation tests', function () {
  this.timeout(180_000);

  before(() => extension());

  it('run as they stand in the editor, saved or not', async () => {
    const before = await vscode.commands.executeCommand<Summary>('botlane.runConversationTests');
    assert.equal(before.failed, 0);
    assert.ok(before.passed > 0);

    const document = await vscode.workspace.openTextDocument(draftFile(PATH));
    const written = 'From which station do you leave?';
    const at = document.getText().indexOf(written);
    assert.ok(at > 0);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + written.length));
    edit.replace(document.uri, range, 'Where from?');
    await vscode.workspace.applyEdit(edit);
    try {
      const after = await vscode.commands.executeCommand<Summary>('botlane.runConversationTests');
      assert.deepEqual(after, { passed: before.passed - 1, failed: 1 });
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('have a lens each that runs it', async () => {
    const document = await vscode.workspace.openTextDocument(draftFile(PATH));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      50,
    );
    const run = lenses.find(({ command }) => command?.command === 'botlane.runConversationTests');
    assert.ok(run?.command);
    const { command, arguments: given = [] }: { command: string; arguments?: unknown[] } = run.command;
    assert.deepEqual(await vscode.commands.executeCommand(command, ...given), { passed: 1, failed: 0 });
  });
});
