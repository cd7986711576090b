import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../server/src/cache/entries';
import { MAIN } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { BotRepository, flowFile } from '../support/repository';

// Protects publishing after a check from checking again, and LIVE from what a check does not know.
describe('What the command line remembers for a publish', function () {
  this.timeout(120_000);
  let cache: TemporaryFolder;
  let repository: BotRepository;
  beforeEach(() => {
    cache = new TemporaryFolder();
    repository = new BotRepository();
  });
  afterEach(() => {
    cache.remove();
    repository.remove();
  });

  function spawn(...words: readonly string[]) {
    return spawnSync(process.execPath, [MAIN, ...words], {
      cwd: repository.folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: cache.path },
    });
  }

  function run(...words: readonly string[]): void {
    const { status, stdout, stderr } = spawn(...words);
    assert.equal(status, 0, stdout + stderr);
  }

  const folder = (): string => join(cache.path, 'botlane', 'content');
  const entries = (): readonly string[] => readdirSync(folder()).sort();
  /** The entries as they are written. */
  const contents = (): ReadonlyMap<string, string> =>
    new Map(entries().map((name) => [name, readFileSync(join(folder(), name), 'utf8')]));

  /** Puts no findings in the place of those that are kept, with the checksum of that. Tells how many there were. */
  function emptyFindings(kept: ReadonlyMap<string, string>): number {
    const found = [...kept].filter(([, content]) => content.includes('"severity"'));
    for (const [name] of found) writeFileSync(join(folder(), name), `${sha256('[]')}\n[]`);
    return found.length;
  }

  it('is all that the plan finds out, when a check went before', async () => {
    await repository.train();
    run('check');
    const checked = entries();
    run('plan', '--full');
    assert.deepEqual(entries(), checked, 'nothing is new to it');
    run('plan', '--full', '--no-cache');
    assert.deepEqual(entries(), checked);
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'no_such_intent'));
    assert.throws(() => run('publish', '--full', '--notes', 'x'), 'the intent is missing');
    assert.ok(entries().length > checked.length, 'other files');
  });

  it('is neither believed nor changed by a plan or a publish without the cache', async () => {
    await repository.published('full');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'no_such_intent'));
    assert.throws(() => run('check'), 'the intent is missing');
    assert.ok(emptyFindings(contents()) > 0);
    const forged = contents();
    run('plan', '--full');
    assert.deepEqual(
      contents(),
      forged,
      'the plan found nothing out: it believes that there are no findings',
    );
    for (const words of [
      ['plan', '--full'],
      ['publish', '--full', '--notes', 'x'],
    ]) {
      const { status, stdout } = spawn(...words, '--no-cache');
      assert.equal(status, 1, words.join(' '));
      assert.match(stdout, /no_such_intent/, words.join(' '));
      assert.deepEqual(contents(), forged, words.join(' '));
    }
  });

  it('is nothing, and no command fails, for a user without a home folder', () => {
    cache.write(
      'homeless.js',
      "require('node:os').homedir = () => { throw new Error('no such user'); };\ndelete process.env.XDG_CACHE_HOME;\n",
    );
    const homeless = join(cache.path, 'homeless.js');
    for (const words of [['versions'], ['check'], ['plan', '--full']]) {
      const { stdout, stderr } = spawnSync(process.execPath, ['--require', homeless, MAIN, ...words], {
        cwd: repository.folder,
        encoding: 'utf8',
      });
      assert.notEqual(stdout, '', words.join(' '));
      assert.equal(stderr, '', words.join(' '));
    }
    assert.deepEqual(readdirSync(cache.path), ['homeless.js']);
  });
});
