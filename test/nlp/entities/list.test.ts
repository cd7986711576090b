import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listMatcher } from '../../../server/src/nlp/entities/list';
import { distance } from '../../../server/src/nlp/entities/spelling';
import { NOW } from '../trainBot';

const STATIONS = listMatcher([
  { value: 'Brussels', synonyms: ['Brussel', 'Bruxelles', 'BXL'] },
  { value: 'Brussels South', synonyms: ['Bruxelles-Midi', 'Brussel Zuid'] },
  { value: 'Liège', synonyms: ['Luik', 'Lüttich'] },
  { value: 'Ghent', synonyms: ['Gent', 'Gand'] },
  { value: 'C++', synonyms: [] },
  { value: 'C', synonyms: [] },
  { value: 'Washington, D.C.', synonyms: [] },
  { value: '東京', synonyms: [] },
]);

/** `part=value` for each match, with its score when that is not 1. */
function found(text: string): string[] {
  return STATIONS(text, NOW).map(({ value, start, end, score }) => {
    const suffix = score === 1 ? '' : ` ${score.toFixed(2)}`;
    return `${text.slice(start, end)}=${value}${suffix}`;
  });
}

describe('NLP: list entities', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['to Brussels', ['Brussels=Brussels']],
    ['naar brussel', ['brussel=Brussels']],
    ['BXL!', ['BXL=Brussels']],
    // The longest match counts, and hyphens only separate.
    ['from Brussels South to Ghent', ['Brussels South=Brussels South', 'Ghent=Ghent']],
    ['Brussels-South', ['Brussels-South=Brussels South']],
    ['bruxelles midi', ['bruxelles midi=Brussels South']],
    // Accents are folded, composed or not.
    ['liege', ['liege=Liège']],
    ['LIE\u0300GE', ['LIE\u0300GE=Liège']],
    ['luttich', ['luttich=Liège']],
    // Whole words only.
    ['gents', []],
    ['Brusselsesteenweg', []],
    // Small mistakes in long words; codes and short words must be right.
    ['Brusels', ['Brusels=Brussels 0.88']],
    ['Burssels', ['Burssels=Brussels 0.88']],
    ['Bruxxelles', ['Bruxxelles=Brussels 0.89']],
    ['Brsls', []],
    ['Gant', []],
    ['Mrussels', []],
    ['BXK', []],
    // Signs tell things apart.
    ['C++', ['C++=C++']],
    ['C', ['C=C']],
    ['to washington d.c. please', ['washington d.c=Washington, D.C.']],
    ['東京まで', ['東京=東京']],
    ['😀 Gent 😀', ['Gent=Ghent']],
    ['', []],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${expected.length === 0 ? 'nothing' : expected.join(', ')} in '${text}'`, () =>
      assert.deepEqual(found(text), expected));
  }

  it('prefers a value to the synonym of another, and else the first', () => {
    const matcher = listMatcher([
      { value: 'first', synonyms: ['second', 'shared'] },
      { value: 'second', synonyms: ['shared'] },
    ]);
    assert.deepEqual(
      matcher('second shared', NOW).map(({ value }) => value),
      ['second', 'first'],
    );
  });

  it('finds every value and synonym by itself', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 20 }), (words) => {
        const [value = '', ...synonyms] = words;
        const matcher = listMatcher([{ value, synonyms }]);
        for (const each of words) {
          assert.deepEqual(matcher(each, NOW), [{ value, start: 0, end: each.length, score: 1 }]);
        }
      }),
    );
  });

  it('survives a list and a message of one word repeated', () => {
    const many = 'ha '.repeat(3000);
    const [match] = listMatcher([
      { value: many, synonyms: [] },
      { value: 'ha', synonyms: [] },
    ])(many, NOW);
    assert.equal(match?.value, 'ha');
  });

  it('counts slips up to a bound', () => {
    assert.equal(distance('brussels', 'brussels', 2), 0);
    assert.equal(distance('brussels', 'brusesls', 2), 1);
    assert.equal(distance('brussels', 'brussl', 2), 2);
    assert.equal(distance('brussels', 'brus', 2), undefined);
    assert.equal(distance('abcdef', 'uvwxyz', 2), undefined);
  });
});
