import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type BatchOptions, Batches } from '../../../server/src/gateway/database/batches';
import { StoreError } from '../../../server/src/gateway/database/storeError';
import { refuseUnstorable, storable } from '../../../server/src/gateway/database/texts';

interface Work {
  readonly key: string;
  readonly n: number;
  readonly isWrong: boolean;
}

const works = fc
  .array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), isWrong: fc.boolean() }), { maxLength: 60 })
  .map((all) => all.map((one, n): Work => ({ ...one, n })));

describe('Batches', () => {
  it('answers everything, keeps what has the same key apart and in order, and lets what is wrong fail alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        works,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (all, most, parallel) => {
          let running = 0;
          const done: Work[] = [];
          const run = async (inputs: readonly Work[]): Promise<readonly number[]> => {
            running++;
            assert.ok(inputs.length <= most && running <= parallel);
            assert.equal(new Set(inputs.map(({ key }) => key)).size, inputs.length);
            await new Promise(setImmediate);
            running--;
            if (inputs.some(({ isWrong }) => isWrong)) throw new StoreError('failed', 'wrong');
            done.push(...inputs);
            return inputs.map(({ n }) => n * 2);
          };
          const batches = new Batches(run, { most, parallel, key: ({ key }: Work) => key });
          const outcomes = await Promise.allSettled(all.map((one) => batches.add(one)));
          const expected = all.map(({ n, isWrong }) => (isWrong ? 'rejected' : n * 2));
          assert.deepEqual(
            outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'rejected')),
            expected,
          );
          if (parallel > 1) return;
          for (const key of ['a', 'b', 'c', 'd']) {
            const own = done.filter((one) => one.key === key).map(({ n }) => n);
            assert.deepEqual(
              own,
              own.toSorted((a, b) => a - b),
            );
          }
        },
      ),
    );
  });

  it('goes out at once when nothing is under way, and takes along what came meanwhile', async () => {
    const { batches, sizes, free } = held({ most: 100, parallel: 1 });
    const first = batches.add(0);
    await new Promise(setImmediate);
    const rest = Promise.all(Array.from({ length: 50 }, (_, n) => batches.add(n)));
    free();
    await Promise.all([first, rest]);
    assert.deepEqual(sizes, [1, 50]);
  });

  it('lets what waits for each other go when there is enough for a statement, or the one under way is held up', async () => {
    const { batches, sizes, free } = held({ most: 3, parallel: 2 });
    const first = batches.add(0);
    await new Promise(setImmediate);
    await Promise.all([1, 2, 3].map((n) => batches.add(n)));
    await Promise.all([4, 5].map((n) => batches.add(n)));
    assert.deepEqual(sizes, [1, 3, 2]);
    free();
    assert.equal(await first, 0);
  });

  it('lets what came one by one go as soon as there is enough for a statement', async () => {
    const { batches, sizes, free } = held({ most: 3, parallel: 2, patience: 60_000 });
    const all = [batches.add(0)];
    await new Promise(setImmediate);
    for (const n of [1, 2, 3]) {
      assert.deepEqual(sizes, [1]);
      all.push(batches.add(n));
      await new Promise(setImmediate);
    }
    assert.deepEqual(sizes, [1, 3]);
    free();
    assert.deepEqual(await Promise.all(all), [0, 1, 2, 3]);
  });

  it('waits for a statement that is held up once only', async () => {
    const { batches, sizes, free } = held({ most: 100, parallel: 2 });
    const first = batches.add(0);
    await new Promise(setImmediate);
    assert.equal(await batches.add(1), 1);
    for (const n of [2, 3, 4]) {
      const next = batches.add(n);
      await new Promise(setImmediate);
      assert.equal(sizes.length, n + 1, 'it is under way');
      assert.equal(await next, n);
    }
    free();
    assert.equal(await first, 0);
  });

  it('does not try one by one what a database that is away did not take', async () => {
    let statements = 0;
    const run = (): Promise<readonly number[]> => {
      statements++;
      return Promise.reject(new StoreError('unavailable', 'away'));
    };
    const batches = new Batches(run, { most: 100, parallel: 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => batches.add(n)));
    assert.ok(outcomes.every(({ status }) => status === 'rejected'));
    assert.equal(statements, 1);
  });

  it('takes no more than a database can catch up with', async () => {
    const batches = new Batches(async (inputs: readonly number[]) => inputs, { most: 1000, parallel: 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 20_001 }, (_, n) => batches.add(n)));
    const rejected = outcomes.filter((outcome) => outcome.status === 'rejected');
    assert.deepEqual(
      rejected.map(({ reason }) => (reason as StoreError).reason),
      ['unavailable'],
    );
  });
});

/** Batches whose first statement takes until `free` is called, and how much went out in each so far. */
function held(options: BatchOptions<number>) {
  const sizes: number[] = [];
  let free = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    free = resolve;
  });
  const run = async (inputs: readonly number[]): Promise<readonly number[]> => {
    sizes.push(inputs.length);
    if (sizes.length === 1) await gate;
    return inputs;
  };
  return { batches: new Batches(run, options), sizes, free };
}

describe('Texts of the database', () => {
  it('refuses exactly the texts that it would mend, and keeps all others as they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const isFine = isWhole(text);
          assert.equal(storable(text) === text, isFine);
          assert.ok(isWhole(storable(text)));
          assert.equal(storable(text).length, text.length);
          const refuse = (): void => refuseUnstorable([1, ['fine', [text]]]);
          if (isFine) refuse();
          else assert.throws(refuse, { reason: 'invalid-text' });
        },
      ),
    );
    assert.throws(() => refuseUnstorable(['\0']), { reason: 'invalid-text' });
  });
});

/** It comes back from UTF-8 as it was, and C would not take it for two. */
function isWhole(text: string): boolean {
  return Buffer.from(text, 'utf8').toString('utf8') === text && !text.includes('\0');
}
