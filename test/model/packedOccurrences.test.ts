import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Occurrence } from '../../server/src/model/occurrence';
import { packOccurrences, unpackOccurrences } from '../../server/src/model/packedOccurrences';

const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('start', 'main/start', '__proto__', ''));
const occurrence = fc.record({
  symbol: fc.constantFrom<Occurrence['symbol']>('intent', 'dialog', 'language'),
  role: fc.constantFrom<Occurrence['role']>('definition', 'reference'),
  position: fc.constantFrom<Occurrence['position']>('trigger', 'next', 'definition'),
  name,
  start: fc.nat({ max: 3_000_000 }),
  length: fc.nat({ max: 100_000 }),
  dialog: fc.option(name, { nil: undefined }),
  isTentative: fc.boolean(),
});

describe('Packed occurrences', () => {
  it('come out as they went in, whatever the names and however far apart', () => {
    fc.assert(
      fc.property(fc.array(occurrence, { maxLength: 50 }), (drawn) => {
        const occurrences = drawn
          .map(({ start, length, dialog, isTentative, ...rest }): Occurrence => {
            const span = { start, end: start + length };
            return {
              ...rest,
              span,
              ...(dialog !== undefined && { dialog }),
              ...(isTentative && { tentative: true }),
            };
          })
          .sort((a, b) => a.span.start - b.span.start);
        assert.deepEqual(unpackOccurrences(packOccurrences(occurrences)), occurrences);
      }),
    );
  });

  it('are as many as there are', () => {
    const many = Array.from({ length: 20_000 }, (_, index): Occurrence => {
      const span = { start: index * 7, end: index * 7 + 3 };
      return { symbol: 'entity', role: 'reference', position: 'annotation', name: 'city', span };
    });
    assert.deepEqual(unpackOccurrences(packOccurrences(many)), many);
  });
});
