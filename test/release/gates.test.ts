import assert from 'node:assert/strict';
import { trainModel } from '../../server/src/nlp/trainModel';
import type { GateId, GateResult } from '../../server/src/release/contract';
import { BotRepository } from '../support/repository';
import { addIntent, CASES, changeFlow, publishElsewhere } from './gateCases';

describe('Gates', function () {
  this.timeout(240_000);
  let published: BotRepository;
  before(async () => {
    published = new BotRepository();
    await published.published('full');
  });
  after(() => published.remove());

  for (const { gate, kind, outcome, when, ...rest } of CASES) {
    it(`${gate} (${kind}): ${outcome} when ${when}`, async () => {
      const repository = rest.unpublished ? new BotRepository() : published.copy();
      try {
        await rest.arrange(repository);
        if (!rest.untrained) await repository.releases.train(repository.bot(), trainModel);
        const plan = await repository.plan(kind);
        const result = plan.gates.find(({ id }) => id === gate);
        assert.ok(result, 'the gate was asked');
        assert.equal(result.outcome, outcome, show(plan.gates));
        assert.notEqual(result.reason, '');
        if (rest.reason) assert.match(result.reason, rest.reason);
        if (rest.details) assert.match(result.details.join('\n'), rest.details);
        if (rest.mend) assert.equal(result.mend, rest.mend);
        if (outcome === 'pass') assert.equal(result.mend, undefined);
        assert.equal(
          plan.possible,
          plan.gates.every((other) => other.outcome !== 'block'),
        );
      } finally {
        repository.remove();
      }
    });
  }

  it('each gate is tried with every outcome that it can have', () => {
    const outcomes = (gate: GateId): readonly string[] =>
      [...new Set(CASES.filter((one) => one.gate === gate).map(({ outcome }) => outcome))].sort();
    for (const gate of [
      'validation',
      'trained',
      'first-publish',
      'nlp-changed',
      'intents-removed',
      'live-links',
    ] as const) {
      assert.deepEqual(outcomes(gate), ['block', 'pass'], gate);
    }
    assert.deepEqual(outcomes('nothing-changed'), ['pass', 'warn']);
    assert.deepEqual(outcomes('tests'), ['block', 'pass', 'warn']);
    assert.deepEqual(outcomes('drift'), ['block', 'pass', 'warn']);
  });
});

describe('Drift after an NLP-only publish over the flows of someone else', function () {
  this.timeout(240_000);

  it('still blocks the next full publish, until the user says to overwrite', async () => {
    const repository = new BotRepository();
    try {
      await repository.published('full');
      await publishElsewhere(repository, changeFlow);
      addIntent(repository);
      await repository.published('nlp');
      const drift = (await repository.plan('full')).gates.find(({ id }) => id === 'drift');
      assert.equal(drift?.outcome, 'block', drift?.reason);
      const result = await repository.publish('full', 'over it', { overwriteLive: 'for the test' });
      assert.equal(result.outcome, 'published');
      assert.equal((await repository.plan('full')).gates.find(({ id }) => id === 'drift')?.outcome, 'pass');
    } finally {
      repository.remove();
    }
  });
});

function show(gates: readonly GateResult[]): string {
  return gates
    .map(({ id, outcome, reason, details }) => [id, outcome, reason, ...details].join(' '))
    .join('\n');
}
