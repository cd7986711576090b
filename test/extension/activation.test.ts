import assert from 'node:assert/strict';
import * as vscode from 'vscode';

// Protects the manifest and the entry point: everything else in VS Code hangs on them.
describe('activation', () => {
  const extension = vscode.extensions.getExtension('botlane.botlane');

  it('is found under its public name and starts without an error', async () => {
    assert.ok(extension, 'VS Code does not know botlane.botlane');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that the manifest promises', async () => {
    const contributes = extension?.packageJSON as { contributes?: { commands?: { command: string }[] } };
    const promised = (contributes.contributes?.commands ?? []).map(({ command }) => command);
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(promised.length > 0);
    assert.deepEqual(
      promised.filter((command) => !known.has(command)),
      [],
    );
  });
});
