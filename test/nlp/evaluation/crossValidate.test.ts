import assert from 'node:assert/strict';
import type { TrainingData } from '../../../server/src/nlp/contract';
import { crossValidate } from '../../../server/src/nlp/evaluation/crossValidate';
import { evaluateCorpus } from '../../../server/src/nlp/evaluation/evaluateCorpus';
import { dataOf } from '../trainBot';

const GREET = ['hello', 'hello there', 'well hello', 'hello you', 'oh hello'];
const BOOK = ['a ticket', 'one ticket', 'my ticket', 'ticket please', 'the ticket'];
const DATA = dataOf([
  ['greet', GREET],
  ['book', BOOK],
]);

async function validate(data: TrainingData) {
  const outcome = await crossValidate(data, { folds: 5, threshold: 0.2 });
  assert.ok(outcome.ok);
  return outcome.evaluation;
}

describe('cross-validation', () => {
  it('asks every expression once, and none of a model that has seen it', async () => {
    const evaluation = await validate(
      dataOf([
        ['greet', GREET],
        ['book', BOOK],
        ['odd', ['ah', 'bé', 'cö', 'dû', 'eñ']],
      ]),
    );
    assert.equal(evaluation.answers.length, 15);
    assert.equal(new Set(evaluation.answers.map(({ text }) => text)).size, 15);
    // Words that no other expression has cannot be known: all five are right only for who has seen them.
    const odd = evaluation.answers.filter(({ expected }) => expected === 'odd');
    assert.ok(odd.some(({ best }) => best !== 'odd'));
  });

  it('finds intents that share their words well told apart', async () => {
    const evaluation = await validate(DATA);
    assert.equal(evaluation.accuracy, 1);
    assert.equal(evaluation.score, 100);
    assert.deepEqual(evaluation.confusions, []);
  });

  it('lists what is taken for what', async () => {
    const evaluation = await validate(
      dataOf([
        ['greet', GREET],
        ['book', [...BOOK, 'hello hello']],
      ]),
    );
    assert.deepEqual(evaluation.confusions[0], {
      expected: 'book',
      answered: 'greet',
      texts: ['hello hello'],
    });
  });

  it('gives the same answers for the same data in any order', async () => {
    const turned = {
      ...DATA,
      intents: DATA.intents
        .toReversed()
        .map((intent) => ({ ...intent, expressions: intent.expressions.toReversed() })),
    };
    assert.deepEqual(await validate(turned), await validate(DATA));
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    const outcome = await crossValidate(DATA, { folds: 2, threshold: 0.5, signal: stop.signal });
    assert.deepEqual(outcome, { ok: false, reason: 'cancelled' });
  });
});

describe('evaluating a corpus', () => {
  it('trains on one split, and reports on the other', async () => {
    const message = (text: string, intent: string | null) => ({ text, intent, entities: [] });
    const outcome = await evaluateCorpus(
      [
        {
          language: 'en',
          train: DATA.intents.flatMap(({ name, expressions: all }) =>
            all.map(({ text }) => message(text, name)),
          ),
          test: [message('hello', 'greet'), message('the ticket', 'book'), message('zzz', null)],
        },
      ],
      { threshold: 0.6, clocks: { cpuSeconds: () => 2, milliseconds: () => 5 } },
    );
    assert.ok(outcome.ok);
    const { modelBytes, modelHash, calibrationError, ...report } = outcome.report;
    assert.ok(modelBytes > 0 && calibrationError < 1);
    assert.match(modelHash, /^[0-9a-f]{64}$/);
    assert.deepEqual(report, {
      train: 10,
      test: 3,
      intents: 2,
      accuracy: 1,
      macroF1: 1,
      atThreshold: { threshold: 0.6, accuracy: 1, coverage: 1 },
      outOfScope: { auroc: 1, recallAt95: 1 },
      entityF1: null,
      trainCpuSeconds: 0,
      predictMillis: { p50: 0, p95: 0 },
    });
  });
});
