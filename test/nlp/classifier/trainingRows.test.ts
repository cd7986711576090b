import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode } from '../../../server/src/nlp/classifier/encode';
import type { Example } from '../../../server/src/nlp/classifier/examples';
import { HashTable } from '../../../server/src/nlp/classifier/hashTable';
import { rowsOf } from '../../../server/src/nlp/classifier/rows';
import { vocabularyOf } from '../../../server/src/nlp/classifier/vocabulary';

/** Few enough that examples share some; the ends of the range, and hashes that differ in their upper bits only. */
const hash = fc.oneof(
  fc.nat(40),
  fc.constantFrom(0, 0xffffffff),
  fc.nat(0xff).map((upper) => upper * 2 ** 24),
);
const examples: fc.Arbitrary<Example[]> = fc.array(
  fc.record({
    label: fc.nat(3),
    features: fc.uniqueArray(hash, { maxLength: 30 }).map((hashes) => Uint32Array.from(hashes).sort()),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('NLP: rows of training', () => {
  it('count for what a message counts for', () => {
    fc.assert(
      fc.property(examples, (given) => {
        const { vocabulary, entries } = vocabularyOf(given);
        const rows = rowsOf(given, vocabulary, entries);
        given.forEach(({ features, label }, row) => {
          const asked = encode(vocabulary, features);
          const [start, end] = [rows.starts[row], rows.starts[row + 1]];
          assert.deepEqual([...rows.features.subarray(start, end)], asked.features);
          assert.deepEqual([...rows.values.subarray(start, end)], asked.values.map(Math.fround));
          assert.equal(rows.labels[row], label);
        });
      }),
    );
  });

  it('know each feature once, in order, with the number of its examples', () => {
    fc.assert(
      fc.property(examples, (given) => {
        const { hashes, frequencies } = vocabularyOf(given).vocabulary;
        const expected = new Map<number, number>();
        for (const { features } of given) {
          for (const feature of features) expected.set(feature, (expected.get(feature) ?? 0) + 1);
        }
        assert.deepEqual(
          Array.from(hashes, (each, i) => [each, frequencies[i]]),
          [...expected].sort(([a], [b]) => a - b),
        );
      }),
    );
  });

  it('number hashes as they come, however many they are', () => {
    const table = new HashTable();
    const many = Array.from({ length: 5_000 }, (_, i) => Math.imul(i, 0x10001) >>> 0);
    for (const [id, each] of many.entries()) assert.equal(table.idOf(each), id);
    for (const [id, each] of many.entries()) assert.equal(table.idOf(each), id);
    assert.deepEqual([...table.hashes()], many);
  });
});
