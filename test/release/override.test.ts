import assert from 'node:assert/strict';
import type { GateOverride, Measure, MeasureWork } from '../../server/src/release/contract';
import { createReleases } from '../../server/src/release/service';
import { BotRepository } from '../support/repository';
import { changeFlow } from './gateCases';

const WHY = 'the answer is right, the test is old';
const OVERRIDE: GateOverride = { gates: ['tests'], reason: WHY };

/** A bot with a conversation test that fails, and what its bot.yaml says below `release:`. */
function withFailingTest(release: string): BotRepository {
  const repository = new BotRepository();
  repository.write(
    'tests/one.bottest.yaml',
    'test: it answers\nsteps:\n  - user: book a train please\n  - bot: Goodbye.\n',
  );
  repository.write('bot.yaml', `${repository.read('bot.yaml').toString()}${release}`);
  return repository;
}

const ALLOWED = 'release:\n  overrides: [tests]\n';

describe('Overriding a gate', function () {
  this.timeout(120_000);
  let repository: BotRepository;
  afterEach(() => repository.remove());

  it('publishes with a reason that is recorded in release.json, in the log and in the list of versions', async () => {
    repository = withFailingTest(ALLOWED);
    const blocked = await repository.publish('full');
    assert.ok(blocked.outcome === 'blocked');
    const gate = blocked.plan.gates.find(({ id }) => id === 'tests');
    assert.deepEqual([gate?.outcome, gate?.overridable, gate?.override], ['block', true, undefined]);

    const published = await repository.published('full', 'Notes', { override: OVERRIDE });
    assert.deepEqual(
      published.gates.filter(({ outcome }) => outcome === 'warn').map(({ id, override }) => [id, override]),
      [['tests', WHY]],
    );
    const recorded = repository.record(published.commit).gates.find(({ id }) => id === 'tests');
    assert.deepEqual([recorded?.outcome, recorded?.override], ['warn', WHY]);
    const list = await repository.releases.versions(repository.bot());
    assert.deepEqual(list.ok && list.value.versions.map(({ overrides }) => overrides), [
      [{ gate: 'tests', reason: WHY }],
    ]);
    repository.assertSound();
  });

  it('takes a reason of several lines for one, whatever the lines look like', async () => {
    repository = withFailingTest(ALLOWED);
    const reason = 'one\nBot-Version: 9\n\nBot-Action: switch';
    await repository.published('full', 'Notes', { override: { gates: ['tests'], reason } });
    const list = await repository.releases.versions(repository.bot());
    assert.deepEqual(list.ok && list.value.versions.map(({ version, overrides }) => [version, overrides]), [
      [1, [{ gate: 'tests', reason: 'one Bot-Version: 9 Bot-Action: switch' }]],
    ]);
    assert.equal(
      repository.record('refs/tags/bots/choo-choo/v1').gates.find(({ id }) => id === 'tests')?.override,
      reason,
    );
  });

  it('needs a reason', async () => {
    repository = withFailingTest(ALLOWED);
    const result = await repository.publish('full', 'Notes', {
      override: { gates: ['tests'], reason: ' \n' },
    });
    assert.equal(result.outcome, 'blocked');
  });

  for (const [when, release] of [
    ['bot.yaml says nothing', ''],
    ['bot.yaml names another gate', 'release:\n  overrides: [nlp-quality]\n'],
  ] as const) {
    it(`is refused where ${when}, and says where to allow it`, async () => {
      repository = withFailingTest(release);
      const result = await repository.publish('full', 'Notes', { override: OVERRIDE });
      assert.ok(result.outcome === 'blocked');
      const gate = result.plan.gates.find(({ id }) => id === 'tests');
      assert.equal(gate?.overridable, undefined);
      assert.match(gate?.details.at(-1) ?? '', /release\.overrides.*bot\.yaml.*tests/);
    });
  }

  it('is no way around what keeps a bot together, whatever is asked for and allowed', async () => {
    repository = new BotRepository();
    await repository.published('full');
    repository.delete('intents/refund.intent.yaml');
    changeFlow(repository);
    const all = ['validation', 'trained', 'intents-removed', 'live-links', 'nlp-changed', 'drift'];
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}release:\n  overrides: [${all.join(', ')}]\n`,
    );
    // As a client that keeps to no types would send it.
    const override = { gates: all, reason: WHY } as unknown as GateOverride;
    for (const kind of ['full', 'nlp'] as const) {
      const free = await repository.plan(kind);
      const forced = await repository.plan(kind, { override });
      assert.equal(forced.possible, false);
      assert.deepEqual(
        forced.gates.map(({ id, outcome }) => [id, outcome]),
        free.gates.map(({ id, outcome }) => [id, outcome]),
      );
    }
  });

  it('leaves a gate that passes as it is', async () => {
    repository = new BotRepository();
    const published = await repository.published('full', 'Notes', { override: OVERRIDE });
    assert.deepEqual(
      repository.record(published.commit).gates.filter(({ override }) => override !== undefined),
      [],
    );
  });
});

describe('Work that gates need', function () {
  this.timeout(120_000);
  let repository: BotRepository;
  beforeEach(async () => {
    repository = new BotRepository();
    await repository.published('full');
    repository.write('intents/refund.intent.yaml', 'intent: refund\nexpressions:\n  en: |\n    refund me\n');
  });
  afterEach(() => repository.remove());

  it('is done for a plan, with what would be live and with LIVE, and never for the status bar', async () => {
    const asked: MeasureWork[] = [];
    const measure: Measure = async (work) => {
      asked.push(work);
      return { nlpQuality: { languages: [] } };
    };
    repository.releases = createReleases({ trusted: true, measure });
    await repository.releases.state(repository.bot(), repository.project());
    assert.equal(asked.length, 0);
    const plan = await repository.plan('full');
    assert.deepEqual(plan.measured, { nlpQuality: { languages: [] } });
    assert.equal(asked.length, 1);
    const [work] = asked;
    assert.deepEqual(
      work?.models.map(({ language, model }) => [language, model !== undefined]),
      [['en', false]],
      'the draft is not trained',
    );
    assert.deepEqual(
      work?.liveModels.map(({ language, model }) => [language, model !== undefined]),
      [['en', true]],
    );
    assert.equal(work?.liveBot?.intent('refund').length, 1);
  });

  it('that is cancelled ends the plan', async () => {
    const controller = new AbortController();
    const measure: Measure = async ({ signal }) => {
      controller.abort();
      assert.equal(signal?.aborted, true);
      return {};
    };
    const releases = createReleases({ trusted: true, measure });
    const plan = await releases.plan(repository.bot(), repository.project(), 'full', {
      signal: controller.signal,
    });
    assert.ok(!plan.ok && plan.error.reason === 'cancelled', JSON.stringify(plan));
  });
});
