import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearestNames } from '../../server/src/text/didYouMean';

describe('Text: did you mean', () => {
  const distances: readonly (readonly [string, string, number])[] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['intent', 'intent', 0],
    ['intnet', 'intent', 1],
    ['intent', 'intents', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ];
  for (const [a, b, distance] of distances) {
    it(`counts ${distance} slips between '${a}' and '${b}'`, () =>
      assert.equal(editDistance(a, b), distance));
  }

  it('is a distance: symmetric, zero for equal texts only, at most the longer length', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const distance = editDistance(a, b);
        assert.equal(distance, editDistance(b, a));
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= Math.max(a.length, b.length));
      }),
    );
  });

  it('finds one slip in any name of three characters or more', () => {
    const name = fc.stringMatching(/^[a-z]{3,20}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.stringMatching(/^[a-z]$/), (right, at, letter) => {
        const wrong = right.slice(0, at % right.length) + letter + right.slice((at % right.length) + 1);
        fc.pre(wrong !== right);
        assert.deepEqual(nearestNames(wrong, [right]), [right]);
      }),
    );
  });

  it('puts the nearest first, keeps the order of equals, and stops at the limit', () => {
    assert.deepEqual(nearestNames('book_trian', ['book_tram', 'book_train', 'book_trains']), [
      'book_train',
      'book_tram',
      'book_trains',
    ]);
    assert.deepEqual(nearestNames('ab', ['ac', 'ad', 'ae', 'af'], 2), ['ac', 'ad']);
  });

  it('offers a name that differs by case, but neither the same name nor something else altogether', () => {
    assert.deepEqual(nearestNames('Station', ['station', 'Station', 'people']), ['station']);
    assert.deepEqual(nearestNames('', ['a']), []);
    assert.deepEqual(nearestNames('text', ['set', 'next', 'test']), ['next', 'test']);
    assert.deepEqual(nearestNames('ask', ['end']), []);
    assert.deepEqual(nearestNames('a'.repeat(500), ['a'.repeat(499)]), []);
  });
});
