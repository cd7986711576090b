import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import type { FileReading, FileSystem } from '../../server/src/files/fileSystem';
import { isFoundIn } from '../../server/src/files/definitionNames';
import { OutdatedSnapshotError } from '../../server/src/project/outdated';
import { Project, snapshotOf } from '../../server/src/project/project';
import type { PlacedOccurrence, ProjectSnapshot } from '../../server/src/project/snapshot';
import { foldName } from '../../server/src/model/occurrence';
import type { Uri } from '../../server/src/text/uri';

const ROOT = 'file:///work%20space';

/** A disk whose files come, change and go. */
class ChangingFiles implements FileSystem {
  readonly files = new Map<Uri, string>();

  definitionFiles(folder: Uri): readonly Uri[] {
    return [...this.files.keys()].filter((file) => isFoundIn(folder, file)).sort();
  }

  listing(folder: Uri): Iterable<readonly Uri[]> {
    return [this.definitionFiles(folder)];
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
      all: KINDS.map((kind) => bot.occurrencesOf(kind).map(placeOf)),
      names: KINDS.map((kind) => bot.names(kind)),
      byName: KINDS.map((kind) => NAMES.map((name) => bot.occurrences(kind, name).map(placeOf))),
      intent: NAMES.map((name) => bot.intent(name).map(({ item }) => item.name)),
      dialog: NAMES.map((name) => bot.dialog(name).map(({ item }) => item.name)),
      broken: bot.hasBrokenFiles,
    })),
    orphans: snapshot.orphans.map(({ uri }) => uri),
    file: [`${ROOT}/bot.yaml`, `${ROOT}/a/x.intent.yaml`].map((uri) => snapshot.file(uri)?.syntax.text),
  };
}

const KINDS = ['bot', 'intent', 'flow', 'dialog', 'language'] as const;
const NAMES = ['one', 'x', 'Y', 'z', 'z/start', 'en'];

function placeOf({ name, role, file, span }: PlacedOccurrence) {
  return [name, role, file.uri, span];
}

/** The look-ups by name as anyone would write them who has all the time in the world. */
function assertLookUps(snapshot: ProjectSnapshot): void {
  for (const own of snapshot.bots) {
    for (const kind of KINDS) {
      for (const name of NAMES) {
        const named = own.occurrencesOf(kind).filter((one) => foldName(one.name) === foldName(name));
        const definitions = named.filter(({ role }) => role === 'definition');
        const references = named.filter(({ role }) => role === 'reference');
        assert.deepEqual(own.definitions(kind, name), definitions);
        assert.deepEqual(own.references(kind, name), references);
        assert.equal(own.isDefined(kind, name), definitions.length > 0);
      }
    }
    for (const name of NAMES) {
      const isNamed = (other: string): boolean => foldName(other) === foldName(name);
      assert.deepEqual(
        own.intent(name),
        own.intents.filter(({ item }) => isNamed(item.name.value)),
      );
      assert.deepEqual(
        own.dialog(name),
        own.dialogs.filter(({ item }) => isNamed(`${item.flow}/${item.name.value}`)),
      );
    }
  }
}

const bot = (name: string): string => `bot: ${name}\nlanguages:\n  - en\n`;
const intent = (name: string): string => `intent: ${name}\nexpressions:\n  en: |\n    say ${name}\n`;
const flow = (name: string, linked: string): string =>
  `flow: ${name}\ndialogs:\n  start:\n    trigger:\n      intent: ${linked}\n    end: true\n`;

/** Nothing when the file system has gone on since: a snapshot is never a mixture of then and now. */
function seenUnlessOutdated(snapshot: ProjectSnapshot): ReturnType<typeof visible> | undefined {
  try {
    return visible(snapshot);
  } catch (error) {
    if (error instanceof OutdatedSnapshotError) return undefined;
    throw error;
  }
}

function releaseAll(project: Project): void {
  for (const step of project.releaseTrees([], 0)) assert.equal(step, undefined);
}

/** What is said to have changed is what differs, or was exchanged and came back. */
function assertChanges(before: ProjectSnapshot, after: ProjectSnapshot): void {
  for (const later of after.bots) {
    const earlier = before.bots.find(({ root }) => root === later.root);
    const changed = earlier && later.changedSince(earlier);
    if (!earlier || !changed) continue;
    for (const uri of new Set([...earlier.files.keys(), ...later.files.keys()])) {
      assert.ok(changed.has(uri) || earlier.files.get(uri) === later.files.get(uri), uri);
    }
    if (later !== earlier) assert.equal(earlier.changedSince(later), undefined);
  }
}

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
    const [, two] = before.bots;
    assert.deepEqual(two && after.bots[1]?.changedSince(two), new Set([`${ROOT}/two/x.intent.yaml`]));
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
      /** A change of which the project is not told, as when an event is late. */
      told: fc.boolean(),
      look: fc.boolean(),
      release: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const disk = new ChangingFiles();
        const project = new Project(disk);
        project.setFolders([ROOT]);
        const looked: { readonly snapshot: ProjectSnapshot; readonly seen: unknown }[] = [];
        for (const { path, text, told, look, release } of changes) {
          if (release) releaseAll(project);
          if (text === undefined) disk.files.delete(path);
          else disk.files.set(path, text);
          if (told) project.refresh(path);
          const snapshot = look ? project.snapshot() : undefined;
          const seen = snapshot && seenUnlessOutdated(snapshot);
          if (seen) looked.push({ snapshot, seen });
        }
        project.setFolders([ROOT]);
        releaseAll(project);
        assert.deepEqual(visible(project.snapshot()), visible(snapshotOf(disk, [ROOT])));
        assertLookUps(project.snapshot());
        for (const { snapshot, seen } of looked) {
          const now = seenUnlessOutdated(snapshot);
          if (now) assert.deepEqual(now, seen, 'a snapshot does not change any more');
          assertChanges(snapshot, project.snapshot());
        }
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
