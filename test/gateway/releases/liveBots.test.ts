import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import type { BotInForce } from '../../../server/src/gateway/releases/contract';
import type { DeploymentChange } from '../../../server/src/release/contract';
import { startPublisher } from '../../support/publisher';
import { RemoteLane } from '../../support/remote';
import { BotRepository, flowFile, intentFile } from '../../support/repository';
import { answerOf, Served, tamper } from '../../support/served';

const MODEL = 'model/en.bin';

function change(repository: BotRepository, text: string): void {
  repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', text));
}

async function deploy(repository: BotRepository, what: DeploymentChange): Promise<void> {
  const result = await repository.releases.deploy(repository.bot(), what);
  assert.ok(result.outcome === 'deployed', JSON.stringify(result));
}

describe('Gateway: what is served', function () {
  this.timeout(60_000);
  let repository: BotRepository;
  let opened: Served[];

  beforeEach(async () => {
    repository = new BotRepository();
    repository.commit();
    change(repository, 'First.');
    await repository.published('full');
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map(({ bots }) => bots.close()));
    repository.remove();
  });

  async function serve(...options: Parameters<typeof Served.open> | []): Promise<Served> {
    const [folder = repository.folder, others = {}] = options;
    const served = await Served.open(folder, others);
    opened.push(served);
    return served;
  }

  it('is what is live, ready to run, with everything that channels have to know', async () => {
    const served = await serve();
    assert.deepEqual(served.bots.served(), [{ bot: 'choo-choo', environment: 'live' }]);
    const found = served.inForce();
    assert.equal(answerOf(found, 'book a train please'), 'First.');
    assert.equal(found?.commit, repository.live());
    assert.deepEqual(found?.deployment, { visibility: 'internal', access: null, status: 'active' });
    assert.deepEqual(found?.channels, { web: { origins: [] }, rest: {} });
    assert.equal(found?.isExpression('en', 'Book a train, please!'), true);
    assert.equal(found?.isExpression('en', 'book a plane'), false);
    assert.equal(served.inForce('draft'), undefined, 'nobody asked for drafts');
    assert.equal(served.bots.inForce('other', 'live', new Date()), undefined);
    assert.deepEqual(served.bots.isReady, true);
  });

  it('follows what another process publishes and takes back, and what was begun can be finished on the old one', async () => {
    const served = await serve();
    const old = served.inForce();
    change(repository, 'Second.');
    await repository.train();
    const publisher = startPublisher(repository.folder, ['full', '2']);
    await publisher.ready;
    publisher.go();
    await served.until(() => served.switches.length === 1);
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'Second.');
    assert.equal(answerOf(old, 'book a train please'), 'First.');
    assert.equal((await publisher.end).result?.outcome, 'published');
    const back = startPublisher(repository.folder, ['make-live', '1']);
    await back.ready;
    back.go();
    await served.until(() => served.switches.length === 2);
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'First.');
    assert.equal((await back.end).result?.outcome, 'live');
    assert.deepEqual(
      served.switches.map(({ version }) => version),
      [2, 1],
    );
    assert.deepEqual(served.refusals, []);
  });

  it('follows references that are packed', async () => {
    const served = await serve();
    repository.git('pack-refs', '--all');
    await deploy(repository, { kind: 'status', status: 'inactive' });
    repository.git('pack-refs', '--all');
    await served.until(() => served.now === '1 inactive');
  });

  it('goes on with what it has while the repository is away, and nobody who waits for a reading is told of a failure', async () => {
    const served = await serve(repository.folder, { draft: true });
    const away = `${repository.top}.away`;
    renameSync(repository.top, away);
    await served.bots.refresh();
    await Promise.all([served.bots.refresh(), served.bots.refresh()]);
    renameSync(away, repository.top);
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'First.');
    change(repository, 'Second.');
    await repository.published('full');
    await served.bots.refresh();
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'Second.');
    assert.equal(answerOf(served.inForce('draft'), 'book a train please'), 'Second.');
  });

  it('goes on when somebody who is told of a switch fails, and tells the next one', async () => {
    const served = await serve();
    const told: (number | null)[] = [];
    served.bots.on('switched', ({ version }) => {
      told.push(version);
      if (version === 2) throw new Error('the log is full');
    });
    for (const text of ['Second.', 'Third.']) {
      change(repository, text);
      await repository.published('full');
      await served.bots.refresh();
      assert.equal(answerOf(served.inForce(), 'book a train please'), text);
    }
    assert.deepEqual(told, [2, 3]);
  });

  it('obeys a change of the deployment without loading anything anew', async () => {
    const served = await serve();
    const models = served.inForce()?.models('en');
    await deploy(repository, { kind: 'visibility', visibility: 'public' });
    await served.until(() => served.inForce()?.deployment.visibility === 'public');
    assert.equal(served.inForce()?.models('en'), models);
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'First.');
    await deploy(repository, { kind: 'status', status: 'inactive' });
    await served.until(() => served.now === '1 inactive');
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'This is disabled.');
  });

  const flip = (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    copy[Math.floor(copy.length / 2)] = (copy[Math.floor(copy.length / 2)] ?? 0) ^ 1;
    return copy;
  };
  const TAMPERED: readonly (readonly [string, string, (bytes: Buffer) => Uint8Array, RegExp])[] = [
    ['a bit of a model is another one', MODEL, flip, /model\/en\.bin was changed/],
    [
      'a file of the bot was changed by hand',
      'definition/flows/booking.flow.yaml',
      () => Buffer.from(flowFile('booking', 'book_train', 'Evil.')),
      /changed by hand/,
    ],
    [
      'its record is of a form that this program does not know',
      'release.json',
      (bytes) => Buffer.from(bytes.toString().replace('"format": 1', '"format": 2')),
      /./,
    ],
    ['who may talk to it cannot be read', 'deployment.json', () => Buffer.from('{}'), /./],
  ];
  for (const [what, path, bytes, reason] of TAMPERED) {
    it(`refuses a release when ${what}: the last good one goes on until there is another`, async () => {
      const served = await serve();
      const commit = tamper(repository, path, bytes);
      await served.until(() => served.refusals.length === 1);
      assert.equal(served.refusals[0]?.commit, commit);
      assert.match(served.refusals[0].reason, reason);
      assert.equal(answerOf(served.inForce(), 'book a train please'), 'First.');
      const [state] = served.bots.states(new Date());
      assert.equal(state?.isServing, true);
      assert.equal(state?.refusal?.commit, commit);
      repository.git('update-ref', 'refs/heads/bots/choo-choo/live', `${commit}^`);
      await served.bots.refresh();
      assert.equal(served.bots.states(new Date())[0]?.refusal, undefined);
      assert.equal(served.refusals.length, 1, 'told once');
    });
  }

  it('can be switched off although the newest release does not verify', async () => {
    const served = await serve();
    tamper(repository, MODEL, flip);
    await served.until(() => served.refusals.length === 1);
    await deploy(repository, { kind: 'status', status: 'inactive' });
    await served.until(() => served.now === '1 inactive');
  });

  it('is the newest release that verifies when a gateway starts on one that does not', async () => {
    change(repository, 'Second.');
    await repository.published('full');
    await deploy(repository, { kind: 'access', access: 'token' });
    tamper(repository, MODEL, flip);
    const served = await serve();
    assert.equal(answerOf(served.inForce(), 'book a train please'), 'Second.');
    assert.equal(served.inForce()?.deployment.access, 'token', 'who may talk to it is not taken back');
    assert.match(served.bots.states(new Date())[0]?.refusal?.reason ?? '', /was changed/);
  });

  it('is nothing when no release verifies, and that is said', async () => {
    tamper(repository, 'release.json', () => Buffer.from('{}'));
    repository.git('update-ref', 'refs/heads/bots/choo-choo/live', orphan(repository));
    const served = await serve();
    assert.deepEqual(served.bots.served(), []);
    assert.equal(served.inForce(), undefined);
    const [state] = served.bots.states(new Date());
    assert.equal(state?.isServing, false);
    assert.ok(state.refusal);
  });

  it('ends with the live branch', async () => {
    const served = await serve();
    repository.git('update-ref', '-d', 'refs/heads/bots/choo-choo/live');
    for (const tag of repository.git('tag', '--list').split('\n')) repository.git('tag', '--delete', tag);
    await served.until(() => served.gone.length === 1);
    assert.equal(served.inForce(), undefined);
    assert.deepEqual(served.bots.states(new Date()), []);
  });

  describe('by schedule', () => {
    const noon = Date.UTC(2099, 0, 1, 12);
    const at = (minutes: number): Date => new Date(noon + minutes * 60_000);

    beforeEach(async () => {
      change(repository, 'Second.');
      await repository.published('full');
      await deploy(repository, {
        kind: 'schedule',
        action: 'live',
        version: 1,
        at: '2099-01-01T12:00',
        zone: 'UTC',
      });
      await deploy(repository, {
        kind: 'schedule',
        action: 'deactivate',
        at: '2099-01-01T13:00',
        zone: 'UTC',
      });
    });

    it('switches when its time comes, in every gateway at the same instant and once', async () => {
      let now = at(-1);
      const gateways = [
        await serve(repository.folder, { clock: () => now }),
        await serve(repository.folder, { clock: () => now }),
      ];
      const answers = (): string[] =>
        gateways.map(
          (served) =>
            `${answerOf(served.inForce('live', now), 'book a train please')} ${served.switches.length}`,
        );
      assert.deepEqual(answers(), ['Second. 0', 'Second. 0']);
      now = new Date(noon - 1);
      assert.deepEqual(answers(), ['Second. 0', 'Second. 0']);
      now = at(0);
      assert.deepEqual(answers(), ['First. 1', 'First. 1']);
      assert.deepEqual(answers(), ['First. 1', 'First. 1']);
      now = at(59);
      assert.deepEqual(answers(), ['First. 1', 'First. 1']);
      now = at(60);
      assert.deepEqual(answers(), ['This is disabled. 2', 'This is disabled. 2']);
      // A clock that goes back for a moment asks about the past, and is answered so.
      now = at(30);
      assert.deepEqual(answers(), ['First. 2', 'First. 2']);
    });

    it('stays where it is when what was scheduled cannot be read, and that is said before', async () => {
      repository.git('tag', '--delete', 'bots/choo-choo/v1');
      const blob = repository.git('rev-parse', `refs/heads/bots/choo-choo/live:${MODEL}`);
      const tree = repository.git('mktree', '--missing', '/dev/null');
      assert.ok(blob && tree);
      const commit = repository.git('commit-tree', tree, '-m', 'nothing');
      repository.git('tag', 'bots/choo-choo/v1', commit);
      const served = await serve();
      assert.equal(served.bots.states(new Date())[0]?.refusal !== undefined, true);
      assert.equal(answerOf(served.inForce('live', at(1)), 'book a train please'), 'Second.');
      assert.equal(answerOf(served.inForce('live', at(61)), 'book a train please'), 'This is disabled.');
    });
  });

  describe('of the working tree', () => {
    it('follows what is saved, and is never public', async () => {
      const served = await serve(repository.folder, { draft: true });
      assert.deepEqual(served.bots.served(), [
        { bot: 'choo-choo', environment: 'live' },
        { bot: 'choo-choo', environment: 'draft' },
      ]);
      change(repository, 'Saved.');
      await served.bots.refresh();
      const draft = served.inForce('draft');
      assert.equal(answerOf(draft, 'book a train please'), 'Saved.');
      assert.deepEqual([draft?.version, draft?.commit], [null, null]);
      assert.deepEqual(draft?.deployment, { visibility: 'internal', access: 'token', status: 'active' });
      assert.equal(answerOf(served.inForce(), 'book a train please'), 'First.');
    });

    it('is read only when something was saved or trained', async () => {
      const served = await serve(repository.folder, { draft: true });
      // What was saved a moment ago is read once more: it may have been saved twice within a tick of the clock.
      const settled = async (): Promise<BotInForce | undefined> => {
        for (let before; before !== served.inForce('draft'); await served.bots.refresh()) {
          before = served.inForce('draft');
        }
        return served.inForce('draft');
      };
      await settled();
      change(repository, 'Saved.');
      repository.write('intents/refund.intent.yaml', intentFile('refund', 'I want a refund'));
      await served.bots.refresh();
      assert.equal(answerOf(served.inForce('draft'), 'book a train please'), 'Saved.');
      const untrained = await settled();
      await repository.train();
      await served.bots.refresh();
      assert.notEqual(served.inForce('draft'), untrained);
    });
  });
});

describe('Gateway: what is served through a remote', function () {
  this.timeout(120_000);

  it('is what the remote has; while that is away, what it had', async () => {
    const lane = new RemoteLane();
    let served: Served | undefined;
    try {
      change(lane.first, 'First.');
      await lane.first.published('full');
      const clone = lane.clone('gateway', 'Grace Hopper', '--no-checkout');
      served = await Served.open(clone.top, { fetchInterval: 200 });
      await served.until(() => served?.now === '1 active');
      change(lane.first, 'Second.');
      await lane.first.published('full');
      await served.until(() => served?.now === '2 active');
      const away = `${lane.remote}.away`;
      renameSync(lane.remote, away);
      while (served.bots.states(new Date())[0]?.fetchProblem === undefined) await served.bots.refresh();
      assert.equal(answerOf(served.inForce(), 'book a train please'), 'Second.');
      renameSync(away, lane.remote);
      change(lane.first, 'Third.');
      await lane.first.published('full');
      await served.until(() => served?.now === '3 active');
      assert.equal(served.bots.states(new Date())[0]?.fetchProblem, undefined);
    } finally {
      await served?.bots.close();
      lane.remove();
    }
  });
});

/** A commit without parents that holds what LIVE holds. */
function orphan(repository: BotRepository): string {
  return repository.git('commit-tree', `${repository.live()}^{tree}`, '-m', 'alone');
}
