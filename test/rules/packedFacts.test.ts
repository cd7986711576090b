import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownFacts, packFacts, unpackFacts } from '../../server/src/rules/engine/packedFacts';
import type { Fact } from '../../server/src/rules/engine/table';

const { fact } = fc.letrec<{ fact: Fact }>((tie) => ({
  fact: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.array(tie('fact'), { maxLength: 4 }),
  ),
}));

const tables = fc.array(
  fc.array(fc.tuple(fc.string(), fact), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  { maxLength: 8 },
);

describe('facts of a file', () => {
  it('are the same when they were packed, in the same order', () => {
    fc.assert(
      fc.property(tables, (facts) => {
        const unpacked = unpackFacts(packFacts(facts), facts.length);
        assert.deepEqual(
          unpacked.map((own) => [...own]),
          facts.map((own) => [...own]),
        );
      }),
    );
  });

  it('are the same without a hold on the text of the file', () => {
    fc.assert(fc.property(tables, (facts) => assert.deepEqual(ownFacts(facts), facts)));
  });
});
