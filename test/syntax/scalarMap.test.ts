import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, Scalar } from 'yaml';
import { parseFile } from '../../server/src/syntax/parse';
import { literalLines, sourceOffset, spanInScalar } from '../../server/src/syntax/scalarMap';
import type { ScalarNode } from '../../server/src/syntax/tree';

/** The scalar behind the first key. */
function scalarOf(text: string): ScalarNode {
  const file = parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text });
  assert.deepEqual(file.problems, []);
  const root = file.documents[0]?.root;
  assert.ok(root?.kind === 'map');
  const value = root.entries[0]?.value;
  assert.ok(value?.kind === 'scalar');
  return value;
}

/** The source of the first place where `part` stands in the scalar's text. */
function sourceOf(text: string, part: string): string {
  const node = scalarOf(text);
  const at = node.text.indexOf(part);
  assert.notEqual(at, -1, 'the part is in the text');
  const { start, end } = spanInScalar(node, text, at, at + part.length);
  return text.slice(start, end);
}

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

describe('the place in the file of what stands in a scalar', () => {
  it('is found in each style', () => {
    assert.equal(sourceOf('a: x > 10 # c', '10'), '10');
    assert.equal(sourceOf("a: 'it''s {name}'", '{name}'), '{name}');
    assert.equal(sourceOf("a: 'it''s'", "'s"), "''s");
    assert.equal(sourceOf('a: "\\u00e9\\t{name} \\U0001F600!"', '{name}'), '{name}');
    assert.equal(sourceOf('a: "\\u00e9\\t{name} \\U0001F600!"', '!'), '!');
    assert.equal(sourceOf('a: "\\U0001F600!"', '😀'), '\\U0001F600');
    assert.equal(sourceOf('a: |\n  one\n    two\n\n  [x](y)\n', '[x](y)'), '[x](y)');
    assert.equal(sourceOf('a: >\n  one\n  two\n\n  {x}\n', '{x}'), '{x}');
    assert.equal(sourceOf('a: >-\n  one\n    two {x}\n  three', 'two {x}'), 'two {x}');
  });

  it('is found in a block at the end of a file that ends without a line break', () => {
    for (const style of ['|', '>', '|+']) {
      assert.equal(sourceOf(`a: ${style}\n  one\n  {x}`, '{x}'), '{x}', style);
      const text = `a: ${style}\n  one`;
      assert.equal(sourceOffset(scalarOf(text), text, 3), text.length, style);
    }
  });

  it('is found behind folded lines', () => {
    assert.equal(sourceOf('a: one\n  two\n\n  {x} y', '{x}'), '{x}');
    assert.equal(sourceOf('a: "one\n  two \\\n  three\n\n  {x}"', '{x}'), '{x}');
    assert.equal(sourceOf("a: 'one  \n\n\n   {x}'", '{x}'), '{x}');
    assert.equal(sourceOf('a: one\n  two', 'e t'), 'e\n  t');
  });

  it('is found with CRLF', () => {
    assert.equal(sourceOf('a: |\r\n  one\r\n  {x}\r\n', '{x}'), '{x}');
    assert.equal(sourceOf('a: >\r\n  one\r\n  {x}\r\n', '{x}'), '{x}');
    assert.equal(sourceOf('a: "one\r\n  {x}"\r\n', '{x}'), '{x}');
  });

  it('has an end: the offset of the length of the text', () => {
    const ends = ['a: bc', "a: 'bc'", 'a: "bc"', 'a: |-\n  bc', 'a: ""'].map((text) => {
      const node = scalarOf(text);
      return sourceOffset(node, text, node.text.length) === node.content.end;
    });
    assert.deepEqual(ends, [true, true, true, true, true]);
  });

  it('is empty for an empty part', () => {
    const text = 'a: bcd';
    assert.deepEqual(spanInScalar(scalarOf(text), text, 1, 1), { start: 4, end: 4 });
  });

  it('is unknown outside the text, and the whole scalar stands for it', () => {
    const text = "a: 'bcd'";
    const node = scalarOf(text);
    assert.equal(sourceOffset(node, text, 4), undefined);
    assert.equal(sourceOffset(node, text, -1), undefined);
    assert.deepEqual(spanInScalar(node, text, 2, 9), node.span);
  });

  it('is the whole scalar when the text is not the one that was parsed', () => {
    const node = scalarOf("a: 'bcd'");
    assert.deepEqual(spanInScalar(node, "x: 'yyy'", 0, 1), node.span);
  });

  it('is right for every character of whatever is written in whatever style', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      '#',
      ':',
      ' ',
      '  ',
      '\n',
      '\n\n',
      "'",
      '"',
      '\\',
      '\t',
      'é',
      '😀',
      '-',
      '{',
      'several words',
    );
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.constantFrom(...STYLES),
        fc.boolean(),
        fc.integer({ min: 20, max: 80 }),
        (units, type, windows, lineWidth) => {
          const scalar = new Scalar(units.join(''));
          scalar.type = type;
          const written = new Document({ a: scalar, z: 1 }).toString({ lineWidth });
          const text = windows ? written.replaceAll('\n', '\r\n') : written;
          const file = parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text });
          const root = file.documents[0]?.root;
          if (file.problems.length > 0 || root?.kind !== 'map') return; // the library does not always write YAML
          const node = root.entries[0]?.value;
          if (node?.kind !== 'scalar') return;
          seen.set(node.style, (seen.get(node.style) ?? 0) + 1);
          let last = 0;
          for (let i = 0; i < node.text.length; i++) {
            const offset = sourceOffset(node, text, i);
            assert.ok(offset !== undefined && offset >= last && offset <= text.length, 'places are in order');
            last = offset;
            const here = text[offset];
            const same = here === node.text[i];
            const escaped = here === '\\' && node.style === 'double-quoted';
            const folded = node.text[i] === ' ' && here === '\n';
            const chomped = node.text[i] === '\n' && offset === text.length;
            assert.ok(same || escaped || folded || chomped, JSON.stringify([text, node.text, i]));
          }
        },
      ),
      { numRuns: 4000 },
    );
    assert.equal(seen.size, STYLES.length, 'every style was tried');
  });

  it('is found quickly in a block of 50,000 lines: the pieces are made once', () => {
    const text = `a: |\n${'  I want [x](y)\n'.repeat(50_000)}`;
    const node = scalarOf(text);
    for (let line = 0; line < 50_000; line += 1) {
      const at = line * 'I want [x](y)\n'.length + 'I want '.length;
      const { start, end } = spanInScalar(node, text, at, at + 6);
      assert.equal(text.slice(start, end), '[x](y)');
    }
  });

  it('of each line of a literal block is where it is looked up one by one', () => {
    const line = fc.constantFrom('a', 'b [c](d)', '', '', '  e', '   ', '😀');
    const file = fc
      .tuple(fc.constantFrom('|', '|-', '|+', '|2'), fc.array(line, { maxLength: 6 }), fc.boolean())
      .map(([header, lines, isWindows]) => {
        const text = `x: ${header}\n  first\n${lines.map((one) => one && `  ${one}`).join('\n')}\ny: z\n`;
        return isWindows ? text.replaceAll('\n', '\r\n') : text;
      });
    fc.assert(
      fc.property(file, (text) => {
        const node = scalarOf(text);
        const starts = literalLines(node, text);
        assert.ok(starts);
        let from = 0;
        for (const [index, one] of node.text.split('\n').entries()) {
          if (one !== '') assert.equal(starts[index], sourceOffset(node, text, from));
          from += one.length + 1;
        }
      }),
    );
    assert.equal(literalLines(scalarOf('a: >\n  b\n'), 'a: >\n  b\n'), undefined);
  });
});
