import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { DeploymentChange, DeploymentState } from '../../server/src/release/contract';
import { RemoteLane } from '../support/remote';
import { BotRepository, flowFile, ownState } from '../support/repository';

const LIVE = 'refs/heads/bots/choo-choo/live';

describe('Deployment', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository();
    repository.commit();
  });
  afterEach(() => {
    mock.timers.reset();
    repository.assertSound();
    repository.remove();
  });

  async function deployed(change: DeploymentChange, where = repository): Promise<DeploymentState> {
    const result = await where.releases.deploy(where.bot(), change);
    assert.ok(result.outcome === 'deployed', JSON.stringify(result));
    return result.state;
  }

  async function state(): Promise<DeploymentState> {
    const result = await repository.releases.deployment(repository.bot());
    assert.ok(result.ok && result.value, JSON.stringify(result));
    return result.value;
  }

  async function second(): Promise<void> {
    await repository.published('full');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    await repository.published('full');
  }

  /** From here on it is this time for us; git keeps its own. */
  function itIs(time: string): void {
    mock.timers.reset();
    mock.timers.enable({ apis: ['Date'], now: Date.parse(time) });
  }

  it('is none before the first publish, and lets nobody in after it', async () => {
    const none = await repository.releases.deployment(repository.bot());
    assert.ok(none.ok && none.value === undefined);
    const early = await repository.releases.deploy(repository.bot(), {
      kind: 'visibility',
      visibility: 'public',
    });
    assert.ok(early.outcome === 'failed' && early.problem.reason === 'nothing-live');
    await repository.published('full');
    const { visibility, access, status, schedule, doubts } = await state();
    assert.deepEqual([visibility, access, status, schedule], ['internal', null, 'active', []]);
    assert.equal(doubts.length, 1);
  });

  it('changes by one commit each, which says what, and leaves files and version alone', async () => {
    await repository.published('full');
    const own = ownState(repository);
    const before = repository.live();
    await deployed({ kind: 'access', access: 'token' });
    await deployed({ kind: 'visibility', visibility: 'public' });
    const last = await deployed({ kind: 'status', status: 'inactive' });
    assert.deepEqual([last.visibility, last.access, last.status], ['public', 'token', 'inactive']);
    assert.equal(repository.git('rev-list', '--count', `${before}..${LIVE}`), '3');
    assert.match(
      repository.git('log', '-1', '--format=%B', LIVE),
      /Status: inactive\n\nBot-Version: 1\n.*\nBot-Action: deploy/,
    );
    assert.equal(
      repository.git('rev-parse', `${LIVE}:definition`),
      repository.git('rev-parse', `${before}:definition`),
    );
    assert.deepEqual(ownState(repository), own);
    const list = await repository.releases.versions(repository.bot());
    assert.deepEqual(list.ok && list.value.versions.map(({ version, live }) => [version, live]), [[1, true]]);
    const again = await repository.releases.deploy(repository.bot(), { kind: 'status', status: 'inactive' });
    assert.equal(again.outcome, 'unchanged');
  });

  it('stays when something is published or made live', async () => {
    await repository.published('full');
    await deployed({ kind: 'visibility', visibility: 'public' });
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    await repository.published('full');
    assert.equal((await state()).visibility, 'public');
    assert.equal((await repository.releases.makeLive(repository.bot(), 1)).outcome, 'live');
    assert.equal((await state()).visibility, 'public');
  });

  it('makes a version live when its time has come, and the next writer records that with its time', async () => {
    await second();
    await deployed({
      kind: 'schedule',
      action: 'live',
      version: 1,
      at: '2030-06-01T09:00',
      zone: 'Europe/Brussels',
    });
    await deployed({
      kind: 'schedule',
      action: 'deactivate',
      at: '2030-06-02T09:00',
      zone: 'Europe/Brussels',
    });
    const head = repository.live();
    const live = async (): Promise<number | string> => {
      const reading = await repository.releases.live(repository.bot());
      return reading.kind === 'known' ? reading.release.version : reading.kind;
    };
    assert.equal(await live(), 2);
    itIs('2030-06-01T07:00:00Z');
    assert.equal(await live(), 1, 'without a restart, and without anybody having written');
    const bot = await repository.releases.liveBot(repository.bot());
    assert.match(
      [...(bot?.files.values() ?? [])].map(({ syntax }) => syntax.text).join(''),
      /This is booking/,
    );
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok && list.value.live === 1);
    assert.equal(repository.live(), head);

    itIs('2030-06-03T12:00:00Z');
    assert.equal((await state()).status, 'inactive');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Third.'));
    const plan = await repository.publish('full', 'Third', { overwriteLive: 'for the test' });
    assert.ok(plan.outcome === 'published', JSON.stringify(plan));
    assert.deepEqual(
      repository
        .git('log', '-3', '--format=%cI %(trailers:key=Bot-Action,valueonly,separator=)', LIVE)
        .split('\n')
        .slice(1),
      ['2030-06-02T07:00:00+00:00 deploy', '2030-06-01T07:00:00+00:00 switch'],
    );
    assert.equal(
      repository.git('rev-parse', `${LIVE}~2:definition`),
      repository.git('rev-parse', 'bots/choo-choo/v1:definition'),
    );
    const after = await state();
    assert.deepEqual([after.version, after.status, after.schedule], [3, 'inactive', []]);
  });

  it('does nothing at its time when LIVE is no longer what it was, and says so', async () => {
    await second();
    await deployed({ kind: 'schedule', action: 'deactivate', at: '2030-06-01T09:00', zone: 'UTC' });
    assert.equal((await repository.releases.makeLive(repository.bot(), 1)).outcome, 'live');
    assert.equal((await state()).schedule[0]?.outlook, 'will-not');
    itIs('2030-06-02T00:00:00Z');
    const missed = await state();
    assert.deepEqual([missed.status, missed.schedule[0]?.outlook], ['active', 'missed']);
    const next = await deployed({ kind: 'access', access: 'password' });
    assert.deepEqual([next.status, next.schedule], ['active', []]);
    assert.match(
      repository.git('log', '-1', '--format=%b', `${LIVE}^`),
      /Did not happen, because v1 was live and not v2/,
    );
  });

  it('outdates a plan that was made before the schedule changed LIVE', async () => {
    await second();
    await deployed({ kind: 'schedule', action: 'live', version: 1, at: '2030-06-01T09:00', zone: 'UTC' });
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Third.'));
    await repository.train();
    const plan = await repository.plan('full');
    itIs('2030-06-01T09:00:00Z');
    const result = await repository.releases.publish(repository.bot(), plan, { notes: 'late' });
    assert.equal(result.outcome, 'outdated', JSON.stringify(result));
  });

  it('takes entries out of the schedule, and refuses what makes no sense', async () => {
    await second();
    await deployed({ kind: 'schedule', action: 'deactivate', at: '2030-06-01T09:00', zone: 'UTC' });
    assert.deepEqual((await deployed({ kind: 'unschedule', id: 1 })).schedule, []);
    const head = repository.live();
    const bot = repository.bot();
    for (const change of [
      { kind: 'unschedule', id: 1 },
      { kind: 'schedule', action: 'live', version: 9, at: '2030-06-01T09:00', zone: 'UTC' },
      { kind: 'schedule', action: 'activate', at: '2020-06-01T09:00', zone: 'UTC' },
    ] as const) {
      assert.equal((await repository.releases.deploy(bot, change)).outcome, 'failed', JSON.stringify(change));
    }
    assert.equal(repository.live(), head);
  });

  it('of several people at once through a remote: every change is kept', async () => {
    const lane = new RemoteLane();
    try {
      await lane.first.published('full');
      const changes: readonly DeploymentChange[] = [
        { kind: 'visibility', visibility: 'public' },
        { kind: 'access', access: 'token' },
        { kind: 'status', status: 'inactive' },
      ];
      const clones = changes.map((_, index) => lane.clone(`clone ${index}`, `Writer ${index}`));
      await Promise.all(changes.map((change, index) => deployed(change, clones[index])));
      assert.ok((await lane.first.releases.fetch(lane.first.bot())).ok);
      const seen = await lane.first.releases.deployment(lane.first.bot());
      assert.ok(seen.ok && seen.value);
      const { visibility, access, status } = seen.value;
      assert.deepEqual([visibility, access, status], ['public', 'token', 'inactive']);
      lane.assertSound();
    } finally {
      lane.remove();
    }
  });
});
