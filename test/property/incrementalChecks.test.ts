import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Project } from '../../server/src/project/project';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import type { LiveState } from '../../server/src/rules/rule';
import { checkWorkspace, WorkspaceCheck } from '../../server/src/rules/run';
import { joinUri, type Uri } from '../../server/src/text/uri';
import { ROOT } from '../support/workspace';
import { definitionFile, settingsText } from './randomBots';

/** A workspace of files in memory, its LIVE, and the check that follows their changes. */
class Workbench {
  readonly files = new Map<Uri, string>();
  readonly #project = new Project(new MemoryFileSystem(this.files));
  readonly #check = new WorkspaceCheck({ onCrash: (code, error) => assert.fail(`${code} ${String(error)}`) });
  readonly #live = new Map<Uri, LiveState>();

  constructor() {
    this.#project.setFolders([ROOT]);
  }

  write(path: string, text: string): void {
    const uri = joinUri(ROOT, path);
    this.files.set(uri, text);
    this.#project.refresh(uri);
  }

  remove(uri: Uri): void {
    this.files.delete(uri);
    this.#project.refresh(uri);
  }

  /** What is there now goes live for one bot; or its LIVE is gone, or not known any more. */
  publish(index: number, kind: LiveState['kind']): void {
    const { bots } = this.#project.snapshot();
    const bot = bots[index % Math.max(1, bots.length)];
    if (!bot) return;
    const version = this.#live.size + 1;
    const states: Record<LiveState['kind'], LiveState> = {
      none: { kind: 'none' },
      unknown: { kind: 'unknown', reason: 'It was not fetched.' },
      known: { kind: 'known', version, bot },
    };
    this.#live.set(bot.root, states[kind]);
  }

  /** The check hears of what there is now, and does some of its work before the next change comes. */
  work(steps: number): void {
    this.#check.update(this.#project.snapshot(), this.#liveOf);
    const work = this.#check.work();
    for (let step = 0; step < steps && work.next().done !== true; step++);
  }

  /** What the finished check says must be what a fresh one says, of every file. */
  compare(): void {
    this.work(Infinity);
    const fresh = checkWorkspace(this.#project.snapshot(), this.#liveOf);
    const own = [...this.files.keys()].sort().flatMap((uri) => this.#check.findings(uri));
    assert.deepEqual(own, fresh);
  }

  readonly #liveOf = (bot: BotSnapshot): LiveState => this.#live.get(bot.root) ?? { kind: 'none' };
}

type Change = (bench: Workbench) => void;

const anyFile = fc.nat();
const fileOf = ({ files }: Workbench, index: number): Uri => [...files.keys()][index % files.size] ?? '';
const pathOf = (uri: Uri): string => uri.slice(ROOT.length + 1);

const written = definitionFile.map(
  ({ path, content }): Change =>
    (bench) =>
      bench.write(path, content),
);
const settings = fc.tuple(fc.constantFrom('bot.yaml', 'inner/bot.yaml', 'outer/bot.yaml'), settingsText).map(
  ([path, text]): Change =>
    (bench) =>
      bench.write(path, text),
);

/** The same file with a small change: what follows moves, or a word is another. */
const editedAt = (file: fc.Arbitrary<number>): fc.Arbitrary<Change> =>
  fc.tuple(file, fc.constantFrom('shift', 'join', 'letter', 'drop', 'double'), fc.nat()).map(
    ([index, how, place]): Change =>
      (bench) => {
        const uri = fileOf(bench, index);
        const text = bench.files.get(uri) ?? '';
        const lines = text.split('\n');
        const at = place % lines.length;
        const line = lines[at] ?? '';
        if (how === 'shift') lines.unshift('# moved');
        else if (how === 'join') lines[at] = `${line} `;
        else if (how === 'letter') lines[at] = `${line.slice(0, -1)}x`;
        else if (how === 'drop') lines.splice(at, 1);
        else lines.splice(at, 0, line);
        bench.write(pathOf(uri), lines.join('\n'));
      },
  );
const edited = editedAt(anyFile);

/** One setting of the bot is another: its name and its rules, for which everything would be checked anew, stay. */
const toggled = fc
  .constantFrom(
    ['type: string', 'type: number'],
    ['draft: { web', 'draft: { facebook'],
    ['languages: [en]', 'languages: [en, nl]'],
    ['  count:', '  place:'],
    ['  name:', '  cuont:'],
  )
  .map(
    ([a = '', b = '']): Change =>
      (bench) => {
        const text = bench.files.get(joinUri(ROOT, 'bot.yaml')) ?? '';
        bench.write('bot.yaml', text.includes(a) ? text.replaceAll(a, b) : text.replaceAll(b, a));
      },
  );

const removed = anyFile.map(
  (index): Change =>
    (bench) =>
      bench.remove(fileOf(bench, index)),
);
const renamed = fc.tuple(anyFile, fc.constantFrom('c', 'd')).map(
  ([index, name]): Change =>
    (bench) => {
      const uri = fileOf(bench, index);
      const text = bench.files.get(uri) ?? '';
      bench.remove(uri);
      bench.write(pathOf(uri).replace(/[^/.]+(?=\.\w+\.yaml$)/, name), text);
    },
);
const live = fc.tuple(fc.nat(), fc.constantFrom<LiveState['kind']>('none', 'unknown', 'known', 'known')).map(
  ([index, kind]): Change =>
    (bench) =>
      bench.publish(index, kind),
);

const change = fc.oneof(
  { arbitrary: edited, weight: 6 },
  { arbitrary: written, weight: 4 },
  { arbitrary: settings, weight: 1 },
  { arbitrary: toggled, weight: 2 },
  { arbitrary: removed, weight: 2 },
  { arbitrary: renamed, weight: 1 },
  { arbitrary: live, weight: 2 },
);
/** How much of the work is done before the next change: none, some, or all of it. */
const pause = fc.oneof({ arbitrary: fc.nat({ max: 12 }), weight: 2 }, fc.constant(Infinity));

/** What a person does who writes one file: change it again and again, and now and then the settings of the bot. */
const writing = anyFile.chain((index) =>
  fc.array(
    fc.oneof(
      { arbitrary: editedAt(fc.constant(index)), weight: 8 },
      { arbitrary: toggled, weight: 4 },
      { arbitrary: live, weight: 1 },
    ),
    { minLength: 4, maxLength: 16 },
  ),
);

describe('checks after changes', () => {
  it('find what a fresh check finds, whatever was changed and however little was checked between', () => {
    const start = fc.tuple(
      settingsText,
      settingsText,
      fc.array(definitionFile, { minLength: 4, maxLength: 12 }),
    );
    const story = fc.array(fc.tuple(change, pause), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(start, story, ([outer, inner, files], changes) => {
        const bench = new Workbench();
        bench.write('bot.yaml', outer);
        bench.write('inner/bot.yaml', inner);
        for (const { path, content } of files) bench.write(path, content);
        bench.compare();
        for (const [apply, steps] of changes) {
          apply(bench);
          bench.work(steps);
          if (steps === Infinity) bench.compare();
        }
        bench.compare();
      }),
      { numRuns: Number(process.env['BOTLANE_PROPERTY_RUNS'] ?? 120) },
    );
  });

  it('find it after every key stroke in a file, of whose dialogs most are what they were', () => {
    const start = fc.tuple(settingsText, fc.array(definitionFile, { minLength: 3, maxLength: 6 }));
    fc.assert(
      fc.property(start, writing, ([outer, files], changes) => {
        const bench = new Workbench();
        bench.write('bot.yaml', outer);
        for (const { path, content } of files) bench.write(path, content);
        for (const apply of changes) {
          apply(bench);
          bench.compare();
        }
      }),
      { numRuns: Number(process.env['BOTLANE_PROPERTY_RUNS'] ?? 120) },
    );
  });
});
