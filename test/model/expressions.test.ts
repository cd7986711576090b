import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Expression } from '../../server/src/model/definitions';
import { parseExpression } from '../../server/src/model/expressions';
import { fileOf } from './formatExamples';

function line(source: string): Expression {
  return parseExpression(source, (start, end) => ({ start, end }));
}

/** The expressions of an intent's `en`, with the file's text to look places up in. */
function english(text: string): { readonly text: string; readonly expressions: readonly Expression[] } {
  const file = fileOf('intent', text);
  assert.deepEqual(file.syntax.problems, []);
  const [intent] = file.definitions;
  assert.ok(intent?.kind === 'intent');
  const block = intent.expressions.get('en');
  assert.ok(block);
  return { text, expressions: block.expressions };
}

const escaped = (value: string): string => value.replace(/[[\]]/g, '\\$&');

describe('Expressions: one line', () => {
  it('is plain without annotations', () => {
    const expression = line('book me a train (now)');
    assert.equal(expression.plain, 'book me a train (now)');
    assert.deepEqual([expression.annotations, expression.problems], [[], []]);
  });

  it('gives an annotation with its entity, its variable and every place', () => {
    const source = 'to [New York](city:destination) please';
    const { plain, annotations, problems } = line(source);
    assert.equal(plain, 'to New York please');
    assert.deepEqual(problems, []);
    const [annotation] = annotations;
    assert.ok(annotation?.variable);
    for (const { value, span } of [annotation.text, annotation.entity, annotation.variable]) {
      assert.equal(source.slice(span.start, span.end), value);
    }
    assert.equal(source.slice(annotation.span.start, annotation.span.end), '[New York](city:destination)');
    assert.equal(plain.slice(annotation.plain.start, annotation.plain.end), 'New York');
  });

  it('takes several annotations, and one without a variable', () => {
    const { plain, annotations } = line('[a](x) and [b](y:z)');
    assert.equal(plain, 'a and b');
    assert.deepEqual(
      annotations.map(({ entity, variable }) => [entity.value, variable?.value]),
      [
        ['x', undefined],
        ['y', 'z'],
      ],
    );
  });

  it('takes escaped brackets for brackets, inside annotations too', () => {
    const { plain, annotations, problems } = line(String.raw`a \[b\] [c\]d](e) \n`);
    assert.equal(plain, String.raw`a [b] c]d \n`);
    assert.deepEqual([annotations[0]?.text.value, problems], ['c]d', []]);
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['an open bracket', 'to [Brussels', /no '\]' closes/],
    ['a bracket in a bracket', 'to [a [b](c)', /no '\]' closes/],
    ['no target', 'to [Brussels] please', /is written \[text\]\(entity\)/],
    ['a target that is no name', 'to [Brussels](my station)', /is written/],
    ['an empty target', 'to [Brussels]()', /is written/],
    ['an empty variable', 'to [Brussels](station:)', /is written/],
    ['an empty text', 'to [ ](station)', /no text between/],
  ];
  for (const [what, source, message] of wrong) {
    it(`reports ${what} at its bracket and reads on`, () => {
      const { problems, plain } = line(source);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(source[problems[0]?.span.start ?? -1], '[');
      assert.ok(plain.startsWith('to '));
    });
  }

  it('reads any line: every place lies where it says, whatever stands there', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '\\',
      'a',
      ':',
      ' ',
      '[Ghent](station)',
      '[é😀](x:y)',
      '\\[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        const { annotations, plain } = line(source);
        for (const { text, entity, plain: place } of annotations) {
          assert.equal(source.slice(entity.span.start, entity.span.end), entity.value);
          assert.equal(plain.slice(place.start, place.end), text.value);
        }
      }),
    );
  });

  it('writes back: an annotation and escaped text come out as they went in', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((value) => value.trim() !== '' && !/\\/.test(value));
    fc.assert(
      fc.property(text, text, (before, inner) => {
        const { plain, annotations, problems } = line(`${escaped(before)}[${escaped(inner)}](entity)`);
        assert.deepEqual(problems, []);
        assert.equal(plain, before + inner);
        assert.equal(annotations[0]?.text.value, inner);
      }),
    );
  });
});

describe('Expressions: in a file', () => {
  const styles: readonly (readonly [string, string])[] = [
    ['a literal block', 'en: |\n    to [Ghent](station:to)\n\n    \n    from [Liège](station)\n'],
    [
      'a literal block with more indentation',
      'en: |2\n      to [Ghent](station:to)\n    from [Liège](station)\n',
    ],
    ['a stripped block', 'en: |-\n    to [Ghent](station:to)\n      from [Liège](station)'],
    [
      'a block with Windows line ends',
      'en: |\r\n    to [Ghent](station:to)\r\n    from [Liège](station)\r\n',
    ],
    ['double quotes', 'en: "to [Ghent](station:to)\\nfrom [Li\\u00e8ge](station)"\n'],
    ['single quotes', "en: 'to [Ghent](station:to)\n\n    from [Liège](station)'\n"],
    ['a plain scalar of several lines', 'en: to [Ghent](station:to)\n\n    from [Liège](station)\n'],
    ['a folded block', 'en: >\n    to [Ghent](station:to)\n\n    from [Liège](station)\n'],
  ];
  for (const [what, block] of styles) {
    it(`have exact places in ${what}`, () => {
      const { text, expressions } = english(`intent: a\nexpressions:\n  ${block}`);
      assert.deepEqual(
        expressions.map(({ plain }) => plain),
        ['to Ghent', 'from Liège'],
      );
      const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
      for (const { annotations, source, span } of expressions) {
        const [annotation] = annotations;
        assert.ok(annotation);
        assert.equal(slice(annotation.entity.span), 'station');
        if (!what.includes('double')) {
          assert.equal(slice(span), source);
          assert.equal(slice(annotation.text.span), annotation.text.value);
        } else {
          assert.match(slice(annotation.text.span), /^(Ghent|Li\\u00e8ge)$/);
        }
      }
    });
  }
});
