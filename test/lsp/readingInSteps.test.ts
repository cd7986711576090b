import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Workspace } from '../../server/src/lsp/workspace';

describe('reading a workspace in steps', () => {
  const FILES = 30;
  const disk = (): MemoryFileSystem =>
    new MemoryFileSystem(
      new Map([
        ['file:///bots/bot.yaml', 'bot: a\n'],
        ...Array.from(
          { length: FILES },
          (_, i) => [`file:///bots/i${i}.intent.yaml`, `intent: i${i}\n`] as const,
        ),
      ]),
    );
  const names = (workspace: Workspace): readonly string[] =>
    workspace.snapshot().bots[0]?.names('intent') ?? [];

  it('takes at least a step for each file, and knows them all then', () => {
    const workspace = new Workspace(disk(), undefined);
    workspace.setFolders(['file:///bots']);
    assert.equal(workspace.isRead, false);
    let steps = 0;
    for (const _ of workspace.read()) steps++;
    assert.ok(steps >= FILES, String(steps));
    assert.equal(workspace.isRead, true);
    assert.equal(names(workspace).length, FILES);
  });

  it('goes on where it was left, with what happened meanwhile', () => {
    const workspace = new Workspace(disk(), undefined);
    workspace.setFolders(['file:///bots']);
    const reading = workspace.read();
    for (let step = 0; step < 10; step++) reading.next();
    workspace.setText('file:///bots/i3.intent.yaml', 'intent: typed\n');
    workspace.setText('file:///bots/i25.intent.yaml', 'intent: typed_too\n');
    assert.equal(workspace.isRead, false);
    for (const _ of workspace.read());
    assert.ok(names(workspace).includes('typed') && names(workspace).includes('typed_too'));
    assert.equal(names(workspace).length, FILES);
  });

  it('begins anew when the folders changed in the middle', () => {
    const workspace = new Workspace(disk(), undefined);
    workspace.setFolders(['file:///bots']);
    workspace.read().next();
    workspace.setFolders([]);
    for (const _ of workspace.read());
    assert.deepEqual(workspace.snapshot().bots, []);
  });

  it('reads the rest at once for who cannot wait', () => {
    const workspace = new Workspace(disk(), undefined);
    workspace.setFolders(['file:///bots']);
    workspace.read().next();
    assert.equal(names(workspace).length, FILES);
  });
});
