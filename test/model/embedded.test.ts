import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONDITION_LIMITS, conditionVariables } from '../../server/src/model/condition';
import { lexedVariables } from '../../server/src/model/conditionTokens';
import { MESSAGE_LIMITS, messageVariables } from '../../server/src/model/message';
import { lexedPlaceholders } from '../../server/src/model/messageTokens';

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

describe('Conditions that do not parse', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['passengers >', ['passengers']],
    ['a = b', ['a', 'b']],
    ['a and not b', ['a', 'b']],
    ['(name . matches("x', undefined],
    ['size(name', ['name']],
    ['a.b.size() > c(d', ['a', 'd']],
    ['items.all(x, x > y', ['items', 'y']],
    ['"a b" "c" d', ['d']],
    ['true && sys.x || d', ['d']],
    ['a ${b}', undefined],
    ["a == 'b", undefined],
  ];
  for (const [text, expected] of cases) {
    it(`have their names told by tokens: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(names(text, lexedVariables(text)), expected));
  }

  it('have the same names as those that parse', () => {
    for (const text of ['a > 8', 'b && (c || !d)', 'has(a) && b in ["x"]', 'x.startsWith(y) ? 1 : z + 2']) {
      assert.deepEqual(lexedVariables(text), conditionVariables(text), text);
    }
  });
});

describe('Messages that do not parse', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['{}{a}', ['a']],
    ['To {a', ['a']],
    ['{a, plural, one {b}}', ['a']],
    ['{a, plural, one {{b}} {c} {d}', undefined],
    ['{a, plural, one {b', undefined],
    ['{a b} {c}', undefined],
    ['a}', undefined],
    ["'{a} {b}", undefined],
  ];
  for (const [text, expected] of cases) {
    it(`have their names told by their braces: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(names(text, lexedPlaceholders(text)), expected));
  }

  it('have the same names as those that parse', () => {
    for (const text of ['{a} {b, number}', '{n, plural, one {{x}} other {# of {y}}}', "'{q}' it''s {z}"]) {
      assert.deepEqual(lexedPlaceholders(text), messageVariables(text), text);
    }
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
