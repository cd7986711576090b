import assert from 'node:assert/strict';
import { SYNTAX_LIMITS } from '../../server/src/syntax/limits';
import { parseFile } from '../../server/src/syntax/parse';
import type { SyntaxFile, SyntaxNode } from '../../server/src/syntax/tree';

function parse(text: string): SyntaxFile {
  return parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text });
}

/** Problems as `code "marked text"`. */
function problems(text: string): string[] {
  return parse(text).problems.map(
    ({ code, span }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}`,
  );
}

/** A tree in short: maps as arrays of pairs, so that order, repeated keys and odd names show. */
type Short = string | null | Short[] | { map: [string, Short][] };

function short(node: SyntaxNode | null | undefined): Short {
  if (!node) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(short);
  return { map: node.entries.map(({ key, value }) => [key.text, short(value)]) };
}

function root(text: string): Short {
  const { documents } = parse(text);
  assert.equal(documents.length, 1, 'one document');
  return short(documents[0]?.root);
}

function firstValue(text: string): SyntaxNode {
  const node = parse(text).documents[0]?.root;
  assert.ok(node?.kind === 'map');
  const value = node.entries[0]?.value;
  assert.ok(value);
  return value;
}

describe('parsing a definition file', () => {
  describe('the tree', () => {
    it('keeps the text as it is written', () => {
      assert.deepEqual(root("a: 9\nb: yes\nc: 1.10\nd: null\ne: ~\nf: 0x1F\ng: 'it''s'\nh: \"\\u00e9\\n\""), {
        map: [
          ['a', '9'],
          ['b', 'yes'],
          ['c', '1.10'],
          ['d', 'null'],
          ['e', '~'],
          ['f', '0x1F'],
          ['g', "it's"],
          ['h', 'é\n'],
        ],
      });
    });

    it('has the values of the YAML 1.2 core schema beside it', () => {
      const values = [
        '9',
        'yes',
        '1.10',
        'null',
        '~',
        '0x1F',
        'true',
        "'9'",
        '"true"',
        '1_000',
        '012',
        '.inf',
        'No',
      ].map((source) => {
        const node = firstValue(`a: ${source}`);
        return node.kind === 'scalar' ? node.value : undefined;
      });
      assert.deepEqual(values, [
        9,
        'yes',
        1.1,
        null,
        null,
        31,
        true,
        '9',
        'true',
        '1_000',
        12,
        Number.POSITIVE_INFINITY,
        'No',
      ]);
    });

    it('tells an empty value from an empty text', () => {
      assert.deepEqual(root('a:\nb: ""\nc: []\nd:\n  -\n  - x'), {
        map: [
          ['a', null],
          ['b', ''],
          ['c', []],
          ['d', [null, 'x']],
        ],
      });
    });

    it('takes expressions as one literal block in which nothing needs quoting', () => {
      const text = 'en: |\n  [Brussels](station:destination) please # no comment\n  a: b {c}\n\n  *bold*\n';
      const node = firstValue(text);
      assert.ok(node.kind === 'scalar');
      assert.equal(node.style, 'literal');
      assert.equal(node.text, '[Brussels](station:destination) please # no comment\na: b {c}\n\n*bold*\n');
      assert.equal(text.slice(node.span.start, node.span.end), text.slice(4, -1));
      assert.equal(text.slice(node.content.start, node.content.end), text.slice(6, -1));
      assert.deepEqual(problems(text), []);
    });

    it('marks the whole scalar and the text within', () => {
      const marks = ["a: 'b c'", 'a: "b c"', 'a: b c # d', 'a: >-\n  b\n  c\n\nd: e'].map((text) => {
        const node = firstValue(text);
        assert.ok(node.kind === 'scalar');
        return [
          node.style,
          text.slice(node.span.start, node.span.end),
          text.slice(node.content.start, node.content.end),
        ];
      });
      assert.deepEqual(marks, [
        ['single-quoted', "'b c'", 'b c'],
        ['double-quoted', '"b c"', 'b c'],
        ['plain', 'b c', 'b c'],
        ['folded', '>-\n  b\n  c', '  b\n  c'],
      ]);
    });

    it('marks entries from the key to the end of the value, without comments and blank lines', () => {
      const text = 'a:\n  b: 1 # one\n  c:   # nothing\n\nd: [x] # list\n';
      const node = parse(text).documents[0]?.root;
      assert.ok(node?.kind === 'map');
      assert.deepEqual(
        node.entries.map(({ span }) => text.slice(span.start, span.end)),
        ['a:\n  b: 1 # one\n  c:', 'd: [x]'],
      );
      assert.equal(text.slice(node.span.start, node.span.end), text.trimEnd().replace(' # list', ''));
    });

    it('tells block style from flow style, and keeps comments with their places', () => {
      const text = '# first\na: {b: [c]} # second\nd:\n  - e\n';
      const file = parse(text);
      const node = file.documents[0]?.root;
      assert.ok(node?.kind === 'map');
      assert.deepEqual(
        node.entries.map(({ value }) => (value?.kind === 'scalar' ? '' : value?.style)),
        ['flow', 'block'],
      );
      assert.deepEqual(
        file.comments.map((comment) => [comment.text, text.slice(comment.span.start, comment.span.end)]),
        [
          ['first', '# first'],
          ['second', '# second'],
        ],
      );
    });

    it('keeps odd names as what they are: names', () => {
      assert.deepEqual(root('__proto__: {polluted: yes}\ntoString: a\n1: b\ntrue: c\n? [x]\n: y'), {
        map: [
          ['__proto__', { map: [['polluted', 'yes']] }],
          ['toString', 'a'],
          ['1', 'b'],
          ['true', 'c'],
        ],
      });
      assert.equal(Reflect.get({}, 'polluted'), undefined);
    });
  });

  describe('documents', () => {
    it('are what stands between separators', () => {
      const text = '# head\n---\nintent: a\n---\nintent: b\n...\n';
      const { documents } = parse(text);
      assert.deepEqual(
        documents.map(({ index, span }) => [index, text.slice(span.start, span.end)]),
        [
          [0, '\nintent: a\n'],
          [1, '\nintent: b\n'],
        ],
      );
      assert.deepEqual(problems(text), []);
    });

    it('that hold nothing are left out', () => {
      assert.equal(parse('---\nintent: a\n---\n').documents.length, 1);
      assert.equal(parse('---\n---\n# only this\n---\nintent: a\n').documents.length, 1);
    });

    it('are not separated by dashes within a text block', () => {
      assert.deepEqual(root('a: |\n  x\n  ---\n  y\n'), { map: [['a', 'x\n---\ny\n']] });
    });

    it('stay whole when another one is broken', () => {
      const { documents } = parse('intent: a\n---\nintent: "b\n---\nintent: c\n---\n- ] [');
      assert.equal(short(documents[0]?.root) instanceof Object, true);
      assert.deepEqual(short(documents[0]?.root), { map: [['intent', 'a']] });
      assert.deepEqual(short(documents[2]?.root), { map: [['intent', 'c']] });
    });

    it('there must be one', () => {
      assert.deepEqual(problems(''), ['syntax/empty-document ""']);
      assert.deepEqual(problems('# nothing\n\n---\n'), ['syntax/empty-document ""']);
    });
  });

  describe('mistakes', () => {
    const cases: [string, string, string[]][] = [
      ['a text with a colon', 'a: Hello: world\nb: 1', ['syntax/yaml "Hello: world"']],
      ['an unclosed quote, where it opens', 'x:\n  a: "open\n  b: 1\n', ['syntax/yaml "\\"open"']],
      ['an unclosed bracket, where it opens', 'a: [1, 2\nb: 3', ['syntax/yaml "["']],
      ['an unclosed brace', 'a: {b: c', ['syntax/yaml "{"']],
      ['text behind a bracket', 'a: [x](y) z', ['syntax/yaml "(y) z"']],
      ['text behind a brace', 'a: {n} hi', ['syntax/yaml "hi"']],
      [
        'a brace too many, once',
        'a: {b: c}}\nd: e\nf: {g: h}\n---\ni: [j]]\n',
        ['syntax/yaml "}"', 'syntax/yaml "]"'],
      ],
      ['a brace within a text in braces, once', 'a: {b: hi {c}, d: e}\nf: g\nh: i', ['syntax/yaml "{"']],
      ['text behind a quote', "a: 'it's'", ['syntax/yaml "s\'"']],
      ['a reserved character', 'a: @b\nc: `d`', ['syntax/yaml "@"', 'syntax/yaml "`"']],
      ['a tab', 'a:\n\t- b', ['syntax/yaml "\\t"']],
      ['an indentation that does not fit', 'a:\n  b: 1\n c: 2', ['syntax/yaml "c: 2"']],
      [
        'a first line that is indented too far, once',
        'a:\n    b: 1\n  c: 2\n  d: 3\n  e: 4',
        ['syntax/yaml "c: 2"'],
      ],
      [
        'lines that are indented too far, each',
        'a:\n  b: 1\n    c: 2\n  d: 3\ne:\n  f: 1\n   g: 2',
        ['syntax/yaml "1"', 'syntax/yaml "1"'],
      ],
      [
        'a text beside a key with lines below, once',
        'a: x\n  b: 1\n  c: 2\n  d: 3\ne: f',
        ['syntax/yaml "x"'],
      ],
      ['a key without colon', 'a: 1\nb\nc: 2', ['syntax/yaml "b"']],
      ['a wrong escape', 'a: "\\q"', ['syntax/yaml "\\\\"']],
      ['a list beside its key', 'a: - b', ['syntax/yaml "-"']],
      ['a map beside the separator', '--- a: b', ['syntax/yaml "a"']],
      ['a text block with something behind its mark', 'a: |x\n  b', ['syntax/yaml "x"']],
      ['a comment without space', 'a: "x"#c', ['syntax/yaml "#c"']],
      ['a map without braces in a list', 'a: [b: c]', ['syntax/unsupported "b: c"']],
      ['a repeated key', 'a: 1\na: 2\na: 3', ['syntax/duplicate-key "a"', 'syntax/duplicate-key "a"']],
      ['a repeated key, quoted', 'a: 1\n"a": 2', ['syntax/duplicate-key "\\"a\\""']],
      ['a repeated key in braces', 'x: {a: 1, a: 2}', ['syntax/duplicate-key "a"']],
      ['an anchor and an alias', 'a: &x 1\nb: *x', ['syntax/alias "&x"', 'syntax/alias "*x"']],
      ['a text that starts with an asterisk', 'a: *bold* move', ['syntax/alias "*bold*"']],
      ['a tag', 'a: !secret b', ['syntax/unsupported "!secret"']],
      ['an explicit key', '? a\n: b', ['syntax/unsupported "?"']],
      ['a directive', '%YAML 1.1\n---\na: yes', ['syntax/unsupported "%YAML 1.1"']],
      ['a merge key', 'a:\n  <<: b', ['syntax/unsupported "<<"']],
      ['a list as a key', '[a]: b', ['syntax/unsupported "[a]"']],
      ['a missing key', ': b', ['syntax/unsupported ":"']],
      [
        'names with a meaning in JavaScript',
        '__proto__: 1\nconstructor: 2\nprototype: 3',
        [
          'syntax/unsupported "__proto__"',
          'syntax/unsupported "constructor"',
          'syntax/unsupported "prototype"',
        ],
      ],
    ];
    for (const [what, text, expected] of cases) {
      it(`reports ${what}`, () => assert.deepEqual(problems(text), expected));
    }

    it('does not let a directive change how values are read', () => {
      const file = parse('%YAML 1.1\n---\na: yes');
      const value = file.documents.at(-1)?.root;
      assert.ok(value?.kind === 'map' && value.entries[0]?.value?.kind === 'scalar');
      assert.equal(value.entries[0].value.value, 'yes');
    });

    it('says where the first of two equal keys is', () => {
      assert.match(parse('b: 1\na: 1\n\na: 2').problems[0]?.message ?? '', /'a'.*line 2/);
    });

    it('lists all of them, in the order of the file', () => {
      assert.deepEqual(problems('a: *x\na: 1\nb: c: d\n---\ne: !t f\n'), [
        'syntax/alias "*x"',
        'syntax/duplicate-key "a"',
        'syntax/yaml "c: d"',
        'syntax/unsupported "!t"',
      ]);
    });

    it('are sentences', () => {
      for (const [what, text] of cases) {
        for (const { message } of parse(text).problems) assert.match(message, /^['A-Z].*[.]$/s, what);
      }
    });
  });

  describe('line ends and byte order marks', () => {
    it('finds the same tree and the same texts with CRLF', () => {
      const text = 'a:\n  b: |\n    x\n    y\n  c: "d\n    e"\nf: [g]\n';
      const windows = text.replaceAll('\n', '\r\n');
      assert.deepEqual(root(windows), root(text));
      const entries = (source: string): string[] => {
        const node = parse(source).documents[0]?.root;
        assert.ok(node?.kind === 'map');
        return node.entries.map(({ span }) => source.slice(span.start, span.end).replaceAll('\r\n', '\n'));
      };
      assert.deepEqual(entries(windows), entries(text));
    });

    it('skips a byte order mark and keeps places right', () => {
      const text = '\ufeffa: b\na: c';
      assert.deepEqual(problems(text), ['syntax/duplicate-key "a"']);
      const node = parse(text).documents[0]?.root;
      assert.equal(node?.span.start, 1);
    });

    it('refuses characters that no text has, where they are', () => {
      for (const odd of ['\0', '\x1b', '\x07', '\x7f', '\x9b', '\ufffe', '\ud800', '\udc00', '\r']) {
        const text = `a: b${odd}c`;
        const file = parse(text);
        assert.deepEqual(
          file.problems.map(({ code, span }) => [code, span]),
          [['syntax/encoding', { start: 4, end: 5 }]],
          JSON.stringify(odd),
        );
        assert.deepEqual(file.documents, []);
        assert.equal(file.text, text);
      }
      assert.deepEqual(problems('a: 😀 é e\u0301 \u0085 \u2028'), []);
    });
  });

  describe('files that cannot be read', () => {
    it('have one problem with the reason', () => {
      const reasons = [
        ['too-large', 'syntax/too-large'],
        ['not-utf-8', 'syntax/encoding'],
        ['control-character', 'syntax/encoding'],
        ['not-a-regular-file', 'syntax/unreadable'],
        ['missing', 'syntax/unreadable'],
        ['unreadable', 'syntax/unreadable'],
      ] as const;
      for (const [reason, code] of reasons) {
        const problem = { reason, message: 'Why.' };
        const file = parseFile('file:///a/bot.yaml', 'bot', { ok: false, problem });
        assert.deepEqual(file.problems, [{ code, message: 'Why.', span: { start: 0, end: 0 } }]);
        assert.equal(file.unreadable, problem);
        assert.deepEqual([file.text, file.documents.length, file.lines.count], ['', 0, 1]);
      }
    });
  });

  describe('limits', () => {
    it('tells a hundred problems and that there are more', () => {
      const list = parse('a: 1\n'.repeat(5000)).problems;
      assert.equal(list.length, SYNTAX_LIMITS.problems + 1);
      assert.equal(list.at(-1)?.code, 'syntax/too-complex');
      assert.equal(
        parse('a: 1\n'.repeat(SYNTAX_LIMITS.problems + 1)).problems.at(-1)?.code,
        'syntax/duplicate-key',
      );
    });

    it('reads what is nested as deep as it may be', () => {
      const depth = SYNTAX_LIMITS.depth;
      assert.deepEqual(problems(`${'['.repeat(depth)}${']'.repeat(depth)}`), []);
      assert.deepEqual(
        parse(`${'['.repeat(depth + 1)}${']'.repeat(depth + 1)}`).problems.map(({ code }) => code),
        ['syntax/too-complex'],
      );
    });

    it('keeps the documents before the one that is too much', () => {
      const file = parse(`a: b\n---\n${'- '.repeat(1000)}\n---\nc: d`);
      assert.deepEqual(
        file.documents.map(({ root: node }) => short(node)),
        [{ map: [['a', 'b']] }, null, { map: [['c', 'd']] }],
      );
    });
  });
});
