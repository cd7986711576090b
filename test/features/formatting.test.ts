import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { formatting } from '../../server/src/features/formatting/formatting';
import { fileKindOf } from '../../server/src/syntax/fileKind';
import { parseFile } from '../../server/src/syntax/parse';
import type { FileKind, SyntaxFile, SyntaxNode } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';

function parse(text: string, kind: FileKind = 'flow'): SyntaxFile {
  return parseFile(`file:///bot/a.${kind}.yaml`, kind, { ok: true, text });
}

function format(text: string, kind: FileKind = 'flow'): string {
  return applyEdits(text, formatting(parse(text, kind)));
}

/** What a file says: values by key in one order, scalars with their text and what YAML makes of them, and its comments. */
function content(file: SyntaxFile): unknown {
  return {
    documents: file.documents.map(({ root }) => contentOf(root)),
    comments: file.comments.map(({ text }) => text).sort(),
  };
}

function contentOf(node: SyntaxNode | null): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return [node.text, node.value];
  if (node.kind === 'list') return node.items.map(contentOf);
  return new Map(
    node.entries
      .map(({ key, value }) => [key.text, contentOf(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const ROOT = join(__dirname, '../../..');

function definitionFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.yaml'));
}

/** Texts as people write them: indented by 1 to 4, with comments and blank lines anywhere, in every style of YAML. */
const plain = fc.constantFrom(
  'a',
  'book_train',
  '9',
  'yes',
  'null',
  '1.10',
  "it's",
  'two words',
  'x:y',
  'a#b',
);
const quoted = fc.constantFrom('""', "''", '"a # b"', "'it''s: x'", '"\\"\\\\ \\u0041"', '"{x}"', "'[a]'");
const bracketed = fc.constantFrom('[]', '{}', '[a, b]', '{ a: 1, b: [c] }', '[ "x, y" ,z ]');
const key = fc.constantFrom(
  'flow',
  'title',
  'description',
  'dialogs',
  'say',
  'do',
  'ask',
  'text',
  'next',
  'end',
  'en',
  'nl',
  'trigger',
  'intent',
  'contexts',
  '"quoted key"',
  'unknown',
);
const comment = fc.option(fc.constantFrom('# why', '#', '# ---- part', '#no blank'), { freq: 3 });

interface Layout {
  readonly step: number;
  readonly above: string | null;
  readonly aboveStep: number;
  readonly blanks: number;
  readonly behind: string | null;
  readonly gap: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  step: fc.integer({ min: 1, max: 4 }),
  above: comment,
  aboveStep: fc.integer({ min: 0, max: 5 }),
  blanks: fc.integer({ min: 0, max: 2 }),
  behind: comment,
  gap: fc.constantFrom(' ', '    ', '\t'),
});

type Shape =
  | { readonly kind: 'inline' | 'literal' | 'folded' | 'lines'; readonly text: string }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Shape, Layout])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly [Shape, Layout])[]; readonly flush: boolean };

const { shape } = fc.letrec<{ shape: Shape; map: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(plain, quoted, bracketed, fc.constant('')).map((text): Shape => ({ kind: 'inline', text })),
    fc
      .constantFrom('a\n  b\n\nc', 'one', '- x\n# no comment', 'a  \n b')
      .map((text): Shape => ({ kind: 'literal', text })),
    fc.constantFrom('a\nb\n\nc', 'x\n  y\nz').map((text): Shape => ({ kind: 'folded', text })),
    fc
      .constantFrom('"a\nb\n\nc"', 'two\nwords', "'a\n b'", '[a,\n b]', '{ a: 1,\n b: [\n c] }')
      .map((text): Shape => ({ kind: 'lines', text })),
    tie('map'),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(fc.tuple(tie('shape'), layout), { minLength: 1, maxLength: 3 }),
      flush: fc.boolean(),
    }),
  ),
  map: fc.record({
    kind: fc.constant('map' as const),
    entries: fc.uniqueArray(fc.tuple(key, tie('shape'), layout), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => name,
    }),
  }),
}));

function write(node: Shape, head: string, indent: number, layoutOf: Layout): string[] {
  const inner = ' '.repeat(indent + layoutOf.step);
  const behind = layoutOf.behind ? layoutOf.gap + layoutOf.behind : '';
  switch (node.kind) {
    case 'inline':
      return [`${head}${node.text && ` ${node.text}`}${behind}`];
    case 'literal':
    case 'folded':
      return [
        `${head} ${node.kind === 'literal' ? '|' : '>-'}`,
        ...node.text.split('\n').map((line) => (line === '' ? '' : inner + line)),
      ];
    case 'lines':
      return `${head} ${node.text.replaceAll('\n', `\n${inner}`)}${behind}`.split('\n');
    case 'map':
      return [head + behind, ...writeMap(node, indent + layoutOf.step)];
    case 'list': {
      const at = node.flush && head.endsWith(':') ? indent : indent + layoutOf.step;
      return [
        head + behind,
        ...node.items.flatMap(([item, own]) => [
          ...above(own, at),
          ...write(item, `${' '.repeat(at)}-`, at, own),
        ]),
      ];
    }
  }
}

function writeMap(node: Shape, indent: number): string[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(([name, value, own]) => [
    ...above(own, indent),
    ...write(value, `${' '.repeat(indent)}${name}:`, indent, own),
  ]);
}

function above({ blanks, above: text, aboveStep }: Layout, indent: number): string[] {
  const column = Math.max(0, indent + aboveStep - 2);
  return [...Array.from({ length: blanks }, () => ''), ...(text ? [' '.repeat(column) + text] : [])];
}

const file = fc
  .tuple(
    fc.array(
      shape.filter(({ kind }) => kind === 'map'),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([maps, newline]) =>
    maps
      .map((map) => writeMap(map, 0).join('\n'))
      .join('\n---\n')
      .concat('\n')
      .replaceAll('\n', newline),
  );

describe('formatting', () => {
  it('indents by two, puts keys in the order of the format, and sets dialogs apart', () => {
    const text = `# the file
title:   Booking   
flow: booking


dialogs:
    # about start
    start:
        end: true # bye
        say:
        # first
        -   text:
                nl: Hoi
                en: Hi
            # of the message
        # of the list
        trigger: {intent: greet}
    other:
        next: start
`;
    const formatted = `flow: booking
# the file
title: Booking

dialogs:
  # about start
  start:
    trigger: {intent: greet}
    say:
      # first
      - text:
          nl: Hoi
          en: Hi
        # of the message
    end: true # bye

  other:
    next: start
`;
    assert.equal(
      format(text),
      formatted.replace('    trigger: {intent', '    # of the list\n    trigger: {intent'),
    );
  });

  it('moves blocks of text as they are, and ends a file with one line break', () => {
    const text =
      'intent: a\nexpressions:\n      en: |\n             hello\n               there  \n\n             you\n\n\n\n';
    assert.equal(
      format(text, 'intent'),
      'intent: a\nexpressions:\n  en: |\n    hello\n      there  \n\n    you\n',
    );
  });

  it('keeps documents apart by their separator only', () => {
    const text =
      '\n\nentity: a\ntype: contextual\n\n\n---   \n\n# about b\ntype: contextual\nentity: b\n---\n# nothing here\n';
    assert.equal(
      format(text, 'entity'),
      'entity: a\ntype: contextual\n---\nentity: b\n# about b\ntype: contextual\n---\n# nothing here\n',
    );
  });

  it('leaves alone what it cannot move safely, and what does not parse', () => {
    for (const text of [
      'flow:   a\ndialogs: [\n',
      'flow:   a\nflow: b\n',
      'flow:   a\ndescription: |2\n    two more\n',
      'flow:   a\ndescription: |+\n  kept\n\n\n',
      '--- # why\nflow:   a\n',
      'flow:   a\n...\n',
      'flow:\n  # between\n  a\n',
      '- flow:   a\n',
      '',
    ]) {
      assert.deepEqual(formatting(parse(text)), [], text);
    }
  });

  it('edits only the lines that change', () => {
    const text = 'flow: a\ntitle:   A\ndescription: b\n';
    assert.deepEqual(formatting(parse(text)), [{ span: { start: 8, end: 19 }, newText: 'title: A\n' }]);
  });

  it('never changes what a file says, and has nothing to do the second time', () => {
    let formatted = 0;
    fc.assert(
      fc.property(file, (text) => {
        const before = parse(text);
        fc.pre(before.problems.length === 0);
        const edits = formatting(before);
        if (edits.length === 0) return;
        formatted++;
        const result = applyEdits(text, edits);
        const after = parse(result);
        assert.deepEqual(after.problems, []);
        assert.deepEqual(content(after), content(before));
        assert.equal(format(result), result, 'idempotent');
        assert.doesNotMatch(result.replaceAll('\r\n', '\n'), /^\n|\n\n$/, 'no blank lines around');
      }),
      { numRuns: 500 },
    );
    assert.ok(formatted > 200, `${formatted} of 500 files were formatted`);
  });

  it('formats nearly every file that people write', () => {
    const refused: string[] = [];
    fc.assert(
      fc.property(file, (text) => {
        const before = parse(text);
        fc.pre(before.problems.length === 0);
        // A blank at the end of every line must go, so that no edit means that the file was refused.
        const marked = text.replace(/\r?\n$/, '   $&\n');
        if (formatting(parse(marked)).length === 0) refused.push(text);
      }),
      { numRuns: 200 },
    );
    assert.ok(
      refused.length < 10,
      `${refused.length} of 200 refused:\n${refused.slice(0, 3).join('\n=====\n')}`,
    );
  });

  for (const path of definitionFiles('examples/choo-choo')) {
    it(`keeps what ${path} says, and settles at once`, () => {
      const kind = fileKindOf(path) ?? assert.fail('a definition file');
      const text = readFileSync(join(ROOT, path), 'utf8');
      const result = format(text, kind);
      assert.deepEqual(content(parse(result, kind)), content(parse(text, kind)));
      assert.equal(format(result, kind), result);
    });
  }
});
