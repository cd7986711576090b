import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeadlyGit } from '../support/deadlyGit';
import { type End, startPublisher } from '../support/publisher';
import { RemoteLane } from '../support/remote';
import { BotRepository, flowFile } from '../support/repository';

describe('kill -9 after each step', function () {
  this.timeout(240_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  for (const action of ['full', 'make-live'] as const) {
    it(`${action}: LIVE is before or after, never between, and the next publish works`, async () => {
      const repository = new BotRepository();
      const git = new DeadlyGit(repository.beside('bin'));
      try {
        await repository.published('full');
        repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
        await repository.published('full');
        const seen = new Set<'before' | 'after'>();
        let steps = 0;
        for (let killAfter = 1; ; killAfter++) {
          repository.write(
            'flows/booking.flow.yaml',
            flowFile('booking', 'book_train', `Step ${killAfter}.`),
          );
          const before = repository.live();
          const versions = await versionNumbers(repository);
          const target = action === 'full' ? '' : String((await liveVersion(repository)) === 1 ? 2 : 1);
          const publisher = startPublisher(repository.folder, [action, target], git.environment(killAfter));
          await publisher.ready;
          publisher.go();
          const { result } = await publisher.end;
          repository.assertSound();
          const live = await repository.releases.live(repository.bot());
          assert.ok(live.kind === 'known', `after step ${killAfter}: ${JSON.stringify(live)}`);
          const moved = live.release.commit !== before;
          seen.add(moved ? 'after' : 'before');
          if (moved) {
            assert.equal(repository.git('rev-parse', `${live.release.commit}^`), before);
            assert.equal(
              live.release.version,
              action === 'full' ? Math.max(...versions) + 1 : Number(target),
            );
          }
          if (result) {
            assert.equal(result.outcome, action === 'full' ? 'published' : 'live', JSON.stringify(result));
            break;
          }
          steps++;
          // Where LIVE did not move, all that can be left are objects: trying some of those steps is enough.
          if (!moved && (action === 'make-live' || steps % 4 !== 0)) continue;
          repository.write(
            'flows/refunds.flow.yaml',
            flowFile('refunds', 'refund', `After step ${killAfter}.`),
          );
          const next = await repository.published('full', 'next');
          const numbers = await versionNumbers(repository);
          assert.equal(next.version, Math.max(...numbers));
          assert.equal(new Set(numbers).size, numbers.length);
          assert.equal(
            repository.git('tag', '--list').split('\n').length,
            numbers.length,
            'every version has its tag',
          );
        }
        assert.ok(steps > 8, `there were ${steps} steps`);
        assert.deepEqual([...seen].sort(), ['after', 'before']);
      } finally {
        repository.remove();
      }
    });
  }
});

describe('A lock that a killed git left', function () {
  this.timeout(240_000);

  it('is named, LIVE stays, and without it publishing works', async () => {
    const repository = new BotRepository();
    try {
      await repository.published('full');
      repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
      const lock = join(repository.top, '.git/refs/heads/bots/choo-choo/live.lock');
      writeFileSync(lock, '');
      const before = repository.live();
      const refused = await repository.publish('full');
      assert.ok(
        refused.outcome === 'failed' && refused.problem.reason === 'lock-held',
        JSON.stringify(refused),
      );
      assert.equal(refused.problem.path, lock);
      assert.equal(repository.live(), before);
      rmSync(lock);
      assert.equal((await repository.published('full')).version, 2);
      repository.assertSound();
    } finally {
      repository.remove();
    }
  });
});

describe('Publishers at once', function () {
  this.timeout(240_000);

  for (const [count, first] of [
    [2, true],
    [12, false],
  ] as const) {
    it(`${count} of them${first ? ' with a first version' : ''}: one wins, the others are told who published`, async () => {
      const repository = new BotRepository();
      try {
        if (first) await repository.train();
        else await repository.published('full');
        repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Race.'));
        const ends = await race(Array.from({ length: count }, () => [repository.folder, 'full']));
        const outcomes = ends.map(({ result }) => result?.outcome ?? 'killed').sort();
        assert.deepEqual(outcomes, [...Array<string>(count - 1).fill('outdated'), 'published']);
        for (const { result } of ends) {
          if (result?.outcome === 'outdated') assert.match(result.message ?? '', /Ada Lovelace/);
        }
        assert.deepEqual(await versionNumbers(repository), first ? [1] : [2, 1]);
        repository.assertSound();
      } finally {
        repository.remove();
      }
    });
  }

  it('12 of them, each from a clone of its own through a remote: all land, each with a number of its own', async () => {
    const lane = new RemoteLane();
    try {
      await lane.first.published('full');
      // Flows differ only: the model is the one of the first version.
      const clones = Array.from({ length: 12 }, (_, index) => {
        const clone = lane.clone(`clone ${index}`, `Writer ${index}`);
        clone.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', `Race ${index}.`));
        return clone;
      });
      const ends = await race(clones.map(({ folder }) => [folder, 'overwrite']));
      assert.deepEqual(new Set(ends.map(({ result }) => result?.outcome)), new Set(['published']));
      const numbers = ends.map(({ result }) => result?.version ?? 0).sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        Array.from({ length: 12 }, (_, index) => index + 2),
      );
      assert.ok((await lane.first.releases.fetch(lane.first.bot())).ok);
      for (const version of [1, ...numbers]) {
        const read = await lane.first.releases.version(lane.first.bot(), version);
        assert.ok(read.ok, `version ${version} can be read`);
      }
      assert.equal(
        lane.git('rev-list', '--count', 'refs/heads/bots/choo-choo/live'),
        '13',
        'nobody’s release is missing from the log',
      );
      lane.assertSound();
      for (const clone of clones) clone.assertSound();
    } finally {
      lane.remove();
    }
  });
});

/** Starts publishers, lets them go together when all are ready, and waits for all. */
async function race(who: readonly (readonly [folder: string, what: string])[]): Promise<readonly End[]> {
  const publishers = who.map(([folder, what], index) => startPublisher(folder, [what, String(index)]));
  await Promise.all(publishers.map(({ ready }) => ready));
  for (const { go } of publishers) go();
  return Promise.all(publishers.map(({ end }) => end));
}

async function versionNumbers(repository: BotRepository): Promise<readonly number[]> {
  const list = await repository.releases.versions(repository.bot());
  assert.ok(list.ok);
  return list.value.versions.map(({ version }) => version);
}

async function liveVersion(repository: BotRepository): Promise<number | null> {
  const list = await repository.releases.versions(repository.bot());
  assert.ok(list.ok);
  return list.value.live;
}
