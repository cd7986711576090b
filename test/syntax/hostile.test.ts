import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/src/files/decode';
import { pathAtCursor } from '../../server/src/syntax/cursorPath';
import { SYNTAX_LIMITS } from '../../server/src/syntax/limits';
import { nodeAt } from '../../server/src/syntax/navigate';
import { parseFile } from '../../server/src/syntax/parse';
import type { SyntaxFile, SyntaxNode } from '../../server/src/syntax/tree';

function parse(text: string): SyntaxFile {
  return parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function assertWithin(inner: Place, outer: Place, what: string): void {
  assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end, what);
}

/** Checks that every node lies within its parent, behind its elder sibling; returns how many nodes there are. */
function checkTree(node: SyntaxNode | null, parent: Place): number {
  if (!node) return 0;
  assertWithin(node.span, parent, `${node.kind} within its parent`);
  if (node.kind === 'scalar') {
    assertWithin(node.content, node.span, 'content within its scalar');
    return 1;
  }
  let count = 1;
  let at = node.span.start;
  if (node.kind === 'list') {
    for (const item of node.items) {
      count += checkTree(item, node.span);
      assert.ok(!item || item.span.start >= at, 'items in order');
      at = item?.span.end ?? at;
    }
    return count;
  }
  for (const entry of node.entries) {
    assertWithin(entry.span, node.span, 'entry within its map');
    assert.ok(entry.span.start >= at, 'entries in order');
    at = entry.span.end;
    assert.equal(entry.key.span.start, entry.span.start, 'an entry starts with its key');
    count += checkTree(entry.key, entry.span) + checkTree(entry.value, entry.span);
  }
  return count;
}

function checkFile(file: SyntaxFile): number {
  const whole = { start: 0, end: file.text.length };
  let nodes = 0;
  let at = 0;
  for (const [index, document] of file.documents.entries()) {
    assert.equal(document.index, index);
    assertWithin(document.span, whole, 'document within the file');
    assert.ok(document.span.start >= at, 'documents in order');
    at = document.span.end;
    nodes += checkTree(document.root, document.span);
  }
  for (const { span } of file.problems) assertWithin(span, whole, 'problem within the file');
  for (const { span } of file.comments) {
    assertWithin(span, whole, 'comment within the file');
    assert.equal(file.text[span.start], '#');
  }
  assert.ok(file.problems.length <= SYNTAX_LIMITS.problems + 1, 'a short list of problems');
  return nodes;
}

const VALID = `# a bot
flow: booking
description: >
  Sell
  tickets.
dialogs:
  start:
    trigger: { intent: book_train, requires: [a, "b c"] }
    ask:
      text:
        en: 'Where, it''s?'
        nl: "Waar \\u00e9 😀?"
      entity: station
    contexts: { c: 1 }
  other:
    goto:
      - when: a > 1 # why
        next: start

      -
        next: x
---
flow: second
dialogs:
  a:
    say:
    - text:
        en: |
          one
            two

          three
    end: true
`;

const fragments = fc.constantFrom(
  'a',
  'b: ',
  ':',
  ' ',
  '  ',
  '    ',
  '\n',
  '\r\n',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '|',
  '>',
  '|+\n',
  '# c',
  '\n---\n',
  '\n...\n',
  '&x ',
  '*x',
  '!t ',
  '%Y',
  '\t',
  '😀',
  '\\',
  '@',
  '<<: ',
  '\ufeff',
  '\u2028',
  '\u0085',
  '__proto__: ',
  '0x',
  '~',
);

describe('hostile and odd files', () => {
  it('never make the parser throw, and keep all places in order: random text', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => void checkFile(parse(parts.join('')))),
      { numRuns: 4000 },
    );
  });

  it('keep all places in order where the library loses its own', () => {
    for (const text of ['[a]|, a', '{a}>  a', 'x: {a}>__proto__: a', '- [b, a]|, a\n- c'])
      checkFile(parse(text));
  });

  it('never make the parser throw: any string, lone surrogates and control characters included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void checkFile(parse(text))),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }),
        (units) => void checkFile(parse(String.fromCharCode(...units))),
      ),
    );
  });

  it('never make the parser throw: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        checkFile(parseFile('file:///a/bot.yaml', 'bot', decode(bytes)));
      }),
      { numRuns: 1000 },
    );
  });

  it('never make the parser or the cursor search throw: a valid file with one change', () => {
    assert.deepEqual(parse(VALID).problems, []);
    assert.ok(checkFile(parse(VALID)) > 50, 'the file is worth changing');
    fc.assert(
      fc.property(fc.nat(VALID.length), fc.nat(12), fragments, fc.nat(), (at, removed, added, where) => {
        const text = VALID.slice(0, at) + added + VALID.slice(at + removed);
        const file = parse(text);
        checkFile(file);
        const offset = where % (text.length + 1);
        pathAtCursor(file, offset);
        for (const document of file.documents) nodeAt(document, offset);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the library, in valid files, no say in what the values are', () => {
    const file = parse('x: 2001-12-14\ny: 0o7\nz: 1e3\nw: =\n');
    assert.deepEqual(file.problems, []);
  });

  const repeat = (count: number, part: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => part(i)).join('');
  const few = ['syntax/too-complex'];

  /** name, text, codes that must be among the problems */
  const bombs: [string, () => string, readonly string[]][] = [
    ['a map of 100,000 keys', () => repeat(100_000, (i) => `k${i}: 1\n`), []],
    ['100,000 equal keys', () => 'k: 1\n'.repeat(100_000), ['syntax/duplicate-key', ...few]],
    ['300,000 items', () => '- a\n'.repeat(300_000), few],
    ['2 KB of nested explicit keys', () => '? '.repeat(1000), ['syntax/unsupported', ...few]],
    [
      '16,000 anchors with as many aliases',
      () => `a:\n${repeat(16_000, (i) => ` - &a${i} x\n`)}b:\n${repeat(16_000, (i) => ` - *a${i}\n`)}`,
      ['syntax/alias'],
    ],
    [
      'an alias bomb',
      () =>
        `a: &a [x]\n${repeat(9, (i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`},`.repeat(9)}]\n`)}`,
      ['syntax/alias'],
    ],
    ['a million brackets', () => '['.repeat(1_000_000), few],
    ['a million dashes', () => '- '.repeat(1_000_000), few],
    ['half a million braces with keys', () => '{a: '.repeat(500_000), few],
    ['two million closing brackets', () => ']'.repeat(2_000_000), ['syntax/yaml']],
    ['a ladder of maps', () => repeat(1500, (i) => `${' '.repeat(i)}a:\n`), few],
    ['a quarter million tags', () => '- !t x\n'.repeat(250_000), ['syntax/unsupported']],
    ['100,000 mistakes', () => 'a: "\n'.repeat(100_000), ['syntax/yaml']],
    ['half a million documents', () => '---\na: b\n'.repeat(220_000), few],
    ['half a million empty documents', () => '---\n'.repeat(500_000), ['syntax/empty-document']],
    ['a million colons', () => ': '.repeat(1_000_000), few],
    ['two million blanks in a text', () => `a: b${' '.repeat(2_000_000)}c`, []],
    ['two million backslashes', () => `a: "${'\\'.repeat(2_000_000)}"`, []],
    ['two million quotes', () => `a: ${"'".repeat(2_000_000)}`, []],
    ['a line of two million letters', () => `a: ${'x'.repeat(2_000_000)}`, []],
    [
      '50,000 expressions',
      () => `intent: a\nexpressions:\n  en: |\n${'    I want [x](y)\n'.repeat(50_000)}`,
      [],
    ],
  ];
  for (const [name, make, codes] of bombs) {
    it(`cost no more than their length: ${name}`, () => {
      const text = make();
      const file = parse(text);
      const nodes = checkFile(file);
      assert.ok(nodes <= 3 * SYNTAX_LIMITS.entries, 'a bounded tree');
      const found = new Set(file.problems.map(({ code }) => code));
      for (const code of codes) assert.ok(found.has(code), `${code} in ${[...found].join()}`);
      if (codes.length === 0) assert.deepEqual([...found], []);
      pathAtCursor(file, text.length >> 1);
    });
  }

  it('does not resolve aliases at all', () => {
    const file = parse('a: &a [x, x]\nb: [*a, *a]\nc: *a\n');
    const root = file.documents[0]?.root;
    assert.ok(root?.kind === 'map');
    const [, b, c] = root.entries;
    assert.ok(b?.value?.kind === 'list');
    assert.deepEqual(b.value.items, [null, null]);
    assert.equal(c?.value, null);
  });

  it('leaves stack traces as they were', () => {
    const before = Error.stackTraceLimit;
    parse('a: "');
    assert.equal(Error.stackTraceLimit, before);
  });
});
