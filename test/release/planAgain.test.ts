import assert from 'node:assert/strict';
import type { ReleaseKind, ReleasePlan } from '../../server/src/release/contract';
import { createReleases } from '../../server/src/release/service';
import { BotRepository, flowFile } from '../support/repository';

// Protects the gates from what is remembered: a plan of something known says what a plan of something new does.
describe('A plan that is made again', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  afterEach(() => repository.remove());

  it('says what a fresh one says, before and after LIVE moved under the same draft', async () => {
    repository = new BotRepository();
    await repository.train();
    const project = repository.project();
    const [bot] = project.bots;
    assert.ok(bot);
    const known = createReleases({ trusted: true });
    const plan = async (releases: typeof known, kind: ReleaseKind): Promise<ReleasePlan> => {
      const made = await releases.plan(bot, project, kind);
      assert.ok(made.ok, JSON.stringify(made));
      return made.value;
    };
    const saidOf = ({ gates, possible, contentHash, hashes, findings, difference, notes }: ReleasePlan) => ({
      gates,
      possible,
      contentHash,
      hashes,
      findings: findings.map(({ code, uri, span, severity }) => ({ code, uri, span, severity })),
      difference,
      notes,
    });
    const kinds = ['full', 'nlp', 'full'] as const;
    for (const isLive of [false, true]) {
      await known.state(bot, project);
      for (const kind of kinds) {
        // Another snapshot of the same files: nothing is known of it.
        const fresh = await createReleases({ trusted: true }).plan(
          repository.bot(),
          repository.project(),
          kind,
        );
        assert.ok(fresh.ok, JSON.stringify(fresh));
        assert.deepEqual(saidOf(await plan(known, kind)), saidOf(fresh.value), `${kind}, ${isLive}`);
      }
      if (!isLive) await repository.published('full');
    }
    const now = (await plan(known, 'full')).gates.find(({ id }) => id === 'nothing-changed');
    assert.equal(now?.outcome, 'warn', 'LIVE is what the draft is');
  });

  it('counts what is on disk, not what was known when it was made before', async () => {
    repository = new BotRepository();
    await repository.train();
    const project = repository.project();
    const bot = repository.bot();
    const releases = createReleases({ trusted: true });
    const before = await releases.plan(bot, project, 'full');
    assert.ok(before.ok && before.value.possible, JSON.stringify(before));
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'no_such_intent'));
    const after = await releases.plan(bot, project, 'full');
    assert.ok(after.ok && !after.value.possible, 'the intent is missing');
  });

  it('stops where it is cancelled', async () => {
    repository = new BotRepository();
    await repository.train();
    const stop = new AbortController();
    const planning = repository.releases.plan(repository.bot(), repository.project(), 'full', {
      signal: stop.signal,
    });
    stop.abort();
    const plan = await planning;
    assert.ok(!plan.ok && plan.error.reason === 'cancelled', JSON.stringify(plan.ok || plan.error));
  });
});
