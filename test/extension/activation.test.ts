import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draftFile, extension } from './support/workspace';

// Protects the manifest and the entry point: everything else in VS Code hangs on them.
describe('activation', () => {
  it('is found under its public name and starts without an error', async () => {
    assert.equal((await extension()).isActive, true);
  });

  it('registers every command that the manifest promises, and no other', async () => {
    const { contributes } = (await extension()).packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const promised = contributes.commands.map(({ command }) => command).sort();
    const known = await vscode.commands.getCommands(true);
    // VS Code makes commands for each view, such as botlane.bots.focus.
    const ours = known.filter((name) => /^botlane\.[^.]+$/.test(name)).sort();
    assert.ok(promised.length > 0);
    assert.deepEqual(ours, promised);
  });

  it('gives bot definitions their language', async () => {
    const document = await vscode.workspace.openTextDocument(draftFile('flows/general.flow.yaml'));
    assert.equal(document.languageId, 'bot-definition');
  });
});
