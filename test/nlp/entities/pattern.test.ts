import assert from 'node:assert/strict';
import { patternMatcher, patternProblem } from '../../../server/src/nlp/entities/pattern';
import { NOW } from '../trainBot';

describe('NLP: pattern entities', () => {
  it('finds every match with its place, emoji and lone surrogates included', () => {
    const text = '😀 AB123456 \ud800 CD000000';
    const matches = patternMatcher(['[A-Z]{2}\\d{6}'])(text, NOW);
    assert.deepEqual(
      matches.map(({ value, start, end, score }) => [value, text.slice(start, end), score]),
      [
        ['AB123456', 'AB123456', 1],
        ['CD000000', 'CD000000', 1],
      ],
    );
  });

  it('keeps the longest of matches that overlap, and none that are empty', () => {
    const matches = patternMatcher(['\\d{2}', '\\d{4}', 'x*'])('1234 56', NOW);
    assert.deepEqual(
      matches.map(({ value }) => value),
      ['1234', '56'],
    );
  });

  it('is not stopped by a pattern that would make another engine backtrack for ever', () => {
    const evil = patternMatcher(['(a+)+$', '(a|aa)+b', '(.*a){20}']);
    assert.equal(evil(`${'a'.repeat(50_000)}!`, NOW).length, 1);
  });

  it('never looks at half of a character', () => {
    const text = `${'a'.repeat(1999)}😀`;
    assert.deepEqual(patternMatcher(['[^a]'])(text, NOW), []);
  });

  it('reads named groups as JavaScript writes them', () => {
    assert.equal(patternProblem('(?<year>\\d{4})'), undefined);
    assert.equal(patternMatcher(['(?<year>\\d{4})'])('in 2026', NOW)[0]?.value, '2026');
  });

  it('says why a pattern cannot be used, and leaves it out', () => {
    for (const [pattern, reason] of [
      ['(?=x)', /Perl syntax/],
      ['[a', /missing closing \]/],
      ['(a)\\1', /escape/],
      ['((a{1000}){1000}){1000}', /repeat/],
      ['a'.repeat(1001), /longer than 1000/],
    ] as const) {
      assert.match(patternProblem(pattern) ?? '', reason, pattern);
    }
    assert.equal(patternMatcher(['(?=x)', 'x'])('x', NOW).length, 1);
  });
});
