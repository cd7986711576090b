import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileExpression } from '../../server/src/dialogue/condition/expression';
import type { Value } from '../../server/src/dialogue/condition/evaluate';
import type { VariableValue } from '../../server/src/dialogue/runnable';
import { systemValues } from '../../server/src/dialogue/system';
import { FUNCTIONS, MACROS, METHODS } from '../../server/src/model/conditionFunctions';

const SYS = systemValues('nl', { now: new Date('2026-12-06T23:30:00Z'), offsetMinutes: 60 });
const VARIABLES = new Map<string, VariableValue>([
  ['n', 7],
  ['text', 'Zürich 🚂 HB'],
  ['yes', true],
]);

/** The value of an expression; a problem as an Error. */
function value(source: string, variables: ReadonlyMap<string, VariableValue> = VARIABLES): Value | Error {
  const result = compileExpression(source).evaluate((name) => variables.get(name), SYS);
  return result.ok ? result.value : new Error(result.problem);
}

const CASES: readonly (readonly [string, Value])[] = [
  ['n / 2', 3.5],
  ['n % 4 == 3.0', true],
  ['-n + 1', -6],
  ['n > 6 && n <= 7', true],
  ['text == "x" || yes', true],
  ['!yes ? "a" : "b"', 'b'],
  ['n in [1, 7]', true],
  ['[1, [2]] == [1, [2]]', true],
  ['[1] + [2] == [1, 2]', true],
  ['["a", "b"][1]', 'b'],
  ['"a" < "b"', true],
  // What is unset is overlooked where the other side decides, whichever side that is.
  ['missing == 1 || yes', true],
  ['yes || missing == 1', true],
  ['missing == 1 && !yes', false],
  ['has(missing)', false],
  ['has(n)', true],
  ['size(text)', 11],
  ['text.size()', 11],
  ['[1, 2].size()', 2],
  ['string(n) + "!"', '7!'],
  ['double("2.5") + int(3.9)', 5.5],
  ['bool("true")', true],
  ['dyn(n) == 7', true],
  ['text.startsWith("Zü") && text.endsWith("HB") && text.contains("🚂")', true],
  ['text.matches("^Z.*B$")', true],
  ['text.matches("rich")', true],
  ['"AbÉ".lowerAscii() + "AbÉ".upperAscii()', 'abÉABÉ'],
  ['"  a ".trim()', 'a'],
  ['text.indexOf("HB")', 9],
  ['text.indexOf("🚂", 8)', -1],
  ['"abab".lastIndexOf("ab")', 2],
  ['"abab".lastIndexOf("ab", 1)', 0],
  ['text.substring(7, 8)', '🚂'],
  ['"abc".substring(1)', 'bc'],
  ['"a,b,c".split(",", 2).join("|")', 'a|b,c'],
  ['"abc".split("").join()', 'abc'],
  ['[1, 2, 3].all(x, x > 0)', true],
  ['[1, 2, 3].exists(x, x > 2)', true],
  ['[1, 2, 2].exists_one(x, x == 2)', false],
  ['[1, 2, 3].filter(x, x > n - 6) == [2, 3]', true],
  ['[1, 2].map(x, x * n) == [7, 14]', true],
  ['[1, 2, 3].map(x, x > 1, x + 1) == [3, 4]', true],
  ['[[1], [2]].all(x, x.exists(y, y > 0))', true],
  ['sys.language + sys.date + sys.time', 'nl2026-12-0700:30'],
  ['sys.hour == 0 && sys.minute == 30 && sys.weekday == 1', true],
];

const BROKEN: readonly string[] = [
  'missing + 1',
  'missing == 1 || !yes',
  'n / 0',
  'n % 0',
  'n + "a"',
  'n < "a"',
  'n && yes',
  '-text',
  'int("many")',
  'bool("maybe")',
  'nothing(n)',
  'text.nothing()',
  'n.size()',
  'text.matches("(")',
  'text.substring(3, 99)',
  '[1][5]',
  'n.part',
  'sys.toString',
  '1e308 * 10',
  'text ==',
  '',
];

describe('Dialogue: expressions', () => {
  for (const [source, expected] of CASES) {
    it(`${source} is ${JSON.stringify(expected)}`, () => assert.deepEqual(value(source), expected));
  }

  for (const source of BROKEN) {
    it(`'${source}' comes to nothing, and says why`, () => {
      const result = value(source);
      assert.ok(result instanceof Error);
      assert.notEqual(result.message, '');
    });
  }

  it('has every function that the checks know', () => {
    const called = CASES.map(([source]) => source).join('\n');
    const names = [...FUNCTIONS.keys(), ...[...METHODS.keys(), ...MACROS.keys()].map((name) => `.${name}`)];
    assert.deepEqual(
      names.filter((name) => !called.includes(`${name}(`)),
      [],
    );
  });

  it('bounds the work of a condition and the length of what it makes', () => {
    const many = new Map([['text', 'x'.repeat(5000)]]);
    assert.ok(value('text.split("").all(a, text.split("").all(b, a == b))', many) instanceof Error);
    assert.ok(value('text + text + text', many) instanceof Error);
    assert.equal(value(`text.matches("(x+x+)+y")`, many), false);
  });

  it('never throws, whatever is written and whatever the variables hold', () => {
    const part = fc.constantFrom('n', 'text', 'yes', 'missing', '1', '"a"', '[n]', 'true', 'sys.hour');
    const operator = fc.constantFrom(
      '+',
      '-',
      '*',
      '/',
      '%',
      '==',
      '<',
      '&&',
      '||',
      'in',
      '?',
      '.size()',
      '[',
    );
    const source = fc
      .array(fc.tuple(part, operator), { maxLength: 6 })
      .chain((pairs) => part.map((last) => `${pairs.flat().join(' ')} ${last}`));
    fc.assert(
      fc.property(source, fc.oneof(fc.string(), fc.integer(), fc.boolean()), (written, held) => {
        value(written, new Map([...VARIABLES, ['n', held]]));
      }),
      { numRuns: 500 },
    );
  });
});
