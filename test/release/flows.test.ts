import assert from 'node:assert/strict';
import type { GateId, ReleasePlan } from '../../server/src/release/contract';
import { BotRepository, flowFile, intentFile } from '../support/repository';
import { publishElsewhere } from './gateCases';

// Protects LIVE from flows that it cannot carry: what is chosen goes live, everything else stays to the byte, and a flow
// that needs what LIVE does not have is refused.
describe('Publishing selected flows', function () {
  this.timeout(240_000);
  let published: BotRepository;
  let repository: BotRepository;

  before(async () => {
    published = new BotRepository();
    await published.published('full', 'One');
  });
  after(() => published.remove());
  beforeEach(() => {
    repository = published.copy();
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  function blocking(plan: ReleasePlan): readonly GateId[] {
    return plan.gates.filter(({ outcome }) => outcome === 'block').map(({ id }) => id);
  }

  function reasonOf(plan: ReleasePlan, id: GateId): string {
    const gate = plan.gates.find((one) => one.id === id);
    return [gate?.reason, ...(gate?.details ?? [])].join('\n');
  }

  it('takes their files from the draft and leaves the rest of LIVE, bot.yaml and models too, to the byte', async () => {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Chosen.'));
    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Not chosen.'));
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    repository.write('bot.yaml', repository.read('bot.yaml').toString().replace('[en]', '[en] # later'));
    const result = await repository.published('flows', 'Booking only', { flows: ['booking'] });
    assert.deepEqual([result.version, result.kind], [2, 'flows']);
    const changed = repository
      .git('diff', '--name-only', 'bots/choo-choo/v1', 'bots/choo-choo/v2')
      .split('\n');
    assert.deepEqual(changed, ['definition/flows/booking.flow.yaml', 'release.json']);
    assert.deepEqual(
      repository.gitBytes('show', 'bots/choo-choo/v2:definition/flows/booking.flow.yaml'),
      repository.read('flows/booking.flow.yaml'),
    );
    const record = repository.record('bots/choo-choo/v2');
    assert.deepEqual([record.kind, record.base], ['flows', 1]);
    assert.equal(record.hashes.nlp, repository.record('bots/choo-choo/v1').hashes.nlp);
  });

  it('takes a new flow in and one that is gone out', async () => {
    repository.write('flows/news.flow.yaml', flowFile('news'));
    repository.delete('flows/refunds.flow.yaml');
    await repository.published('flows', 'x', { flows: ['News', 'refunds'] });
    const files = repository.git('ls-tree', '-r', '--name-only', 'bots/choo-choo/v2', 'definition/flows/');
    assert.deepEqual(files.split('\n'), [
      'definition/flows/booking.flow.yaml',
      'definition/flows/general.flow.yaml',
      'definition/flows/news.flow.yaml',
    ]);
  });

  for (const [what, arrange, needs] of [
    [
      'an intent',
      (draft: BotRepository) => {
        draft.write('intents/timetable.intent.yaml', intentFile('timetable', 'when does it leave'));
        draft.write('flows/booking.flow.yaml', flowFile('booking', 'timetable'));
      },
      /booking\/start links to the intent timetable, which is not there/,
    ],
    [
      'a dialog of a flow that is not chosen',
      (draft: BotRepository) => {
        draft.write('flows/news.flow.yaml', flowFile('news'));
        const flow = flowFile('booking', 'book_train').replace('end: true', 'next: news/start');
        draft.write('flows/booking.flow.yaml', flow);
      },
      /booking\/start links to the dialog news\/start, which is not there/,
    ],
    [
      'a variable',
      (draft: BotRepository) => {
        const settings = draft.read('bot.yaml').toString();
        draft.write('bot.yaml', `${settings}variables:\n  trip: { type: string }\n`);
        const flow = flowFile('booking', 'book_train').replace(
          '    end:',
          '    do:\n      - clear: [trip]\n    end:',
        );
        draft.write('flows/booking.flow.yaml', flow);
      },
      /booking\/start links to the variable trip, which is not there/,
    ],
    [
      'an entity',
      (draft: BotRepository) => {
        draft.write('city.entity.yaml', 'entity: city\ntype: list\nvalues:\n  Ghent: []\n');
        draft.write(
          'flows/booking.flow.yaml',
          flowFile('booking', 'book_train').replace(
            '    say:',
            '    ask:\n      text:\n        en: Where?\n      entity: city\n      next: end\n  end:\n    say:',
          ),
        );
      },
      /booking\/start links to the entity city, which is not there/,
    ],
    [
      'a context',
      (draft: BotRepository) => {
        const output = flowFile('asking').replace('    end:', '    contexts:\n      confirming: 2\n    end:');
        draft.write('flows/asking.flow.yaml', output);
        const flow = flowFile('booking', 'book_train').replace(
          'book_train\n',
          'book_train\n      requires: [confirming]\n',
        );
        draft.write('flows/booking.flow.yaml', flow);
      },
      /booking\/start links to the context confirming, which is not there/,
    ],
  ] as const) {
    it(`is refused when a chosen flow uses ${what} that LIVE does not have`, async () => {
      arrange(repository);
      await repository.train();
      const plan = await repository.plan('flows', { flows: ['booking'] });
      assert.ok(blocking(plan).includes('live-links'), JSON.stringify(plan.gates, undefined, 1));
      assert.match(reasonOf(plan, 'live-links'), needs);
      const before = repository.live();
      const result = await repository.releases.publish(repository.bot(), plan, { notes: 'x' });
      assert.equal(result.outcome, 'blocked');
      assert.equal(repository.live(), before);
    });
  }

  it('is refused when LIVE still leads to a flow that would go', async () => {
    const general = repository.read('flows/general.flow.yaml').toString();
    repository.write('flows/general.flow.yaml', general.replace('end: true', 'next: refunds/start'));
    await repository.published('full', 'Two');
    repository.write('flows/general.flow.yaml', general);
    repository.delete('flows/refunds.flow.yaml');
    const plan = await repository.plan('flows', { flows: ['refunds'] });
    assert.match(reasonOf(plan, 'live-links'), /general\/welcome links to the dialog refunds\/start/);
  });

  it('names flows that share a file with the chosen ones, and offers them together', async () => {
    const two = (words: string) =>
      `${flowFile('booking', 'book_train', words)}---\n${flowFile('more', undefined, words)}`;
    repository.write('flows/booking.flow.yaml', two('Changed.'));
    const plan = await repository.plan('flows', { flows: ['booking'] });
    assert.ok(blocking(plan).includes('validation'));
    assert.match(reasonOf(plan, 'validation'), /The flow more shares a file with the chosen ones/);
    const choices = await repository.releases.flowChoices(repository.bot());
    assert.ok(choices.ok);
    assert.deepEqual(
      choices.value.map(({ flows, changes }) => [flows, changes.map(({ name }) => name)]),
      [
        [
          ['booking', 'more'],
          ['more', 'booking/start'],
        ],
      ],
    );
    await repository.published('flows', 'both', { flows: ['booking', 'more'] });
  });

  it('does not take a flow whose file cannot be understood for one that is gone', async () => {
    repository.write('flows/booking.flow.yaml', 'flow: booking\ndialogs: [\n');
    const half = await repository.plan('flows', { flows: ['booking'] });
    assert.match(reasonOf(half, 'validation'), /flows\/booking\.flow\.yaml:\d/);
    repository.write('flows/booking.flow.yaml', 'flow: [\n');
    const plan = await repository.plan('flows', { flows: ['booking'] });
    assert.ok(blocking(plan).includes('validation'));
    assert.match(reasonOf(plan, 'validation'), /nobody knows whether the flow booking is gone/);
    const choices = await repository.releases.flowChoices(repository.bot());
    assert.ok(choices.ok);
    assert.deepEqual(
      choices.value.map(({ flows }) => flows),
      [['booking']],
    );
  });

  it('says what cannot be chosen, and that nothing differs', async () => {
    const unknown = await repository.plan('flows', { flows: ['nowhere'] });
    assert.match(reasonOf(unknown, 'validation'), /Neither the draft nor LIVE has a flow nowhere/);
    assert.ok(blocking(await repository.plan('flows', { flows: ['booking'] })).includes('nothing-changed'));
    const fresh = new BotRepository();
    try {
      await fresh.train();
      const first = await fresh.plan('flows', { flows: ['booking'] });
      assert.ok(blocking(first).includes('first-publish'));
      assert.deepEqual(await fresh.releases.flowChoices(fresh.bot()), { ok: true, value: [] });
    } finally {
      fresh.remove();
    }
  });

  it('warns of somebody else’s work in the chosen flows only, and the next full publish still does of the rest', async () => {
    await publishElsewhere(repository, (other) => {
      other.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Theirs.'));
    });
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Mine.'));
    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Mine too.'));
    const both = await repository.plan('flows', { flows: ['booking', 'refunds'] });
    assert.deepEqual(blocking(both), ['drift']);
    assert.match(reasonOf(both, 'drift'), /dialog refunds\/start/);
    await repository.published('flows', 'booking', { flows: ['booking'] });
    await repository.train();
    const full = await repository.plan('full');
    assert.deepEqual(blocking(full), ['drift']);
    assert.match(reasonOf(full, 'drift'), /dialog refunds\/start/);
    assert.doesNotMatch(reasonOf(full, 'drift'), /booking/);
  });

  it('keeps the models of LIVE, and does not ask for those of the draft', async () => {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Chosen.'));
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'untrained words'));
    const plan = await repository.plan('flows', { flows: ['booking'] });
    assert.deepEqual(blocking(plan), [], 'the draft’s NLP need not be trained');
    assert.deepEqual(
      plan.models.map(({ input, model }) => [input, model?.artifact]),
      repository.record('bots/choo-choo/v1').models.map(({ input, artifact }) => [input, artifact]),
    );
  });
});
