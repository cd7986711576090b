import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../server/src/text/change';

const part = fc.array(fc.constantFrom('a', 'b', '\n', '😀', 'x'.repeat(5000), 'y'.repeat(4096)), {
  maxLength: 4,
});
const text = part.map((parts) => parts.join(''));

describe('the change between two texts', () => {
  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(text, text, text, text, (before, removed, added, after) => {
        const from = before + removed + after;
        const to = before + added + after;
        const { start, oldEnd, newEnd } = changeBetween(from, to);
        assert.equal(from.slice(0, start) + to.slice(start, newEnd) + from.slice(oldEnd), to);
      }),
    );
  });

  it('is as small as can be', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, oldEnd, newEnd } = changeBetween(before, after);
        assert.ok(start <= oldEnd && start <= newEnd);
        if (start < oldEnd && start < newEnd) {
          assert.notEqual(before[start], after[start]);
          assert.notEqual(before[oldEnd - 1], after[newEnd - 1]);
        }
      }),
    );
  });

  it('of equal texts is empty', () => {
    assert.deepEqual(changeBetween('abc', 'abc'), { start: 3, oldEnd: 3, newEnd: 3 });
  });
});
