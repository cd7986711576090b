import assert from 'node:assert/strict';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ailment } from '../../server/src/release/contract';
import { RemoteLane } from '../support/remote';
import { BotRepository, flowFile } from '../support/repository';

const HOUR = 3600;

describe('The doctor', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  let cache: string;
  let saved: string | undefined;
  beforeEach(async () => {
    saved = process.env['XDG_CACHE_HOME'];
    cache = mkdtempSync(join(tmpdir(), 'botlane cache '));
    process.env['XDG_CACHE_HOME'] = cache;
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    change('Second.');
    await repository.published('full');
  });
  afterEach(() => {
    if (saved === undefined) Reflect.deleteProperty(process.env, 'XDG_CACHE_HOME');
    else process.env['XDG_CACHE_HOME'] = saved;
    repository.remove();
    rmSync(cache, { recursive: true, force: true });
  });

  function change(text: string): void {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', text));
  }

  async function ailments(where = repository): Promise<readonly Ailment[]> {
    const found = await where.releases.examine(where.bot());
    assert.ok(found.ok, JSON.stringify(found));
    return found.value;
  }

  /** Finds exactly this, changes nothing by looking, and mends it when told to. */
  async function finds(id: string, where = repository): Promise<Ailment> {
    const before = where.git('for-each-ref');
    const found = await ailments(where);
    assert.deepEqual(
      found.map((one) => one.id),
      [id],
    );
    assert.equal(where.git('for-each-ref'), before, 'looking changes nothing');
    return found[0] ?? assert.fail();
  }

  async function mends(id: string, where = repository): Promise<void> {
    const { mend } = await finds(id, where);
    assert.ok(mend !== undefined);
    const mended = await where.releases.mend(where.bot(), id);
    assert.ok(mended.ok, JSON.stringify(mended));
    assert.deepEqual(await ailments(where), []);
    where.assertSound();
  }

  it('finds nothing where nothing is wrong, and mends nothing that is not there', async () => {
    assert.deepEqual(await ailments(), []);
    const mended = await repository.releases.mend(repository.bot(), 'tag-missing:v1');
    assert.ok(!mended.ok && mended.error.reason === 'nothing-to-mend');
  });

  it('makes a missing tag again', async () => {
    const tags = repository.git('for-each-ref', 'refs/tags');
    repository.git('tag', '--delete', 'bots/choo-choo/v1');
    await mends('tag-missing:v1');
    assert.equal(repository.git('for-each-ref', 'refs/tags'), tags);
  });

  it('moves a tag back that somebody moved, and explains one that is no release', async () => {
    const tags = repository.git('for-each-ref', 'refs/tags');
    repository.git('tag', '--force', 'bots/choo-choo/v1', 'bots/choo-choo/v2^{commit}');
    await mends('tag-foreign:v1');
    assert.equal(repository.git('for-each-ref', 'refs/tags'), tags);
    repository.git('tag', 'bots/choo-choo/v9', 'main');
    assert.equal((await finds('tag-foreign:v9')).mend, undefined);
  });

  it('removes an old lock that nobody holds, and only that', async () => {
    const lock = join(repository.top, '.git/refs/heads/bots/choo-choo/live.lock');
    const held = openSync(lock, 'w');
    const id = 'lock:refs/heads/bots/choo-choo/live.lock';
    assert.equal((await finds(id)).mend, undefined, 'it is new');
    const old = Date.now() / 1000 - 2 * HOUR;
    utimesSync(lock, old, old);
    if (process.platform === 'linux') assert.equal((await finds(id)).mend, undefined, 'it is open');
    closeSync(held);
    await mends(id);
    change('Third.');
    assert.equal((await repository.published('full')).version, 3);
  });

  it('makes the newest whole version live when somebody edited the live branch by hand', async () => {
    const hand = BotRepository.at(repository.beside('hand'));
    repository.git('worktree', 'add', '--quiet', hand.top, 'bots/choo-choo/live');
    assert.equal((await finds('checked-out')).id, 'checked-out');
    hand.write('definition/flows/booking.flow.yaml', flowFile('booking', 'book_train', 'By hand.'));
    hand.commit('by hand');
    const found = await ailments();
    assert.deepEqual(
      found.map(({ id }) => id),
      ['checked-out', 'live'],
    );
    for (const { id } of found) {
      const mended = await repository.releases.mend(repository.bot(), id);
      assert.ok(mended.ok, JSON.stringify(mended));
    }
    assert.deepEqual(await ailments(), []);
    assert.match(hand.read('definition/flows/booking.flow.yaml').toString(), /By hand/, 'its files are kept');
    const live = await repository.releases.live(repository.bot());
    assert.ok(live.kind === 'known' && live.release.version === 2);
  });

  it('explains a version that lost an object', async () => {
    const blob = repository.git('rev-parse', 'bots/choo-choo/v1:definition/flows/booking.flow.yaml');
    const file = join(repository.top, '.git/objects', blob.slice(0, 2), blob.slice(2));
    renameSync(file, repository.beside('taken'));
    const { mend, why } = await finds('unreadable:v1');
    assert.equal(mend, undefined);
    assert.match(why, /lacks an object/);
  });

  it('names a hotfix that is under way, and removes it when nothing would be lost', async () => {
    const started = await repository.releases.startHotfix(repository.bot());
    assert.ok(started.ok);
    const file = join(started.value.folder, 'flows/booking.flow.yaml');
    writeFileSync(file, flowFile('booking', 'book_train', 'Half done.'));
    assert.equal((await finds('hotfix')).mend, undefined);
    writeFileSync(file, flowFile('booking', 'book_train', 'Second.'));
    await mends('hotfix');
    assert.ok((await repository.releases.startHotfix(repository.bot())).ok);
    rmSync(join(started.value.folder, '..'), { recursive: true });
    await mends('hotfix');
  });

  it('says what the remote has that it should not have, and takes it over when told to', async () => {
    const lane = new RemoteLane();
    try {
      await lane.first.published('full');
      lane.first.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
      await lane.first.published('full');
      lane.git('update-ref', 'refs/heads/bots/choo-choo/live', 'refs/tags/bots/choo-choo/v1^{commit}');
      const found = await ailments(lane.first);
      assert.deepEqual(
        found.map(({ id }) => id),
        ['remote:history-rewritten'],
      );
      assert.ok((await lane.first.releases.mend(lane.first.bot(), 'remote:history-rewritten')).ok);
      assert.equal((await finds('never-live:v2', lane.first)).mend, undefined);
      const live = await lane.first.releases.live(lane.first.bot());
      assert.ok(live.kind === 'known' && live.release.version === 1);
      mkdirSync(`${lane.remote} away`);
      lane.first.git('remote', 'set-url', 'origin', `${lane.remote} away`);
      assert.deepEqual(
        (await ailments(lane.first)).map(({ id }) => id),
        ['remote:remote-unreachable', 'never-live:v2'],
      );
    } finally {
      lane.remove();
    }
  });
});
