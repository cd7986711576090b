import assert from 'node:assert/strict';
import { DeadlyGit } from '../support/deadlyGit';
import { startPublisher } from '../support/publisher';
import { RemoteLane } from '../support/remote';
import { type BotRepository, flowFile } from '../support/repository';

/** Later than any call: the hook kills. */
const NEVER = 10_000;

/** Moments in the middle of a push, as the remote sees them. */
const MOMENTS = [
  ['pre-receive', 'before anything is decided'],
  ['reference-transaction', 'while the references are locked, and again when they have moved'],
  ['post-receive', 'after the references moved, before the answer'],
] as const;

describe('kill -9 while publishing through a remote', function () {
  this.timeout(240_000);
  let lane: RemoteLane;
  let git: DeadlyGit;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(async () => {
    lane = new RemoteLane();
    git = new DeadlyGit(lane.first.beside('bin'));
    await lane.first.published('full');
    change('Second.');
    await lane.first.published('full');
  });
  afterEach(() => lane.remove());

  function change(text: string): void {
    lane.first.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', text));
  }

  /** Lets a process publish, or make the other of two versions live, and kills it. @returns what became of it and of LIVE */
  async function killed(action: 'full' | 'make-live', killAfter: number) {
    const before = lane.live();
    const versions = await numbersOf(lane.first);
    const target = (await liveVersion(lane.first)) === 1 ? 2 : 1;
    const publisher = startPublisher(lane.first.folder, [action, String(target)], git.environment(killAfter));
    await publisher.ready;
    publisher.go();
    const { result } = await publisher.end;
    lane.assertSound();
    lane.first.assertSound();
    const after = lane.live();
    const here = await lane.first.releases.live(lane.first.bot());
    assert.ok(here.kind === 'known', JSON.stringify(here));
    const moved = after !== before;
    // Here LIVE is what the remote's was or is, and never ahead of it.
    assert.ok(here.release.commit === before || here.release.commit === after);
    if (moved) {
      assert.equal(lane.git('rev-parse', `${after}^`), before);
      assert.equal(
        versionAt(after),
        action === 'full' ? Math.max(...versions) + 1 : target,
        'nothing but what was asked for went live',
      );
    }
    assert.equal(
      lane.tags().length,
      versions.length + (moved && action === 'full' ? 1 : 0),
      'the tag goes with its branch',
    );
    return { result, moved };
  }

  /** Nothing that a killed process left is in the way, and its release is nobody else’s. */
  async function assertNextWorks(text: string): Promise<void> {
    change(text);
    const next = await lane.first.published('full', 'next');
    const numbers = await numbersOf(lane.first);
    assert.equal(next.version, Math.max(...numbers));
    assert.equal(new Set(numbers).size, numbers.length);
    assert.equal(lane.live(), next.commit);
    assert.deepEqual(
      lane
        .tags()
        .map((tag) => Number(tag.slice(1)))
        .sort((a, b) => b - a),
      numbers,
      'every version has its tag there',
    );
  }

  function versionAt(commit: string): number {
    return (JSON.parse(lane.git('show', `${commit}:release.json`)) as { version: number }).version;
  }

  for (const action of ['full', 'make-live'] as const) {
    it(`${action}, after its steps: LIVE is before or after, and the next publish works`, async () => {
      change('Not killed.');
      const { result } = await killed(action, NEVER);
      assert.equal(result?.outcome, action === 'full' ? 'published' : 'live', JSON.stringify(result));
      const calls = git.calls();
      const push = calls.findIndex((call) => / push /.test(call)) + 1;
      assert.ok(push > 8 && calls.length > push, calls.join('\n'));
      // Up to the push objects are written as they are without a remote, where each step is tried: here some of them are.
      const steps = calls.map((_, at) => at + 1).filter((step) => step >= push - 1 || step % 5 === 1);
      const seen = new Map<number, boolean>();
      for (const step of steps.filter((one) => one < calls.length)) {
        change(`Step ${step}.`);
        const { result: late, moved } = await killed(action, step);
        assert.equal(late, undefined, 'it was killed');
        seen.set(step, moved);
        if (moved || step === push - 1) await assertNextWorks(`After step ${step}.`);
      }
      for (const [step, moved] of seen) assert.equal(moved, step >= push, `step ${step} of ${calls.length}`);
    });

    for (const [hook, when] of MOMENTS) {
      it(`${action}, in the middle of the push, ${when}`, async () => {
        change('Third.');
        lane.hook(hook, git.kill);
        const { result } = await killed(action, NEVER);
        assert.equal(result, undefined, 'it was killed');
        lane.hook(hook, 'exit 0');
        await assertNextWorks('After it.');
      });
    }
  }
});

async function numbersOf(repository: BotRepository): Promise<readonly number[]> {
  const fetched = await repository.releases.fetch(repository.bot());
  assert.ok(fetched.ok, JSON.stringify(fetched));
  const list = await repository.releases.versions(repository.bot());
  assert.ok(list.ok);
  return list.value.versions.map(({ version }) => version);
}

async function liveVersion(repository: BotRepository): Promise<number | null> {
  const list = await repository.releases.versions(repository.bot());
  assert.ok(list.ok);
  return list.value.live;
}
