import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONDITION_LIMITS, conditionVariables } from '../../server/src/model/condition';
import { MESSAGE_LIMITS, messageVariables } from '../../server/src/model/message';

/** The names that were found; each must stand where it says. */
function names(
  text: string,
  found: readonly { readonly name: string; readonly start: number; readonly end: number }[] | undefined,
): string[] | undefined {
  for (const { name, start, end } of found ?? []) assert.equal(text.slice(start, end), name);
  return found?.map(({ name }) => name);
}

describe('Conditions', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['passengers > 8', ['passengers']],
    ['paid', ['paid']],
    ['true', []],
    ['class == "first" && (passengers > 1 || !paid)', ['class', 'passengers', 'paid']],
    ['"é😀" == name', ['name']],
    ['paid ? total : -total', ['paid', 'total', 'total']],
    ['has(trip.from) && trip["to"] == x', ['trip', 'trip', 'x']],
    ['sys.channel == "web" && sys.language == language', ['language']],
    ['["a", b].exists(each, each == c)', ['b', 'c']],
    ['stations.filter(s, s != home).size() > 0', ['stations', 'home']],
    ['{"a": x}["a"] == y', ['x', 'y']],
    ['name.matches("^a") && size(name) > 2', ['name', 'name']],
    ['type(amount) == double', ['amount']],
    ['passengers >', undefined],
    ['a = b', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(names(text, conditionVariables(text)), expected));
  }

  it('are not read when they are too long or too deep', () => {
    assert.equal(conditionVariables(`a == "${'x'.repeat(CONDITION_LIMITS.length)}"`), undefined);
    const deep = CONDITION_LIMITS.depth + 1;
    assert.equal(conditionVariables(`${'('.repeat(deep)}a${')'.repeat(deep)}`), undefined);
    assert.deepEqual(names('((((a))))', conditionVariables('((((a))))')), ['a']);
  });

  it('may be anything: no exception, and every name in its place', () => {
    const part = fc.constantFrom(
      'a',
      'sys',
      '.',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      ' ',
      '!',
      '-',
      '?',
      ':',
      '&&',
      '1',
      ',',
      'map',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        names(text, conditionVariables(text));
      }),
    );
    assert.doesNotThrow(() => conditionVariables('!'.repeat(CONDITION_LIMITS.length)));
  });
});

describe('Messages', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['Hello', []],
    ['Booked: {reference}', ['reference']],
    ['😀 { name } and {name}', ['name', 'name']],
    ['{n, plural, one {One for {who}} other {# for {who} and {n}}}', ['n', 'who', 'who', 'n']],
    ['{class, select, first {A} other {{class}}}', ['class', 'class']],
    ['{when, date, medium} {total, number}', ['when', 'total']],
    ["'{'not{a}", ['a']],
    ['a <b>{x}</b>', ['x']],
    ['{', undefined],
    ['{}', undefined],
    ['{a, plural, one {x}}', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(names(text, messageVariables(text)), expected));
  }

  it('are not read when they are too long or too deep', () => {
    assert.equal(messageVariables(`{a}${'x'.repeat(MESSAGE_LIMITS.length)}`), undefined);
    assert.equal(messageVariables('{a, select, other {'.repeat(2000)), undefined);
  });

  it('may be anything: no exception, and every name in its place', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      'a',
      'plural',
      'select',
      ',',
      ' ',
      'one',
      'other',
      '#',
      "'",
      '<',
      '>',
      '😀',
      '::',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        names(text, messageVariables(text));
      }),
    );
  });
});
