import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathAtCursor } from '../../server/src/syntax/cursorPath';
import type { CursorPath } from '../../server/src/syntax/cursorPath';

/** Takes the cursor mark `^` out of the lines and asks what is there; replaced text is shown as `«…»`. */
function at(
  ...lines: string[]
): (Omit<CursorPath, 'replace' | 'document'> & { replaced: string }) | undefined {
  const marked = lines.join('\n');
  const offset = marked.indexOf('^');
  assert.notEqual(offset, -1, 'the text has a cursor mark');
  const text = marked.replace('^', '');
  const path = pathAtCursor({ text }, offset);
  if (!path) return undefined;
  const { replace, document, ...rest } = path;
  assert.ok(document.start <= offset && offset <= document.end, 'the document holds the cursor');
  return { ...rest, replaced: text.slice(replace.start, replace.end) };
}

function key(
  keys: (string | number)[],
  existingKeys: string[] = [],
  prefix = '',
  replaced = prefix,
): ReturnType<typeof at> {
  return { keys, in: 'key', existingKeys, prefix, replaced, inside: 'plain' };
}

function value(
  keys: (string | number)[],
  prefix = '',
  replaced = prefix,
  inside: CursorPath['inside'] = 'plain',
): ReturnType<typeof at> {
  return { keys, in: 'value', existingKeys: [], prefix, replaced, inside };
}

function item(keys: (string | number)[]): ReturnType<typeof at> {
  return { keys, in: 'item', existingKeys: [], prefix: '', replaced: '', inside: 'plain' };
}

describe('the path at a cursor', () => {
  describe('at keys', () => {
    it('is the root in an empty file and on a blank line without indentation', () => {
      assert.deepEqual(at('^'), key([]));
      assert.deepEqual(at('flow: booking', '^', 'dialogs:', '  start:'), key([], ['flow', 'dialogs']));
    });

    it('is the map whose keys stand in the column of the cursor, on blank lines', () => {
      const lines = ['flow: f', 'dialogs:', '  start:', '    ask:', '      text: x'];
      assert.deepEqual(at(...lines, '      ^'), key(['dialogs', 'start', 'ask'], ['text']));
      assert.deepEqual(at(...lines, '    ^'), key(['dialogs', 'start'], ['ask']));
      assert.deepEqual(at(...lines, '  ^'), key(['dialogs'], ['start']));
      assert.deepEqual(at(...lines, '^'), key([], ['flow', 'dialogs']));
    });

    it('is the nearest map when the column lies between two, and tells which blanks are missing', () => {
      const start = { ...key(['dialogs', 'start'], ['end']), indent: 1 };
      assert.deepEqual(at('dialogs:', '  start:', '    end: true', '   ^'), start);
      const word = { ...start, prefix: 'n', replaced: 'n' };
      assert.deepEqual(at('dialogs:', '  start:', '    end: true', '   n^'), word);
    });

    it('is nowhere right of the map, behind a closed value and between the lines of an item', () => {
      assert.equal(at('dialogs:', '    ^', '  start:', '    end: true'), undefined);
      assert.equal(at('trigger:', '  intent: "a"', '      ^'), undefined);
      assert.equal(at('say:', '  - text:', '  ^', '      en: Hi'), undefined);
    });

    it('knows that the lines below would be the value of a key', () => {
      const opens = { ...key(['dialogs'], ['a']), opens: true as const };
      assert.deepEqual(at('dialogs:', '  a:', '    end: true', '  ^', '    end: true'), opens);
    });

    it('is a map that is still to be written, below a key without value', () => {
      assert.deepEqual(at('dialogs:', '  start:', '    ^'), key(['dialogs', 'start']));
      assert.deepEqual(
        at('dialogs:', '  start:', '    ^', '  other:', '    end: true'),
        key(['dialogs', 'start']),
      );
    });

    it('knows the keys behind the cursor', () => {
      assert.deepEqual(
        at(
          'dialogs:',
          '  start:',
          '    ^',
          '    ask:',
          '      text: x',
          '    next: b',
          '  other:',
          '    end: true',
        ),
        key(['dialogs', 'start'], ['ask', 'next']),
      );
      assert.deepEqual(
        at('flow: f', '^', 'dialogs:', '---', 'flow: g', 'title: t'),
        key([], ['flow', 'dialogs']),
      );
    });

    it('takes a word without colon for the start of a key', () => {
      assert.deepEqual(at('dialogs:', '  start:', '    as^'), key(['dialogs', 'start'], [], 'as'));
      assert.deepEqual(
        at('dialogs:', '  start:', '    as^k', '    next: b'),
        key(['dialogs', 'start'], ['next'], 'as', 'ask'),
      );
      assert.deepEqual(at('di^', 'flow: f'), key([], ['flow'], 'di'));
    });

    it('is the key when the cursor touches a written one', () => {
      assert.deepEqual(at('flow: f', 'dia^logs:', '  start:'), key([], ['flow'], 'dia', 'dialogs'));
      assert.deepEqual(at('flow: f', 'dialogs^:', '  start:'), key([], ['flow'], 'dialogs', 'dialogs'));
      assert.deepEqual(at('flow: f', '^dialogs:'), key([], ['flow'], '', 'dialogs'));
    });

    it('is the map of a list item', () => {
      const lines = ['goto:', '  - when: a > 1', '    next: b'];
      assert.deepEqual(at(...lines, '    ^'), key(['goto', 0], ['when', 'next']));
      assert.deepEqual(at('goto:', '  - when: a', '  - ne^xt: b'), key(['goto', 1], [], 'ne', 'next'));
      assert.deepEqual(
        at('goto:', '  - when: a', '    ne^', '  - next: c'),
        key(['goto', 0], ['when'], 'ne'),
      );
      assert.deepEqual(at('say:', '- text: a', '  bu^'), key(['say', 0], ['text'], 'bu'));
    });

    it('works in lists within lists', () => {
      assert.deepEqual(
        at('say:', '  - text: a', '    buttons:', '      - label: b', '        ^', '      - label: c'),
        key(['say', 0, 'buttons', 0], ['label']),
      );
    });
  });

  describe('at list items', () => {
    it('offers a new item in the column of the dashes', () => {
      assert.deepEqual(at('goto:', '  - next: a', '  ^'), item(['goto']));
      assert.deepEqual(at('goto:', '  ^', '  - next: a'), item(['goto']));
    });

    it('is the value of an item behind its dash', () => {
      assert.deepEqual(at('requires:', '  - a', '  - ^'), value(['requires', 1]));
      assert.deepEqual(at('requires:', '  - a', '  - co^nfirm'), value(['requires', 1], 'co', 'confirm'));
      assert.deepEqual(at('- - a', '  - ^'), value([0, 1]));
    });
  });

  describe('at values', () => {
    it('is behind the colon', () => {
      assert.deepEqual(at('dialogs:', '  start:', '    next: ^'), value(['dialogs', 'start', 'next']));
      assert.deepEqual(at('dialogs:', '  start:', '    next:^'), value(['dialogs', 'start', 'next']));
      assert.deepEqual(at('next: ho^w_many  # where'), value(['next'], 'ho', 'how_many'));
      assert.deepEqual(at('next: ', '  - a', 'b: ^', 'c: d'), value(['b']));
    });

    it('is the text within quotes, closed or not', () => {
      assert.deepEqual(at('text: "Hi {na^me}" # c'), value(['text'], 'Hi {na', 'Hi {name}', 'double-quoted'));
      assert.deepEqual(at("text: 'it''s ^'"), value(['text'], "it''s ", "it''s ", 'single-quoted'));
      assert.deepEqual(at('text: "Hi {^', 'next: b'), value(['text'], 'Hi {', 'Hi {', 'double-quoted'));
      assert.deepEqual(at('text: ^"Hi"'), value(['text']));
    });

    it('is the line within a text block', () => {
      const lines = ['expressions:', '  en: |', '    hello', '    to [Br^ussels](station)'];
      assert.deepEqual(
        at(...lines),
        value(['expressions', 'en'], 'to [Br', 'to [Brussels](station)', 'block'),
      );
      assert.deepEqual(
        at('expressions:', '  en: |', '    key: v^'),
        value(['expressions', 'en'], 'key: v', 'key: v', 'block'),
      );
      assert.deepEqual(
        at('expressions:', '  en: |', '    hello', '    ^'),
        value(['expressions', 'en'], '', '', 'block'),
      );
      assert.deepEqual(
        at('expressions:', '  en: |', '    ^', '  nl: |'),
        value(['expressions', 'en'], '', '', 'block'),
      );
      assert.deepEqual(
        at('expressions:', '  en: |', '    # not a comm^ent'),
        value(['expressions', 'en'], '# not a comm', '# not a comment', 'block'),
      );
    });

    it('leaves the text block with the indentation', () => {
      assert.deepEqual(at('expressions:', '  en: |', '    hello', '  ^'), key(['expressions'], ['en']));
      assert.deepEqual(at('expressions:', '  en: |', '    hello', '', '^'), key([], ['expressions']));
      assert.deepEqual(at('a:', '  - en: |', '      hello', '    n^l: x'), key(['a', 0], ['en'], 'n', 'nl'));
    });

    it('is a text that goes on', () => {
      assert.deepEqual(at('text: one', '  tw^o', 'next: b'), value(['text'], 'one\n  tw', 'one\n  two'));
    });
  });

  describe('within brackets', () => {
    it('is a key or value of a map', () => {
      assert.deepEqual(at('trigger: { ^ }'), key(['trigger']));
      assert.deepEqual(at('trigger: { int^ }'), key(['trigger'], [], 'int'));
      assert.deepEqual(
        at('trigger: { in^tent: a, requires: [b] }'),
        key(['trigger'], ['requires'], 'in', 'intent'),
      );
      assert.deepEqual(at('trigger: { intent: ^ }'), value(['trigger', 'intent']));
      assert.deepEqual(
        at('trigger: { intent: bo^ok, requires: [b] }'),
        value(['trigger', 'intent'], 'bo', 'book'),
      );
      assert.deepEqual(at('trigger: { intent: book, ^ }'), key(['trigger'], ['intent']));
    });

    it('is an item of a list', () => {
      assert.deepEqual(at('requires: [^]'), value(['requires', 0]));
      assert.deepEqual(at('requires: [a, b^c, d]'), value(['requires', 1], 'b', 'bc'));
      assert.deepEqual(at('requires: [a, "b ^c"]'), value(['requires', 1], 'b ', 'b c', 'double-quoted'));
      assert.deepEqual(at('trigger: { requires: [a, ^] }'), value(['trigger', 'requires', 1]));
    });

    it('works over several lines and without the closing bracket', () => {
      assert.deepEqual(at('requires: [', '  a,', '  ^', ']', 'next: b'), value(['requires', 1]));
      assert.deepEqual(at('requires: [a, ^', 'next: b'), value(['requires', 1]));
      assert.deepEqual(at('trigger: { intent: ^', 'next: b'), value(['trigger', 'intent']));
      assert.deepEqual(at('a: {', '  b: 1, # x]', '  c^', '}', 'd: 1'), key(['a'], ['b'], 'c'));
    });

    it('is nothing behind the last bracket', () => {
      assert.equal(at('requires: [a] ^'), undefined);
    });
  });

  it('is nothing in a comment, but something before it', () => {
    assert.equal(at('# a ^comment'), undefined);
    assert.equal(at('next: a # c^'), undefined);
    assert.equal(at('a: [b, # c^', '  d]'), undefined);
    assert.deepEqual(at('next: a^ # c'), value(['next'], 'a'));
  });

  it('works in the document of the cursor only', () => {
    assert.deepEqual(at('intent: a', 'x: "open', '---', 'intent: b', 'des^'), key([], ['intent'], 'des'));
    assert.deepEqual(at('intent: a', '---', '^', '---', 'intent: c'), key([]));
  });

  it('is nothing directly behind a separator, which what is written would become part of', () => {
    assert.equal(at('intent: a', '---^', 'intent: c'), undefined);
    assert.equal(at('intent: a', '...^', 'intent: c'), undefined);
    assert.deepEqual(at('\ufeff^', 'intent: c'), key([], ['intent']));
  });

  it('works with CRLF and emoji', () => {
    assert.deepEqual(
      at('a: 😀\r', 'dialogs:\r', '  s:\r', '    n: ^\r', '    m: b\r'),
      value(['dialogs', 's', 'n']),
    );
    assert.deepEqual(at('dialogs:\r', '  😀:\r', '    ^\r', '    m: b\r'), key(['dialogs', '😀'], ['m']));
  });

  it('is not led astray by mistakes elsewhere', () => {
    assert.deepEqual(at('a: "open', 'b: 1', 'dialogs:', '  x: ^', 'c: [1,'), value(['dialogs', 'x']));
    assert.deepEqual(at('a: [1, 2', 'dialogs:', '  x', '  y^'), key(['dialogs'], [], 'y'));
    assert.deepEqual(at('a: b: c', '   - x', '\t', 'd: ^'), value(['d']));
  });

  it('never throws, whatever is written, and replaces something around the cursor', () => {
    const word = fc.constantFrom(
      'a',
      'key:',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '# c',
      '---\n',
      '😀',
      ': ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.nat(), (words, where) => {
        const text = words.join('');
        const offset = where % (text.length + 1);
        const path = pathAtCursor({ text }, offset);
        if (!path) return;
        assert.ok(path.replace.start <= offset && offset <= path.replace.end);
        assert.ok(path.document.start <= path.replace.start && path.replace.end <= path.document.end);
        assert.equal(path.prefix, text.slice(path.replace.start, offset));
      }),
      { numRuns: 3000 },
    );
  });
});
