import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botlane } from '../support/cli';
import { BotRepository, flowFile } from '../support/repository';

describe('botlane hotfix and take', function () {
  this.timeout(120_000);
  let repository: BotRepository;
  let cache: string;
  let saved: string | undefined;

  beforeEach(async () => {
    saved = process.env['XDG_CACHE_HOME'];
    cache = mkdtempSync(join(tmpdir(), 'botlane cache '));
    process.env['XDG_CACHE_HOME'] = cache;
    repository = new BotRepository();
    await repository.published('full');
  });
  afterEach(() => {
    if (saved === undefined) Reflect.deleteProperty(process.env, 'XDG_CACHE_HOME');
    else process.env['XDG_CACHE_HOME'] = saved;
    repository.remove();
    rmSync(cache, { recursive: true, force: true });
  });

  const run = (...words: string[]) => botlane(repository.top, ...words);

  it('mends LIVE, alarms the draft, and brings the mend there', async () => {
    assert.match((await run('hotfix', 'publish', '--notes', 'x')).stderr, /No hotfix of choo-choo/);
    const started = await run('hotfix', 'start', '--format', 'json');
    assert.equal(started.code, 0, started.stderr);
    const { folder, version, changed } = JSON.parse(started.stdout) as {
      folder: string;
      version: number;
      changed: boolean;
    };
    assert.deepEqual([version, changed], [1, false]);
    writeFileSync(join(folder, 'flows/booking.flow.yaml'), flowFile('booking', 'book_train', 'Mended.'));
    const refused = await run('hotfix', 'abandon');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /--discard/);
    for (const wrong of [
      ['--notes', ' '],
      ['--notes', 'x', '--override', 'tests'],
    ]) {
      assert.equal((await run('hotfix', 'publish', ...wrong)).code, 2, wrong.join(' '));
    }
    const published = await run('hotfix', 'publish', '--notes', 'Mended', '--format', 'json');
    assert.equal(published.code, 0, published.stderr);
    assert.equal((JSON.parse(published.stdout) as { kind: string }).kind, 'hotfix');
    assert.ok(!existsSync(folder), 'all is published, so the folder is gone');

    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Ours.'));
    const blocked = await run('publish', '--full', '--notes', 'Ours');
    assert.equal(blocked.code, 1);
    assert.match(blocked.stdout, /booking/);
    const taken = await run('take', '--format', 'json');
    assert.equal(taken.code, 0, taken.stderr);
    assert.deepEqual(JSON.parse(taken.stdout), {
      bot: 'choo-choo',
      version: 2,
      written: ['flows/booking.flow.yaml'],
      deleted: [],
      conflicts: [],
    });
    assert.equal((await run('publish', '--full', '--notes', 'Ours')).code, 0);
  });

  it('overwrites LIVE with a reason only, exits with 1 while conflicts are left, and abandons', async () => {
    const started = await run('hotfix', 'start', '--format', 'json');
    const { folder } = JSON.parse(started.stdout) as { folder: string };
    writeFileSync(join(folder, 'flows/booking.flow.yaml'), flowFile('booking', 'book_train', 'Mended.'));
    await run('hotfix', 'publish', '--notes', 'Mended');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Ours.'));
    assert.equal((await run('publish', '--full', '--notes', 'Ours', '--overwrite-live', ' ')).code, 2);
    const over = await run('publish', '--full', '--notes', 'Ours', '--overwrite-live', 'it was wrong');
    assert.equal(over.code, 0, over.stderr);
    const gate = repository.record('bots/choo-choo/v3').gates.find(({ id }) => id === 'drift');
    assert.equal(gate?.override, 'it was wrong');

    const again = await run('hotfix', 'start', '--format', 'json');
    const second = (JSON.parse(again.stdout) as { folder: string }).folder;
    writeFileSync(join(second, 'flows/booking.flow.yaml'), flowFile('booking', 'book_train', 'Again.'));
    await run('hotfix', 'publish', '--notes', 'Again');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Mine.'));
    const conflict = await run('take');
    assert.equal(conflict.code, 1);
    assert.match(conflict.stdout, /conflict: flows\/booking\.flow\.yaml/);
    await run('hotfix', 'start');
    assert.equal((await run('hotfix', 'abandon')).code, 0);
  });
});
