import assert from 'node:assert/strict';
import type { FileReading, WatchedFileSystem } from '../../server/src/files/fileSystem';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Workspace } from '../../server/src/lsp/workspace';
import { StoredFile } from '../../server/src/project/storedFile';
import type { Uri } from '../../server/src/text/uri';
import { watchGetter } from '../support/watchedGetter';

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

  it('does no more in any step than a file or a piece of a folder takes, and leaves nothing of it to the snapshot', () => {
    const files = new CountedFiles(1_000);
    const workspace = new Workspace(files, undefined);
    const most = { listed: 0, read: 0, asked: 0 };
    const asked = { count: 0 };
    const watch = watchGetter(StoredFile, 'occurrences', () => asked.count++);
    try {
      workspace.setFolders(['file:///bots']);
      for (const _ of workspace.read()) {
        most.listed = Math.max(most.listed, files.listed);
        most.read = Math.max(most.read, files.reads);
        most.asked = Math.max(most.asked, asked.count);
        files.listed = files.reads = asked.count = 0;
      }
      assert.deepEqual(most, { listed: CountedFiles.PIECE, read: 1, asked: 1 });
      asked.count = 0;
      assert.equal(workspace.snapshot().bots[0]?.isDefined('intent', 'i7'), true);
      assert.equal(asked.count, 0, 'who mentions what is known');
    } finally {
      watch.stop();
    }
  });

  it('takes steps again when the files of a folder belong to another bot', () => {
    const files = new CountedFiles(1_000);
    const workspace = new Workspace(files, undefined);
    workspace.setFolders(['file:///bots']);
    workspace.snapshot();
    files.texts.delete('file:///bots/bot.yaml');
    workspace.noteChanges(['file:///bots/bot.yaml']);
    assert.equal(workspace.isRead, false);
    const steps = [...workspace.read()].length;
    assert.ok(steps > 5, String(steps));
    assert.equal(workspace.snapshot().orphans.length, 1_000);
  });
});

describe('what comes and goes beside definition files', () => {
  const known = (): { readonly files: CountedFiles; readonly workspace: Workspace } => {
    const files = new CountedFiles(1_000);
    const workspace = new Workspace(files, undefined);
    workspace.setFolders(['file:///bots']);
    workspace.snapshot();
    files.takeWork();
    return { files, workspace };
  };
  const intents = (workspace: Workspace): readonly string[] =>
    workspace.snapshot().bots[0]?.names('intent') ?? [];

  it('is looked at once and holds nothing up: no request waits, nothing is listed or read', () => {
    const { files, workspace } = known();
    const before = workspace.snapshot();
    workspace.noteChanges(Array.from({ length: 300 }, (_, i) => `file:///bots/out/o${i}.js`));
    assert.equal(workspace.isRead, true);
    assert.equal(workspace.snapshot(), before);
    assert.deepEqual(files.takeWork(), { listings: 0, reads: 0, looks: 300 });
  });

  it('is not even looked at where nothing is searched', () => {
    const { files, workspace } = known();
    workspace.noteChanges(['file:///bots/node_modules/a/lib', 'file:///bots/.git/objects', 'file:///other']);
    assert.equal(workspace.isRead, true);
    assert.deepEqual(files.takeWork(), { listings: 0, reads: 0, looks: 0 });
  });

  it('may be a folder that was renamed: the old name and the new one are all that is told', () => {
    const { files, workspace } = known();
    files.texts.set('file:///bots/far/off/new.intent.yaml', 'intent: new\n');
    workspace.noteChanges(['file:///bots/far']);
    assert.equal(workspace.isRead, false);
    assert.ok(intents(workspace).includes('new'));
    files.texts.delete('file:///bots/far/off/new.intent.yaml');
    files.texts.set('file:///bots/near/off/new.intent.yaml', 'intent: renewed\n');
    files.takeWork();
    workspace.noteChanges(['file:///bots/far', 'file:///bots/near']);
    assert.ok(intents(workspace).includes('renewed') && !intents(workspace).includes('new'));
    assert.equal(files.takeWork().reads, 2, 'what went and what came');
    files.texts.delete('file:///bots/near/off/new.intent.yaml');
    workspace.noteChanges(['file:///bots/near']);
    assert.equal(intents(workspace).length, 1_000);
    workspace.noteChanges(['file:///bots/near', 'file:///bots/near/off', 'file:///bots/far']);
    assert.equal(workspace.isRead, true, 'nothing is known there any more');
  });

  it('may be the folder of a bot, of which only its name is told when it goes', () => {
    const { files, workspace } = known();
    files.texts.clear();
    workspace.noteChanges(['file:///bots']);
    assert.equal(workspace.isRead, false);
    assert.deepEqual(workspace.snapshot().bots, []);
  });

  it('is listed once with the folder that holds it, in whatever order they are told', () => {
    const { files, workspace } = known();
    files.texts.set('file:///bots/a/b/c/new.intent.yaml', 'intent: new\n');
    workspace.noteChanges(['file:///bots/a/b/c', 'file:///bots/a/b', 'file:///bots/a']);
    assert.ok(intents(workspace).includes('new'));
    assert.deepEqual(files.takeWork(), { listings: 1, reads: 1, looks: 3 });
  });

  it('is noticed in a workspace that itself lies in a folder which no search goes into', () => {
    const files = new CountedFiles(0);
    files.texts.set('file:///home/.work/bots/bot.yaml', 'bot: b\n');
    const workspace = new Workspace(files, undefined);
    workspace.setFolders(['file:///home/.work/bots']);
    workspace.snapshot();
    files.texts.set('file:///home/.work/bots/x/new.intent.yaml', 'intent: new\n');
    workspace.noteChanges(['file:///home/.work/bots/x']);
    assert.deepEqual(intents(workspace), ['new']);
  });
});

/** Files in memory that count what is asked of them, and list a folder in small pieces. */
class CountedFiles implements WatchedFileSystem {
  static readonly PIECE = 50;
  readonly texts = new Map<Uri, string>([['file:///bots/bot.yaml', 'bot: a\n']]);
  listed = 0;
  listings = 0;
  reads = 0;
  looks = 0;

  constructor(intents: number) {
    for (let i = 0; i < intents; i++) this.texts.set(`file:///bots/i${i}.intent.yaml`, `intent: i${i}\n`);
  }

  definitionFiles(folder: Uri): readonly Uri[] {
    const found = new MemoryFileSystem(this.texts).definitionFiles(folder);
    this.listed += found.length;
    return found;
  }

  *listing(folder: Uri): Iterable<readonly Uri[]> {
    this.listings++;
    const all = new MemoryFileSystem(this.texts).definitionFiles(folder);
    for (let at = 0; at < all.length; at += CountedFiles.PIECE) {
      const piece = all.slice(at, at + CountedFiles.PIECE);
      this.listed += piece.length;
      yield piece;
    }
  }

  read(file: Uri): FileReading {
    this.reads++;
    return new MemoryFileSystem(this.texts).read(file);
  }

  isFolder(uri: Uri): boolean {
    this.looks++;
    return new MemoryFileSystem(this.texts).isFolder(uri);
  }

  /** What was asked since this was called last. */
  takeWork(): { readonly listings: number; readonly reads: number; readonly looks: number } {
    const { listings, reads, looks } = this;
    this.listings = this.reads = this.looks = 0;
    return { listings, reads, looks };
  }
}
