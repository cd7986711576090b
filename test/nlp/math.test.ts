import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exp, ln, softmax } from '../../server/src/nlp/classifier/math';

describe('NLP: exponential and logarithm of our own', () => {
  const near = (actual: number, expected: number): void =>
    assert.ok(
      Math.abs(actual - expected) <= 1e-14 * Math.max(1, Math.abs(expected)),
      `${actual} is ${expected}`,
    );

  it('agree with the engine to fourteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        const [ours, theirs] = [exp(x), Math.exp(x)];
        assert.ok(Math.abs(ours - theirs) <= 1e-13 * theirs, `${ours} is ${theirs}`);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => near(ln(x), Math.log(x))),
    );
  });

  it('end where numbers end', () => {
    assert.equal(exp(-1e9), 0);
    assert.ok(Number.isFinite(exp(1e9)));
    assert.equal(exp(0), 1);
    assert.equal(ln(1), 0);
    assert.ok(Number.isFinite(ln(0)));
    assert.ok(Number.isFinite(ln(Number.MIN_VALUE)));
  });

  it('make probabilities that sum to one and keep the order', () => {
    const scores = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0.05, max: 20, noNaN: true }), (given, sharpness) => {
        const made = Float64Array.from(given);
        softmax(made, sharpness);
        near(
          made.reduce((sum, each) => sum + each, 0),
          1,
        );
        given.forEach((a, i) => {
          given.forEach((b, j) => {
            if (a > b) assert.ok((made[i] ?? 0) >= (made[j] ?? 0));
          });
        });
      }),
    );
  });
});
