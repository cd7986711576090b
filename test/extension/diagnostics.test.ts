import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, draftFile, extension, finding, noFinding, placeOf } from './support/workspace';

const FLOW = draftFile('flows/lost-property.flow.yaml');
const INTENT = draftFile('intents/lost-item.intent.yaml');

// Protects what a developer sees first: findings for files that nobody has opened, and for text that nobody has saved.
describe('findings', () => {
  before(async () => {
    await extension();
  });

  describe('after an intent file was deleted', () => {
    let text: Uint8Array;

    before(async () => {
      text = await vscode.workspace.fs.readFile(INTENT);
      await vscode.workspace.fs.delete(INTENT);
    });

    after(async () => {
      await vscode.workspace.fs.writeFile(INTENT, text);
      await noFinding(FLOW);
    });

    it('flags the flow that is linked to it, though it is not open', async () => {
      const { severity, source, range, code } = await finding(FLOW, 'references/unknown-intent');
      assert.equal(severity, vscode.DiagnosticSeverity.Error);
      assert.equal(source, 'botlane');
      const document = await vscode.workspace.openTextDocument(FLOW);
      assert.equal(document.getText(range), 'lost_item');
      assert.ok(typeof code === 'object' && code.target, 'the code is a link to the page of the rule');
      await vscode.workspace.fs.stat(code.target);
    });

    it('offers to make the intent anew', async () => {
      const { range } = await finding(FLOW, 'references/unknown-intent');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        FLOW,
        range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const create = actions.find(({ title }) => title === "Create intent 'lost_item'");
      assert.ok(create?.edit, `only: ${actions.map(({ title }) => title).join(', ')}`);
    });
  });

  describe('in text that is not saved', () => {
    it('come, and go when it is reverted', async () => {
      const document = await vscode.workspace.openTextDocument(FLOW);
      await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(FLOW, placeOf(document, 'next: where', 'next: where'.length), 'ever');
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      assert.equal(document.isDirty, true);
      await finding(FLOW, 'references/unknown-dialog');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await noFinding(FLOW);
    });
  });

  describe('in the example as it is', () => {
    it('are none, after others have come and gone', () => {
      const findings = vscode.languages
        .getDiagnostics()
        .flatMap(([uri, diagnostics]) =>
          diagnostics.map((diagnostic) => `${uri.path}: ${codeOf(diagnostic)} ${diagnostic.message}`),
        );
      assert.deepEqual(findings, []);
    });
  });
});
