import assert from 'node:assert/strict';
import { bestAnswers } from '../../server/src/nlp/evaluation/bestAnswers';
import { heldOutAnswers } from '../../server/src/nlp/evaluation/crossValidate';
import type { GateResult, ModelNeed, ReleaseKind, ReleasePlan } from '../../server/src/release/contract';
import { nlpQuality } from '../../server/src/release/gates/nlpQuality';
import { measuredFolder } from '../../server/src/release/quality/folder';
import { HeldOutStore } from '../../server/src/release/quality/heldOutStore';
import { nlpMeasure } from '../../server/src/release/quality/measureNlp';
import { createReleases } from '../../server/src/release/service';
import { BotRepository, intentFile } from '../support/repository';

const TESTS = `test: a booking
steps:
  - user: book a train right now
    expect:
      intent: book_train
---
test: money
steps:
  - user: give my money back at once
    expect:
      intent: refund
`;

const BOOKING = 'intents/book_train.intent.yaml';

const withoutModel = ({ language, input, problems }: ModelNeed): ModelNeed => ({ language, input, problems });

describe('The gate of NLP quality', function () {
  this.timeout(120_000);
  let repository: BotRepository;
  /** How often something was asked and evaluated: what is known is not done again. */
  let work: { asked: number; evaluated: number };
  /** Asking a model fails with this. */
  let failure: string | undefined;
  /** The models of LIVE cannot be read. */
  let isDamaged: boolean;

  /** In this thread; that threads give the same is tested where they are. */
  beforeEach(() => {
    work = { asked: 0, evaluated: 0 };
    failure = undefined;
    isDamaged = false;
    repository = new BotRepository();
    const measure = nlpMeasure({
      answerer: (model, texts) => {
        work.asked++;
        if (failure !== undefined) {
          return Promise.resolve({ ok: false, reason: 'failed', message: failure });
        }
        const answered = bestAnswers(model, texts);
        return Promise.resolve(
          answered.ok
            ? { ok: true, value: answered.answers }
            : { ok: false, reason: 'failed', message: answered.message },
        );
      },
      evaluator: (data, folds, options) => {
        work.evaluated++;
        return heldOutAnswers(data, folds, options);
      },
    });
    repository.releases = createReleases({
      trusted: true,
      measure: (asked) =>
        measure(isDamaged ? { ...asked, liveModels: asked.liveModels.map(withoutModel) } : asked),
    });
    repository.write('tests/all.bottest.yaml', TESTS);
  });
  afterEach(() => repository.remove());

  async function planned(kind: ReleaseKind = 'full'): Promise<ReleasePlan> {
    await repository.train();
    return repository.plan(kind);
  }

  function gateOf({ gates }: ReleasePlan): GateResult {
    const gate = gates.find(({ id }) => id === 'nlp-quality');
    assert.ok(gate);
    return gate;
  }

  /** The expressions of one intent say now what those of the other say, and the thresholds are low enough to show it. */
  function makeWorse(release: string): void {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}  nlp/repeated-expression: off\n  nlp/similar-expressions: off\n${release}`,
    );
    repository.write(BOOKING, intentFile('book_train', 'reserve a seat on some ship'));
  }

  it('passes where there is nothing to compare with, and where nothing became worse', async () => {
    assert.deepEqual(
      [gateOf(await planned()).outcome, gateOf(await planned()).reason],
      ['pass', 'There is no LIVE to compare with.'],
    );
    await repository.published('full');
    repository.write(BOOKING, `${repository.read(BOOKING).toString()}    book the fastest train\n`);
    const plan = await planned();
    const [language] = plan.measured.nlpQuality?.languages ?? [];
    assert.equal(language?.measuredBy, 'tests');
    assert.ok(language.accuracy >= language.live, JSON.stringify(language));
    assert.equal(gateOf(plan).outcome, 'pass');
    assert.match(gateOf(plan).reason, /^As much is understood as in LIVE: en \d+\.\d%, LIVE \d+\.\d%\.$/);
  });

  it('measures what tests expect also where they say the very words of an expression', async () => {
    repository.write('tests/all.bottest.yaml', TESTS.replace('right now', 'now').replace('at once', 'now'));
    await repository.published('full');
    const { languages } = (await planned()).measured.nlpQuality ?? {};
    assert.deepEqual(
      languages?.map(({ language }) => language),
      ['en'],
    );
  });

  it('warns where less is understood, blocks where bot.yaml says so, and can be overridden where it says so', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}nlp:\n  threshold:\n    intent: 0.5\n`,
    );
    await repository.published('full');
    makeWorse('');
    const warned = gateOf(await planned());
    assert.equal(warned.outcome, 'warn', warned.reason);
    assert.match(warned.reason, /^Less is understood than in LIVE: en \d+\.\d%, LIVE 100\.0%\.$/);
    makeWorse('release:\n  nlpQuality:\n    policy: block\n  overrides: [nlp-quality]\n');
    const blocked = await planned();
    assert.deepEqual([gateOf(blocked).outcome, gateOf(blocked).overridable], ['block', true]);
    const override = { gates: ['nlp-quality'] as const, reason: 'ships are what we sell now' };
    const overridden = await repository.plan('full', { override });
    assert.deepEqual(
      [gateOf(overridden).outcome, gateOf(overridden).override],
      ['warn', 'ships are what we sell now'],
    );
  });

  it('does what bot.yaml says where it could not be measured, and says why', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}release:\n  nlpQuality:\n    policy: block\n`,
    );
    await repository.published('full');
    repository.write(BOOKING, `${repository.read(BOOKING).toString()}    book the fastest train\n`);
    const untrained = gateOf(await repository.plan('full'));
    assert.deepEqual(
      [untrained.outcome, untrained.reason],
      ['pass', 'The NLP was not compared with LIVE: not everything is trained.'],
    );
    failure = 'The thread ended.';
    const failed = gateOf(await planned());
    assert.deepEqual(
      [failed.outcome, failed.reason],
      ['block', 'The NLP could not be compared with LIVE: The thread ended.'],
    );
    failure = undefined;
    assert.equal(gateOf(await planned()).outcome, 'pass', 'what failed is tried again');
    isDamaged = true;
    const unread = gateOf(await planned());
    assert.equal(unread.outcome, 'block');
    assert.match(unread.reason, /The NLP model of LIVE cannot be read \(en\)/);
  });

  it('does not take a rename, or a removal, for less', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}release:\n  nlpQuality:\n    policy: block\n`,
    );
    await repository.published('full');
    const renamed = repository.read(BOOKING).toString().replace('book_train', 'reserve_train');
    repository.write(BOOKING, renamed);
    repository.write('tests/all.bottest.yaml', TESTS.replace('intent: book_train', 'intent: reserve_train'));
    const plan = await planned();
    const [language] = plan.measured.nlpQuality?.languages ?? [];
    assert.deepEqual([language?.accuracy, language?.live], [1, 1]);
    assert.equal(plan.measured.understanding?.changed, 0, JSON.stringify(plan.measured.understanding));
    repository.write('tests/all.bottest.yaml', TESTS.split('---\n')[1] ?? '');
    repository.write(BOOKING, intentFile('sail', 'hoist the mizzen'));
    const [removed] = (await planned()).measured.nlpQuality?.languages ?? [];
    assert.deepEqual([removed?.accuracy, removed?.live], [1, 1]);
  });

  it('is measured once for two that ask at once', async () => {
    await repository.published('full');
    repository.write(BOOKING, `${repository.read(BOOKING).toString()}    book the fastest train\n`);
    await repository.train();
    const { asked } = work;
    const [one, other] = await Promise.all([repository.plan('full'), repository.plan('full')]);
    assert.deepEqual(one.measured, other.measured);
    assert.equal(work.asked, asked + 2, 'the draft and LIVE');
  });

  it('allows what bot.yaml allows, and is silent where it is switched off', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}nlp:\n  threshold:\n    intent: 0.5\n`,
    );
    await repository.published('full');
    makeWorse('release:\n  nlpQuality:\n    policy: block\n    maxDrop: 100\n');
    assert.equal(gateOf(await planned()).outcome, 'pass');
    repository.write(
      'bot.yaml',
      repository.read('bot.yaml').toString().replace('policy: block\n    maxDrop: 100', 'policy: off'),
    );
    const plan = await planned();
    assert.equal(plan.measured.nlpQuality, undefined);
    assert.match(gateOf(plan).reason, /switched off/);
  });

  it('takes cross-validation where bot.yaml says so, and what was evaluated before is not evaluated again', async () => {
    const settings = 'release:\n  nlpQuality:\n    measuredBy: cross-validation\n';
    repository.write('bot.yaml', `${repository.read('bot.yaml').toString()}${settings}`);
    await repository.published('full');
    repository.write(BOOKING, `${repository.read(BOOKING).toString()}    book the fastest train\n`);
    const plan = await planned();
    assert.deepEqual(
      plan.measured.nlpQuality?.languages.map(({ language, measuredBy }) => [language, measuredBy]),
      [['en', 'cross-validation']],
    );
    assert.equal(work.evaluated, 2, 'draft and LIVE');
    const folder = await measuredFolder(repository.releases, repository.bot());
    const input = plan.models[0]?.input ?? '';
    assert.ok(await new HeldOutStore(folder).find(input, 5), 'where an evaluation of the bot finds it');
    const { asked } = work;
    assert.deepEqual((await planned()).measured, plan.measured);
    assert.deepEqual(work, { asked, evaluated: 2 });
  });

  it('comes with what users say that would be understood otherwise', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}nlp:\n  threshold:\n    intent: 0.5\n`,
    );
    await repository.published('full');
    makeWorse('');
    const { understanding } = (await planned()).measured;
    assert.ok(understanding);
    // Five and five expressions of the draft, five that only LIVE has, and two sentences of tests.
    assert.equal(understanding.asked, 17);
    assert.ok(understanding.changed > 0 && understanding.first.length === understanding.changed);
    const lost = understanding.first.filter(({ kind }) => kind === 'now-below' || kind === 'other-intent');
    assert.ok(
      lost.some(({ text }) => text === 'book a train please'),
      'an expression that LIVE has',
    );
    assert.ok(understanding.first.every(({ kind }) => kind !== 'same'));
  });

  it('allows a drop of exactly as many points as bot.yaml says', async () => {
    repository.write(
      'bot.yaml',
      `${repository.read('bot.yaml').toString()}release:\n  nlpQuality:\n    policy: block\n    maxDrop: 2\n`,
    );
    await repository.published('full');
    const plan = await planned();
    const outcomeAt = (accuracy: number): string => {
      const language = { language: 'en', measuredBy: 'tests', accuracy, live: 1 } as const;
      return nlpQuality.judge({ ...plan, measured: { nlpQuality: { languages: [language] } } }).outcome;
    };
    assert.ok(100 * (1 - 0.98) > 2, 'a difference of shares is not exact');
    assert.deepEqual([outcomeAt(0.98), outcomeAt(0.97)], ['pass', 'block']);
  });
});
