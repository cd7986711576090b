import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  accuracy,
  type Answer,
  atThreshold,
  bestThreshold,
  calibrationError,
  macroF1,
  outOfScopeQuality,
  qualityOfIntents,
  spanF1,
} from '../../../server/src/nlp/evaluation/metrics';

const ANSWERS: readonly Answer[] = [
  { expected: 'greet', best: 'greet', score: 0.9 },
  { expected: 'greet', best: 'book', score: 0.6 },
  { expected: 'book', best: 'book', score: 0.8 },
  { expected: 'book', best: 'book', score: 0.95 },
  { expected: null, best: 'book', score: 0.7 },
];

const anyAnswers = fc.array(
  fc.record({
    expected: fc.constantFrom('a', 'b', 'c', null),
    best: fc.constantFrom('a', 'b', 'c'),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe('evaluating answers', () => {
  it('counts the best intent of messages in scope, whatever its score', () => {
    assert.equal(accuracy(ANSWERS), 3 / 4);
    assert.equal(accuracy([]), 0);
  });

  it('weighs every intent the same in the mean F1', () => {
    // greet: precision 1, recall 1/2; book: precision 2/3, recall 1
    assert.equal(macroF1(ANSWERS), (2 / 3 + 4 / 5) / 2);
    assert.deepEqual(qualityOfIntents(ANSWERS)[1], {
      name: 'book',
      count: 2,
      precision: 2 / 3,
      recall: 1,
      f1: 4 / 5,
    });
  });

  it('takes a score at the threshold for not understood', () => {
    assert.deepEqual(atThreshold(ANSWERS, 0.8), { threshold: 0.8, accuracy: 1, coverage: 2 / 4 });
  });

  it('finds the threshold that keeps right answers and loses wrong ones', () => {
    assert.equal(bestThreshold(ANSWERS), 0.7);
  });

  it('measures how far scores are from the share of right answers', () => {
    const sure = (right: boolean): Answer => ({ expected: right ? 'a' : 'b', best: 'a', score: 1 });
    assert.equal(calibrationError([sure(true), sure(true)]), 0);
    assert.equal(calibrationError([sure(true), sure(false)]), 0.5);
  });

  it('tells messages out of scope by their score', () => {
    assert.deepEqual(outOfScopeQuality(ANSWERS), { auroc: 3 / 4, recallAt95: 0 });
    assert.equal(outOfScopeQuality(ANSWERS.filter(({ expected }) => expected !== null)), null);
  });

  it('gives the area under the curve that comparing all pairs gives', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const known = answers.filter(({ expected }) => expected !== null);
        const unknown = answers.filter(({ expected }) => expected === null);
        const pairs = known.flatMap((a) =>
          unknown.map((b): number => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)),
        );
        const quality = outOfScopeQuality(answers);
        if (pairs.length === 0) return assert.equal(quality, null);
        const mean = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
        assert.ok(Math.abs((quality?.auroc ?? NaN) - mean) < 1e-12);
      }),
    );
  });

  it('stays between 0 and 1 whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers, fc.double({ min: 0, max: 1, noNaN: true }), (answers, threshold) => {
        const { accuracy: share, coverage } = atThreshold(answers, threshold);
        const figures = [accuracy(answers), macroF1(answers), calibrationError(answers), share, coverage];
        for (const figure of figures) assert.ok(figure >= 0 && figure <= 1, String(figure));
      }),
    );
  });

  it('counts an entity only when name, start and end are right', () => {
    const station = { entity: 'station', start: 3, end: 8 };
    const found = [station, { entity: 'station', start: 0, end: 2 }];
    assert.equal(spanF1([{ expected: [station], found }]), 2 / 3);
    assert.equal(spanF1([{ expected: [station], found: [{ ...station, end: 7 }] }]), 0);
    assert.equal(spanF1([{ expected: [], found: [] }]), null);
  });
});
