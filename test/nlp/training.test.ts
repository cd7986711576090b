import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkTrainable } from '../../server/src/nlp/checkTrainable';
import type { TrainingData } from '../../server/src/nlp/contract';
import { trainInWorker } from '../../server/src/nlp/trainInWorker';
import { trainModel } from '../../server/src/nlp/trainModel';
import { trainingHash } from '../../server/src/nlp/trainingInput';
import { artifactOf, dataOf, modelOf, TRAVEL } from './trainBot';

const WORKER = join(__dirname, '../../server/src/nlp/trainingWorker.js');

/** Enough for many reports of progress: two hundred different sentences for each of eight intents. */
const LARGE = dataOf(
  Array.from({ length: 8 }, (_, intent) => [
    `intent_${intent}`,
    Array.from({ length: 200 }, (__, i) => `topic${intent} word${i % 37} thing${(i * 7) % 41} number ${i}`),
  ]),
);

function shuffled(data: TrainingData, seed: number): TrainingData {
  const order = <T>(items: readonly T[], salt: number): T[] =>
    items
      .map((item, i) => ({ item, key: Math.imul(i + 1, seed + salt) >>> 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return {
    ...data,
    intents: order(data.intents, 1).map((intent, i) => ({
      ...intent,
      expressions: order(intent.expressions, i),
    })),
    entities: order(data.entities, 2),
  };
}

describe('NLP: training', () => {
  it('gives the bytes that every machine gives', async () => {
    const artifact = await artifactOf(TRAVEL);
    // Another hash means another model for the same input: raise TRAINER_VERSION along with it.
    assert.equal(artifact.artifact, '75dc7bac1e86ab86ce0ace3847bc571266a0f2c45fd630d6d48953bd22733061');
    assert.equal(artifact.input, trainingHash(TRAVEL));
  });

  it('gives the same bytes for the same data in any order', async () => {
    const { artifact } = await artifactOf(TRAVEL);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        assert.equal((await artifactOf(shuffled(TRAVEL, seed))).artifact, artifact);
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same bytes in a thread of its own, and says how far it is', async () => {
    const inline = await artifactOf(LARGE);
    const fractions: number[] = [];
    const result = await trainInWorker(WORKER, shuffled(LARGE, 99), {
      onProgress: (fraction) => fractions.push(fraction),
    });
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(Buffer.from(result.model.bytes), Buffer.from(inline.bytes));
    assert.equal(result.model.artifact, createHash('sha256').update(inline.bytes).digest('hex'));
    assert.deepEqual(
      fractions,
      fractions.toSorted((a, b) => a - b),
    );
    assert.ok(fractions.every((fraction) => fraction >= 0 && fraction <= 1));
  });

  it('stops when it is cancelled, before and while it runs, in both places', async () => {
    const early = new AbortController();
    early.abort();
    assert.deepEqual(await trainModel(LARGE, { signal: early.signal }), { ok: false, reason: 'cancelled' });
    assert.deepEqual(await trainInWorker(WORKER, LARGE, { signal: early.signal }), {
      ok: false,
      reason: 'cancelled',
    });
    for (const train of [trainModel, trainInWorker.bind(undefined, WORKER)]) {
      const running = new AbortController();
      const result = await train(LARGE, {
        signal: running.signal,
        onProgress: () => running.abort(),
      });
      assert.deepEqual(result, { ok: false, reason: 'cancelled' });
    }
  });

  it('lets others run while it trains', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await trainModel(LARGE);
    clearInterval(timer);
    assert.ok(turns > 0);
  });

  it('says what a bot lacks', async () => {
    const data: TrainingData = {
      ...dataOf([['only', ['a', 'b', 'c', 'd', 'd']]]),
      entities: [{ type: 'pattern', name: 'code', patterns: ['[A-Z]+', '(?=x)'] }],
    };
    const problems = checkTrainable(data);
    assert.deepEqual(
      problems.map(({ reason, name }) => [reason, name]),
      [
        ['few-intents', undefined],
        ['few-expressions', 'only'],
        ['invalid-pattern', 'code'],
      ],
    );
    assert.match(problems[1]?.message ?? '', /at least 5 different expressions in en; it has 4/);
    assert.deepEqual(await trainModel(data), { ok: false, reason: 'untrainable', problems });
    assert.deepEqual(await trainInWorker(WORKER, data), { ok: false, reason: 'untrainable', problems });
    assert.deepEqual(checkTrainable(TRAVEL), []);
  });

  it('says which contextual entity has too little to learn from', () => {
    const annotatedWith = (values: readonly string[]): TrainingData => ({
      ...TRAVEL,
      entities: [...TRAVEL.entities, { type: 'contextual', name: 'dish' }],
      intents: [
        ...TRAVEL.intents,
        {
          name: 'eat',
          expressions: [...values, 'a', 'b', 'c', 'd', 'e'].map((text, index) => ({
            text,
            annotations: index < values.length ? [{ entity: 'Dish', start: 0, end: text.length }] : [],
          })),
        },
      ],
    });
    assert.deepEqual(
      checkTrainable(annotatedWith(['Soup', 'soup', 'stew', 'cake', 'salad'])).map(({ reason, name }) => [
        reason,
        name,
      ]),
      [['few-annotations', 'dish']],
    );
    assert.deepEqual(checkTrainable(annotatedWith(['soup', 'stew', 'cake', 'salad', 'pie'])), []);
    assert.deepEqual(checkTrainable(annotatedWith([])), []);
  });

  it('fails, and does not hang, when the thread cannot run', async () => {
    const result = await trainInWorker(join(__dirname, 'no-such-worker.js'), TRAVEL);
    assert.ok(!result.ok && result.reason === 'failed');
    assert.match(result.message, /^The NLP stopped with an error: /);
  });

  it('takes names that mean something to JavaScript', async () => {
    const words = [...(TRAVEL.intents[0]?.expressions ?? [])].map(({ text }) => text);
    const others = [...(TRAVEL.intents[1]?.expressions ?? [])].map(({ text }) => text);
    const { bytes } = await artifactOf(
      dataOf([
        ['__proto__', words],
        ['constructor', others],
        ['toString', ['hasOwnProperty', 'valueOf', '__proto__', 'constructor', 'prototype']],
      ]),
    );
    const model = modelOf(bytes);
    assert.equal(model.classify('I want a ticket to Brussels')[0]?.name, '__proto__');
    assert.equal(model.classify('__proto__')[0]?.name, 'toString');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(model.summary.intents.has('__proto__'));
  });
});
