import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import type { FileReading, FileSystem } from '../../server/src/files/fileSystem';
import { isFoundIn } from '../../server/src/files/definitionNames';
import { Project, snapshotOf } from '../../server/src/project/project';
import type { ProjectSnapshot } from '../../server/src/project/snapshot';
import type { Uri } from '../../server/src/text/uri';

const ROOT = 'file:///work%20space';

/** A disk whose files come, change and go. */
class ChangingFiles implements FileSystem {
  readonly files = new Map<Uri, string>();

  definitionFiles(folder: Uri): readonly Uri[] {
    return [...this.files.keys()].filter((file) => isFoundIn(folder, file)).sort();
  }

  read(file: Uri): FileReading {
    return new MemoryFileSystem(this.files).read(file);
  }
}

/** Everything that can be seen of a snapshot, in a form that compares. */
function visible(snapshot: ProjectSnapshot) {
  return {
    bots: snapshot.bots.map((bot) => ({
      root: bot.root,
      id: bot.id,
      files: [...bot.files.keys()],
      texts: [...bot.files.values()].map((file) => file.syntax.text),
      intents: bot.intents.map(({ item, file }) => [item.name.value, file.uri]),
      dialogs: bot.dialogs.map(({ item, file }) => [`${item.flow}/${item.name.value}`, file.uri]),
      references: bot
        .occurrencesOf('intent')
        .map(({ name, role, file, span }) => [name, role, file.uri, span]),
      broken: bot.hasBrokenFiles,
    })),
    orphans: snapshot.orphans.map(({ uri }) => uri),
  };
}

const bot = (name: string): string => `bot: ${name}\nlanguages:\n  - en\n`;
const intent = (name: string): string => `intent: ${name}\nexpressions:\n  en: |\n    say ${name}\n`;
const flow = (name: string, linked: string): string =>
  `flow: ${name}\ndialogs:\n  start:\n    trigger:\n      intent: ${linked}\n    end: true\n`;

describe('Project', () => {
  it('gives a file to the bot of the nearest folder, also when bots are nested', () => {
    const files = new MemoryFileSystem(
      new Map([
        [`${ROOT}/outer/bot.yaml`, bot('outer')],
        [`${ROOT}/outer/hello.intent.yaml`, intent('hello')],
        [`${ROOT}/outer/inner/bot.yaml`, bot('inner')],
        [`${ROOT}/outer/inner/deep/bye.intent.yaml`, intent('bye')],
        [`${ROOT}/stray.intent.yaml`, intent('stray')],
      ]),
    );
    const snapshot = snapshotOf(files, [ROOT]);
    assert.deepEqual(
      snapshot.bots.map(({ id, intents }) => [id, intents.map(({ item }) => item.name.value)]),
      [
        ['outer', ['hello']],
        ['inner', ['bye']],
      ],
    );
    assert.deepEqual(
      snapshot.orphans.map(({ uri }) => uri),
      [`${ROOT}/stray.intent.yaml`],
    );
    assert.equal(snapshot.botOf(`${ROOT}/outer/inner/deep/new.flow.yaml`)?.id, 'inner');
    assert.equal(snapshot.botOf(`${ROOT}/elsewhere.flow.yaml`), undefined);
  });

  it('finds names whatever their case, definitions before references', () => {
    const files = new MemoryFileSystem(
      new Map([
        [`${ROOT}/bot.yaml`, bot('one')],
        [`${ROOT}/a.flow.yaml`, flow('main', 'Hello')],
        [`${ROOT}/b.intent.yaml`, intent('hello')],
      ]),
    );
    const [only] = snapshotOf(files, [ROOT]).bots;
    assert.deepEqual(
      only?.occurrences('intent', 'HELLO').map(({ role, name }) => [role, name]),
      [
        ['definition', 'hello'],
        ['reference', 'Hello'],
      ],
    );
    assert.deepEqual(only?.names('intent'), ['hello']);
  });

  it('keeps the snapshot of a bot in which nothing changed', () => {
    const disk = new ChangingFiles();
    disk.files.set(`${ROOT}/one/bot.yaml`, bot('one'));
    disk.files.set(`${ROOT}/two/bot.yaml`, bot('two'));
    const project = new Project(disk);
    project.setFolders([ROOT]);
    const before = project.snapshot();
    assert.equal(project.snapshot(), before);
    disk.files.set(`${ROOT}/two/x.intent.yaml`, intent('x'));
    project.refresh(`${ROOT}/two/x.intent.yaml`);
    const after = project.snapshot();
    assert.equal(after.bots[0], before.bots[0]);
    assert.notEqual(after.bots[1], before.bots[1]);
    assert.equal(before.bots[1]?.intents.length, 0, 'a snapshot does not change any more');
  });

  it('knows after any changes exactly what a fresh start knows', () => {
    const paths = ['', 'a/', 'a/b/', 'node_modules/'].flatMap((folder) =>
      ['bot.yaml', 'x.intent.yaml', 'y.intent.yaml', 'z.flow.yaml'].map((name) => `${ROOT}/${folder}${name}`),
    );
    const texts = [
      bot('one'),
      bot('two'),
      intent('x'),
      intent('y'),
      flow('z', 'x'),
      'intent: [broken',
      '',
      '\u0000',
    ];
    const change = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
      look: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const disk = new ChangingFiles();
        const project = new Project(disk);
        project.setFolders([ROOT]);
        for (const { path, text, look } of changes) {
          if (text === undefined) disk.files.delete(path);
          else disk.files.set(path, text);
          project.refresh(path);
          if (look) project.snapshot();
        }
        assert.deepEqual(visible(project.snapshot()), visible(snapshotOf(disk, [ROOT])));
      }),
    );
  });

  it('takes a folder for everything below it', () => {
    const disk = new ChangingFiles();
    disk.files.set(`${ROOT}/bot.yaml`, bot('one'));
    const project = new Project(disk);
    project.setFolders([ROOT]);
    disk.files.set(`${ROOT}/intents/x.intent.yaml`, intent('x'));
    project.refresh(`${ROOT}/intents`);
    assert.deepEqual(project.snapshot().bots[0]?.names('intent'), ['x']);
    disk.files.delete(`${ROOT}/intents/x.intent.yaml`);
    project.refresh(`${ROOT}/intents`);
    assert.deepEqual(project.snapshot().bots[0]?.names('intent'), []);
  });
});
