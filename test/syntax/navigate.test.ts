import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentAt, entry, firstAt, nodeAt, scalarText } from '../../server/src/syntax/navigate';
import { parseFile } from '../../server/src/syntax/parse';
import type { SyntaxFile } from '../../server/src/syntax/tree';

function parse(text: string): SyntaxFile {
  return parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text });
}

/** What is at the mark `^`: path, side, and the source of the node. */
function at(marked: string): [path: string, where: string, source: string] | undefined {
  const offset = marked.indexOf('^');
  assert.notEqual(offset, -1);
  const text = marked.replace('^', '');
  const file = parse(text);
  assert.deepEqual(file.problems, []);
  const document = documentAt(file, offset);
  const found = document && nodeAt(document, offset);
  return found && [found.keys.join('/'), found.where, text.slice(found.node.span.start, found.node.span.end)];
}

describe('finding nodes', () => {
  it('finds the same by halves as one by one, among things that stand one behind the other', () => {
    const lengths = fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.nat(70), (all, offset) => {
        let end = 0;
        const things = all.map(([gap, length]) => {
          const start = end + gap;
          end = start + length;
          return { span: { start, end } };
        });
        const first = things.find(({ span }) => span.start <= offset && offset <= span.end);
        assert.equal(firstAt(things, offset), first);
      }),
    );
  });

  it('finds the key, from its first to behind its last character', () => {
    assert.deepEqual(at('^flow: x'), ['flow', 'key', 'flow']);
    assert.deepEqual(at('flow^: x'), ['flow', 'key', 'flow']);
    assert.deepEqual(at('a:\n  b^b: c'), ['a/bb', 'key', 'bb']);
  });

  it('finds the value', () => {
    assert.deepEqual(at('a:\n  b: ^cd\n'), ['a/b', 'value', 'cd']);
    assert.deepEqual(at('a:\n  b: cd^\n'), ['a/b', 'value', 'cd']);
    assert.deepEqual(at('a: |\n  x\n  y^\n'), ['a', 'value', '|\n  x\n  y']);
    assert.deepEqual(at('a: { b: "c^" }'), ['a/b', 'value', '"c"']);
  });

  it('finds items of lists', () => {
    assert.deepEqual(at('a: [b, ^c]'), ['a/1', 'item', 'c']);
    assert.deepEqual(at('a:\n  - b\n  - c^\n'), ['a/1', 'item', 'c']);
    assert.deepEqual(at('a:\n  - b: 1\n    c: ^2\n'), ['a/0/c', 'value', '2']);
  });

  it('finds the nearest key where an entry has no value at the place', () => {
    assert.deepEqual(at('a: ^ b'), ['a', 'key', 'a']);
    assert.deepEqual(at('a:\n  b:^\n'), ['a/b', 'key', 'b']);
  });

  it('finds the map or list between its parts', () => {
    assert.deepEqual(at('a: { b: 1,^ c: 2 }'), ['a', 'value', '{ b: 1, c: 2 }']);
    assert.deepEqual(at('a:\n  - b\n^  - c\n'), ['a', 'value', '- b\n  - c']);
    assert.deepEqual(at('- [a,^ b]'), ['0', 'item', '[a, b]']);
  });

  it('finds the part that starts where another one ends', () => {
    assert.deepEqual(at('a: {b: [c],^d: e}'), ['a/d', 'key', 'd']);
  });

  it('finds nothing outside', () => {
    assert.equal(at('a: b\n\n^'), undefined);
    assert.equal(at('^# c\na: b'), undefined);
    assert.equal(at('a: b\n---\n^\n---\nc: d'), undefined);
  });

  it('looks in the document of the offset', () => {
    assert.deepEqual(at('a: b\n---\na: c^\n'), ['a', 'value', 'c']);
  });

  it('has the nodes on the way', () => {
    const file = parse('a: [b]');
    const found = file.documents[0] && nodeAt(file.documents[0], 4);
    assert.deepEqual(
      found?.steps.map(({ kind }) => kind),
      ['entry', 'item'],
    );
  });

  it('gets entries and texts', () => {
    const root = parse('a: b\nc: [d]\ne:').documents[0]?.root;
    assert.ok(root?.kind === 'map');
    assert.equal(scalarText(entry(root, 'a')?.value), 'b');
    assert.equal(scalarText(entry(root, 'c')?.value), undefined);
    assert.equal(scalarText(entry(root, 'e')?.value), undefined);
    assert.equal(entry(root, 'toString'), undefined);
  });
});
