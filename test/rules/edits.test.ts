import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryWithKeyAt } from '../../server/src/rules/edits/syntaxPath';
import {
  appendEntry,
  appendItem,
  oneLine,
  removeEntry,
  removeItem,
} from '../../server/src/rules/edits/yamlEdits';
import { parseFile } from '../../server/src/syntax/parse';
import type { SyntaxFile, SyntaxNode } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';

function parse(text: string): SyntaxFile {
  return parseFile('file:///bot/x.flow.yaml', 'flow', { ok: true, text });
}

/** What a document says, without its places. */
function plain(node: SyntaxNode | null): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key.text, plain(value)]);
}

const leaf = fc.constantFrom('a', 'some words', '"quoted: text"', "'single'", '12');
const keys = fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4'), { minLength: 1, maxLength: 4 });

/** YAML text in any of the styles that people write, with comments and blank lines. */
const yaml = fc
  .record({
    keys,
    leaves: fc.array(leaf, { minLength: 4, maxLength: 4 }),
    style: fc.nat(5),
    noise: fc.nat(3),
  })
  .map(({ keys: names, leaves, style, noise }) => {
    const value = (index: number): string => leaves[index] ?? 'a';
    const comment = noise % 2 === 1 ? ' # why' : '';
    if (style === 0) {
      const entries = names.map((name, index) => `${name}: ${value(index)}`);
      return `root: { ${entries.join(', ')} }${comment}\n`;
    }
    const body = names.map((name, index) => {
      if (style === 1) return `  ${name}: ${value(index)}${comment}\n`;
      if (style === 2) return `  ${name}:\n    inner: ${value(index)}${comment}\n${noise > 1 ? '\n' : ''}`;
      if (style === 3) return `  ${name}: |\n    line one\n\n    line two\n`;
      if (style === 4) return `  ${name}:\n    - ${value(index)}\n    - x${comment}\n`;
      return `  "${name}": [${value(index)}, x]${comment}\n`;
    });
    return `root:\n${body.join('')}${noise > 1 ? '# the end\n' : 'after: this\n'}`;
  });

const breaks = fc.constantFrom('\n', '\r\n');

describe('edits of YAML text', () => {
  it('take out one entry and leave what the others say', () => {
    fc.assert(
      fc.property(yaml, breaks, fc.nat(3), (lines, newline, which) => {
        const text = lines.replaceAll('\n', newline);
        const file = parse(text);
        assert.deepEqual(file.problems, []);
        const map = entryWithKeyAt(file, text.indexOf('root'))?.entry.value;
        assert.ok(map?.kind === 'map');
        const index = which % map.entries.length;
        const entry = map.entries[index];
        assert.ok(entry);
        const after = parse(applyEdits(text, [removeEntry(text, map, entry)]));
        assert.deepEqual(after.problems, []);
        const left = map.entries.filter((other) => other !== entry);
        const found = entryWithKeyAt(after, after.text.indexOf('root'))?.entry.value ?? null;
        const expected = left.map(({ key, value }) => [key.text, plain(value)]);
        assert.deepEqual(found === null ? [] : plain(found), expected);
        assert.equal(after.text.includes('after: this'), text.includes('after: this'));
        assert.equal(/[^\r]\n/.test(after.text), /[^\r]\n/.test(text), 'line breaks stay');
      }),
    );
  });

  it('add an entry behind the others', () => {
    fc.assert(
      fc.property(yaml, breaks, fc.boolean(), (lines, newline, cut) => {
        const whole = lines.replaceAll('\n', newline);
        const text =
          cut && whole.includes('the end') ? whole.slice(0, whole.indexOf('# the end')).trimEnd() : whole;
        const file = parse(text);
        assert.deepEqual(file.problems, []);
        const map = entryWithKeyAt(file, text.indexOf('root'))?.entry.value;
        assert.ok(map?.kind === 'map');
        const after = parse(applyEdits(text, [appendEntry(text, map, 'added', oneLine('true'))]));
        assert.deepEqual(after.problems, []);
        const found = entryWithKeyAt(after, after.text.indexOf('root'))?.entry.value ?? null;
        const before = map.entries.map(({ key, value }) => [key.text, plain(value)]);
        assert.deepEqual(plain(found), [...before, ['added', 'true']]);
      }),
    );
  });

  const lists = fc
    .record({ items: fc.array(leaf, { minLength: 1, maxLength: 4 }), style: fc.nat(2) })
    .map(({ items, style }) => {
      if (style === 0) return `root: [${items.join(', ')}]\n`;
      if (style === 1) return `root:\n${items.map((item) => `  - ${item} # why\n`).join('')}after: this\n`;
      return `root:\n${items.map((item) => `- when: ${item}\n  next: x\n`).join('')}`;
    });

  it('take out and add items of lists', () => {
    fc.assert(
      fc.property(lists, breaks, fc.nat(3), (lines, newline, which) => {
        const text = lines.replaceAll('\n', newline);
        const file = parse(text);
        const list = entryWithKeyAt(file, text.indexOf('root'))?.entry.value;
        assert.ok(list?.kind === 'list');
        const items = list.items.map(plain);
        const index = which % items.length;
        const itemsAfter = (edited: string): unknown => {
          const after = parse(edited);
          assert.deepEqual(after.problems, []);
          const found = entryWithKeyAt(after, edited.indexOf('root'))?.entry.value ?? null;
          return found === null ? [] : plain(found);
        };
        const removed = applyEdits(text, [removeItem(text, list, index)]);
        assert.deepEqual(itemsAfter(removed), items.toSpliced(index, 1));
        const added = applyEdits(text, [appendItem(text, list, oneLine('added'))]);
        assert.deepEqual(itemsAfter(added), [...items, 'added']);
      }),
    );
  });
});
