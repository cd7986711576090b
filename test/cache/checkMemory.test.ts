import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CheckMemory, type CheckOutput } from '../../server/src/cache/checkMemory';
import { CacheEntries } from '../../server/src/cache/entries';
import { type Stamp, stampOf } from '../../server/src/cache/stamps';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { checkWorkspace } from '../../server/src/rules/run';
import { fileUri } from '../../server/src/text/uri';
import { TemporaryFolder } from '../support/folders';

/** A workspace on a disk whose clock is ours, and counts in steps. */
class Disk {
  readonly folder = new TemporaryFolder();
  readonly #changed = new Map<string, number>();
  readonly #step: number;
  time = 1_000_000;
  live = 'none';
  nextChange: number | undefined;

  constructor(step: number) {
    this.#step = step;
  }

  write(path: string, text: string): void {
    this.folder.write(path, text);
    this.#changed.set(join(this.folder.path, path), this.time - (this.time % this.#step));
  }

  delete(path: string): void {
    rmSync(join(this.folder.path, path), { force: true });
  }

  /** Size and time only: nothing else gives a change away. */
  stampOf(path: string): Stamp | undefined {
    const size = stampOf(path)?.text.split(' ')[0];
    const changed = this.#changed.get(path) ?? 0;
    return size === undefined ? undefined : { text: `${size} ${changed}`, changed };
  }

  memory(key = 'check'): CheckMemory {
    return new CheckMemory({
      entries: new CacheEntries(join(this.folder.path, '.cache')),
      key,
      folder: this.folder.path,
      live: {
        revision: () => Promise.resolve(this.live === '' ? undefined : this.live),
        nextChange: () => Promise.resolve(this.nextChange),
      },
      stampOf: (path) => this.stampOf(path),
      now: () => this.time,
    });
  }

  fresh(): CheckOutput & { readonly project: ReturnType<typeof snapshotOf> } {
    const project = snapshotOf(new NodeFileSystem(), [fileUri(this.folder.path)]);
    const findings = checkWorkspace(project, () => ({ kind: 'none' }));
    return { project, out: JSON.stringify(findings), err: this.live, code: findings.length };
  }

  /** As `botlane check` does it. @returns whether it was remembered */
  async check(memory = this.memory()): Promise<boolean> {
    const known = await memory.recall();
    const { project, ...output } = this.fresh();
    if (known) assert.deepEqual(known, output, 'what is remembered is what a check from nothing says');
    else {
      await memory.noteLive(project.bots);
      await memory.keep(project, output);
    }
    return known !== undefined;
  }
}

const BOT = 'bot: one\nlanguages:\n  - en\n';
const intent = (name: string, text = 'say'): string =>
  `intent: ${name}\nexpressions:\n  en: |\n    ${text} it\n`;

describe('a remembered check', () => {
  let disk: Disk;
  beforeEach(() => {
    disk = new Disk(2000);
    disk.write('bot.yaml', BOT);
    disk.write('a.intent.yaml', intent('a'));
  });
  afterEach(() => disk.folder.remove());

  it('says the same as a check from nothing after any changes, also those that leave no stamp', async () => {
    const path = fc.constantFrom('bot.yaml', 'a.intent.yaml', 'b/b.intent.yaml', 'c.flow.yaml', 'b/bot.yaml');
    const text = fc.constantFrom(BOT, BOT.replace('one', 'two'), intent('a'), intent('b'), 'intent: [', '\0');
    const change = fc.record({
      path,
      text: fc.option(text, { nil: undefined }),
      wait: fc.constantFrom(0, 1, 500, 1999, 2000, 10_000),
      live: fc.option(fc.constantFrom('none', 'v1', ''), { nil: undefined }),
      check: fc.integer({ min: 0, max: 2 }),
    });
    let remembered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.constantFrom(1, 10, 2000),
        async (changes, step) => {
          const own = new Disk(step);
          try {
            for (const { path: at, text: content, wait, live, check } of changes) {
              if (content === undefined) own.delete(at);
              else own.write(at, content);
              own.live = live ?? own.live;
              for (let times = 0; times < check; times++) {
                if (await own.check()) remembered++;
                own.time += wait;
              }
            }
          } finally {
            own.folder.remove();
          }
        },
      ),
      { numRuns: 60 },
    );
    assert.ok(remembered > 20, `${remembered} were remembered`);
  });

  it('reads files whose stamp is too young to be trusted, once, and no others', async () => {
    assert.equal(await disk.check(), false);
    disk.time += 10_000;
    assert.equal(await disk.check(), true, 'by their content');
    disk.folder.write('a.intent.yaml', intent('b'));
    assert.equal(
      await disk.memory().recall().then(Boolean),
      true,
      'a change without a stamp, in no way that a disk can',
    );
  });

  it('knows a change of the same size within the same tick of the clock', async () => {
    assert.equal(await disk.check(), false);
    disk.write('a.intent.yaml', intent('b'));
    assert.equal(await disk.check(), false);
  });

  it('knows files again that are only newer: a fresh clone', async () => {
    await disk.check();
    disk.time += 100_000;
    disk.write('bot.yaml', BOT);
    disk.write('a.intent.yaml', intent('a'));
    assert.equal(await disk.check(), true);
  });

  it('is forgotten when LIVE moves, changes by itself, or cannot be told; and for other options', async () => {
    await disk.check();
    disk.live = 'v1';
    assert.equal(await disk.check(), false);
    assert.equal(await disk.check(), true);
    assert.equal(await disk.check(disk.memory('check --rule x')), false);
    disk.nextChange = disk.time + 5000;
    disk.live = 'v2';
    assert.equal(await disk.check(), false);
    disk.time += 4999;
    assert.equal(await disk.check(), true);
    disk.time += 1;
    assert.equal(await disk.check(), false);
    disk.live = '';
    disk.nextChange = undefined;
    assert.equal(await disk.check(), false);
    assert.equal(await disk.check(), false);
  });
});
