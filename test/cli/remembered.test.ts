import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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

  function run(...words: readonly string[]): void {
    execFileSync(process.execPath, [MAIN, ...words], {
      cwd: repository.folder,
      env: { ...process.env, XDG_CACHE_HOME: cache.path },
      stdio: 'ignore',
    });
  }

  const entries = (): readonly string[] => readdirSync(join(cache.path, 'botlane', 'content')).sort();

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
