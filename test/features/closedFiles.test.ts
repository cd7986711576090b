import assert from 'node:assert/strict';
import { prepareCallHierarchy } from '../../server/src/features/callHierarchy';
import { completion } from '../../server/src/features/completion/completion';
import { detailOf } from '../../server/src/features/completion/names';
import { nextDialog } from '../../server/src/features/nextDialog';
import type { FileReading, FileSystem } from '../../server/src/files/fileSystem';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Project } from '../../server/src/project/project';
import type { BotSnapshot, ProjectFile } from '../../server/src/project/snapshot';
import type { Uri } from '../../server/src/text/uri';

const ROOT = 'file:///bot';
const OPEN = `${ROOT}/open.flow.yaml`;
const FLOW = `flow: open
dialogs:
  first:
    trigger:
      intent: i1
    next: first
`;
const many = (file: (n: number) => readonly [string, string]): readonly (readonly [string, string])[] =>
  Array.from({ length: 20 }, (_, n) => file(n));

const TEXTS = new Map<Uri, string>([
  [`${ROOT}/bot.yaml`, 'bot: one\nlanguages: [en]\n'],
  [OPEN, FLOW],
  ...many((n) => [`${ROOT}/i${n}.intent.yaml`, `intent: i${n}\ndescription: number ${n}\n`]),
  ...many((n) => [
    `${ROOT}/f${n}.flow.yaml`,
    `flow: f${n}\ndialogs:\n  d:\n    trigger:\n      intent: i${n}\n    end: true\n`,
  ]),
]);

/** A bot of which one flow is open and nothing else has a tree, and the files that are read from then on. */
function closedBot(): { readonly bot: BotSnapshot; readonly file: ProjectFile; readonly reads: Uri[] } {
  const memory = new MemoryFileSystem(TEXTS);
  const reads: Uri[] = [];
  const counted: FileSystem = {
    definitionFiles: (folder) => memory.definitionFiles(folder),
    listing: (folder) => memory.listing(folder),
    read(uri): FileReading {
      reads.push(uri);
      return memory.read(uri);
    },
  };
  const project = new Project(counted);
  project.setFolders([ROOT]);
  const [bot] = project.snapshot().bots;
  const file = bot?.files.get(OPEN);
  assert.ok(bot && file);
  for (const _ of project.releaseTrees([OPEN], 0));
  reads.length = 0;
  return { bot, file, reads };
}

describe('what is asked with every key stroke or move of the cursor', () => {
  it('offers intents and dialogs without reading the files that define them', () => {
    const { bot, file, reads } = closedBot();
    const offered = (offset: number): ReadonlySet<string> =>
      new Set(completion(bot, file, offset).items.map(({ label }) => label));
    assert.ok(offered(FLOW.indexOf('i1')).has('i19'));
    const dialogs = offered(FLOW.lastIndexOf('first'));
    assert.ok(dialogs.has('f19/d') && dialogs.has('first'));
    assert.deepEqual(reads, []);
  });

  it('reads the file of the name that somebody looks at', () => {
    const { bot, reads } = closedBot();
    assert.equal(detailOf(bot, { symbol: 'intent', name: 'i7' }), 'number 7');
    assert.equal(detailOf(bot, { symbol: 'dialog', name: 'f8/d' }), 'intent i8');
    assert.deepEqual(reads, [`${ROOT}/i7.intent.yaml`, `${ROOT}/f8.flow.yaml`]);
  });

  it('finds the dialog around the cursor, and the one that answers, without searching all flows', () => {
    const { bot, file, reads } = closedBot();
    const [item] = prepareCallHierarchy(bot, file, FLOW.indexOf('trigger'));
    assert.equal(item?.name, 'open/first');
    assert.equal(nextDialog(bot, 'i5')?.item.flow, 'f5');
    assert.deepEqual(reads, [`${ROOT}/f5.flow.yaml`]);
  });
});
