import assert from 'node:assert/strict';
import type { FileReading, FileSystem } from '../../server/src/files/fileSystem';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { OutdatedSnapshotError } from '../../server/src/project/outdated';
import { Project } from '../../server/src/project/project';
import type { ProjectFile } from '../../server/src/project/snapshot';
import type { Uri } from '../../server/src/text/uri';

const ROOT = 'file:///bots';
const HELLO = `${ROOT}/hello.intent.yaml`;
const MAIN = `${ROOT}/main.flow.yaml`;
const text = (expression: string): string => `intent: hello\nexpressions:\n  en: |\n    ${expression}\n`;

/** Counts what is read. */
class CountedFiles implements FileSystem {
  readonly texts = new Map<Uri, string>([
    [`${ROOT}/bot.yaml`, 'bot: one\nlanguages:\n  - en\n'],
    [HELLO, text('hi')],
    [MAIN, 'flow: main\ndialogs:\n  start:\n    trigger:\n      intent: hello\n    end: true\n'],
  ]);
  reads: Uri[] = [];

  definitionFiles(folder: Uri): readonly Uri[] {
    return new MemoryFileSystem(this.texts).definitionFiles(folder);
  }

  listing(folder: Uri): Iterable<readonly Uri[]> {
    return [this.definitionFiles(folder)];
  }

  read(file: Uri): FileReading {
    this.reads.push(file);
    return new MemoryFileSystem(this.texts).read(file);
  }
}

function started(): { disk: CountedFiles; project: Project } {
  const disk = new CountedFiles();
  const project = new Project(disk);
  project.setFolders([ROOT]);
  disk.reads = [];
  return { disk, project };
}

function release(project: Project, open: readonly Uri[] = [], budget = 0): void {
  for (const step of project.releaseTrees(open, budget)) assert.equal(step, undefined);
}

function fileAt(project: Project, uri: Uri): ProjectFile {
  const file = project.snapshot().file(uri);
  assert.ok(file);
  return file;
}

describe('A file without its tree', () => {
  it('answers look-ups by name, and that it is sound, without being read', () => {
    const { disk, project } = started();
    const places = project.snapshot().bots[0]?.occurrences('intent', 'hello');
    release(project);
    const [bot] = project.snapshot().bots;
    assert.deepEqual(
      bot?.occurrences('intent', 'Hello').map(({ file, ...place }) => ({ ...place, uri: file.uri })),
      places?.map(({ file, ...place }) => ({ ...place, uri: file.uri })),
    );
    assert.deepEqual(bot?.names('dialog'), ['main/start']);
    assert.equal(bot?.isDefined('intent', 'hello'), true);
    assert.equal(bot?.hasBrokenFiles, false);
    assert.deepEqual(fileAt(project, HELLO).schemaProblems, []);
    assert.deepEqual(disk.reads, []);
  });

  it('keeps the places of its names no longer than its tree', () => {
    const { project } = started();
    release(project);
    const file = fileAt(project, MAIN);
    const unpacked = file.occurrences;
    assert.equal(file.occurrences, unpacked);
    release(project);
    assert.notEqual(file.occurrences, unpacked);
    assert.deepEqual(file.occurrences, unpacked);
  });

  it('is not held by a list of definitions that was asked for once', () => {
    const { project } = started();
    const [bot] = project.snapshot().bots;
    const [intent] = bot?.intents ?? [];
    const [dialog] = bot?.dialogs ?? [];
    assert.ok(intent && dialog);
    release(project);
    assert.notEqual(bot?.intents[0]?.item, intent.item);
    assert.notEqual(bot?.dialogs[0]?.item, dialog.item);
    assert.deepEqual(bot?.intents[0]?.item.name, intent.item.name);
  });

  it('gets its tree back when it is asked for, once', () => {
    const { disk, project } = started();
    release(project);
    const file = fileAt(project, HELLO);
    const { syntax, definitions } = file;
    assert.equal(syntax.text, text('hi'));
    assert.equal(definitions.length, 1);
    assert.equal(file.syntax, syntax);
    assert.deepEqual(disk.reads, [HELLO]);
  });

  it('tells positions from its text alone', () => {
    const { disk, project } = started();
    const { start } = fileAt(project, HELLO).occurrences[0]?.span ?? { start: -1 };
    const position = fileAt(project, HELLO).lines.positionAt(start);
    release(project);
    assert.deepEqual(fileAt(project, HELLO).lines.positionAt(start), position);
    assert.deepEqual(disk.reads, [HELLO]);
    disk.texts.set(HELLO, text('ho'));
    release(project);
    assert.throws(() => fileAt(project, HELLO).lines, OutdatedSnapshotError);
  });

  it('keeps it while it is open, and while it is among those used last', () => {
    const { disk, project } = started();
    release(project, [HELLO]);
    assert.ok(fileAt(project, HELLO).syntax);
    assert.deepEqual(disk.reads, []);
    release(project, [HELLO]);
    const { length } = fileAt(project, MAIN).syntax.text;
    assert.deepEqual(disk.reads, [MAIN]);
    release(project, [], length);
    release(project, [], length);
    assert.ok(fileAt(project, MAIN).syntax);
    assert.deepEqual(disk.reads, [MAIN], 'used last: its tree stayed');
    assert.ok(fileAt(project, HELLO).syntax);
    assert.deepEqual(disk.reads, [MAIN, HELLO]);
  });

  it('is forgotten one at a step, those used longest ago first, and only as many as are too many', () => {
    const { disk, project } = started();
    const uris = Array.from({ length: 20 }, (_, count) => `${ROOT}/i${count + 10}.intent.yaml`);
    for (const uri of uris) {
      disk.texts.set(uri, text('hi'));
      project.refresh(uri);
    }
    release(project);
    const { length } = text('hi');
    const use = (uri: Uri): void => void fileAt(project, uri).syntax;
    for (const uri of uris) {
      use(uri);
      release(project, [], 100 * length);
    }
    use(uris[0] ?? '');
    const budget = 5 * length;
    const open = uris.slice(1, 3);
    const steps = project.releaseTrees(open, budget);
    disk.reads = [];
    assert.equal([...steps].length, uris.length - open.length - 5);
    for (const uri of uris) use(uri);
    assert.deepEqual(disk.reads, uris.slice(3, -4));
    assert.deepEqual([...project.releaseTrees(uris, 0)], []);
  });

  it('is not mixed with what the file has become meanwhile', () => {
    const { disk, project } = started();
    release(project);
    const before = fileAt(project, HELLO);
    disk.texts.set(HELLO, text('ho'));
    assert.throws(() => before.syntax, OutdatedSnapshotError);
    assert.equal(fileAt(project, HELLO).syntax.text, text('ho'), 'the next snapshot knows');
    assert.throws(() => before.definitions, OutdatedSnapshotError);
  });

  it('is gone in the next snapshot when the file is', () => {
    const { disk, project } = started();
    release(project);
    const before = fileAt(project, HELLO);
    disk.texts.delete(HELLO);
    assert.throws(() => before.syntax, OutdatedSnapshotError);
    assert.equal(project.snapshot().file(HELLO), undefined);
  });

  it('stays the same file when an event says that it changed, and it did not', () => {
    const { project } = started();
    release(project);
    const before = project.snapshot();
    project.refresh(HELLO);
    assert.equal(project.snapshot(), before);
  });
});
