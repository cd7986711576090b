import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYNTAX_LIMITS } from '../../server/src/syntax/limits';
import { parseFile } from '../../server/src/syntax/parse';
import type { MapEntry, SyntaxFile } from '../../server/src/syntax/tree';
import { edit, fileText, tightLimits } from './randomFiles';

function parse(text: string, previous?: SyntaxFile, limits = SYNTAX_LIMITS): SyntaxFile {
  return parseFile('file:///bot/a.flow.yaml', 'flow', { ok: true, text }, previous, limits);
}

/** Everything about a file, where its lines start included. */
function facts(file: SyntaxFile): object {
  const { lines, ...rest } = file;
  const starts = Array.from({ length: lines.count }, (_, line) => lines.offsetAt({ line, character: 0 }));
  return { ...rest, starts, end: lines.positionAt(file.text.length) };
}

/** The entries of `dialogs` in the first document. */
function dialogs(file: SyntaxFile): readonly MapEntry[] {
  const root = file.documents[0]?.root;
  assert.ok(root?.kind === 'map');
  const { value } = root.entries.find(({ key }) => key.text === 'dialogs') ?? {};
  assert.ok(value?.kind === 'map');
  return value.entries;
}

const FLOW = `flow: a
dialogs:
  first:
    say:
      - text: one # why
    next: second
  second:
    say: [{ text: two }]
  third:
    end: true # over
---
flow: b
`;

describe('parsing a file again', () => {
  it('comes to the same as parsing it for the first time, whatever was edited', () => {
    fc.assert(
      fc.property(fileText, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let file = parse(text);
        for (const change of edits) {
          file = parse(change(file.text), file);
          assert.deepEqual(facts(file), facts(parse(file.text)));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('comes to the same at the limits', () => {
    fc.assert(
      fc.property(fileText, edit, tightLimits, (text, change, limits) => {
        const file = parse(change(text), parse(text, undefined, limits), limits);
        assert.deepEqual(facts(file), facts(parse(file.text, undefined, limits)));
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to the same where characters are refused at the edge of the edit', () => {
    const halves = ['\ud83d', '\ude00', '😀', '\r', '\n', '\r\n', 'a', '\0'];
    const part = fc.array(fc.constantFrom(...halves), { maxLength: 4 }).map((units) => units.join(''));
    fc.assert(
      fc.property(part, part, part, part, (before, removed, added, after) => {
        const file = parse(before + added + after, parse(before + removed + after));
        assert.deepEqual(facts(file), facts(parse(before + added + after)));
      }),
      { numRuns: 3000 },
    );
  });

  it('sees what makes of the next line a part of the entry before it', () => {
    const pairs = [
      ['a:\nb: c\n', 'a:\n- b: c\n'],
      ['a:\nb: c\n', 'a:\n b: c\n'],
      ['a:\n-b: c\n', 'a:\n- b: c\n'],
      ['a: |\n  b\nc: d\n', 'a: |\n  b\n  c: d\n'],
      ['a: [b,\nc: d\n', 'a: [b,\n]: d\n'],
      ['a: b\nc: d\n', 'a: b\n c: d\n'],
      ['a: b', 'a: bc'],
      ['a: |\n  b', 'a: |\n  b\n  c'],
      ['a: b\n---\nc: d\n', 'a: b\n--- \nc: d\n'],
      ['a: b\n---\nc: d\n', 'a: b\n---x\nc: d\n'],
      ['a: b\n--\nc: d\n', 'a: b\n---\nc: d\n'],
      ['a:\n  b:\n  c: d\n', 'a:\n  b:\n  - c: d\n'],
      ['a:\n  b:\n  c: d\n', 'a:\n  b:\n   c: d\n'],
    ];
    for (const [before = '', after = ''] of pairs) {
      assert.deepEqual(facts(parse(after, parse(before))), facts(parse(after)), after);
      assert.deepEqual(facts(parse(before, parse(after))), facts(parse(before)), before);
    }
  });

  it('keeps the entries before the edit, and moves those behind it', () => {
    const before = parse(FLOW);
    const after = parse(FLOW.replace('two', 'twenty'), before);
    const [first, second, third] = dialogs(after);
    assert.equal(first, dialogs(before)[0], 'the very same object');
    assert.notEqual(second, dialogs(before)[1]);
    assert.deepEqual(third?.span.start, (dialogs(before)[2]?.span.start ?? 0) + 3);
    assert.equal(third?.key.text, 'third');
    assert.deepEqual(facts(before), facts(parse(FLOW)), 'the earlier tree is what it was');
  });

  it('keeps all other entries when as much is put in as taken out', () => {
    const before = parse(FLOW);
    const after = parse(FLOW.replace('two', 'ten'), before);
    assert.deepEqual(
      dialogs(after).map((entry, index) => entry === dialogs(before)[index]),
      [true, false, true],
    );
  });

  it('keeps the other entries while one is half-written, and lets the mistake cost that one only', () => {
    const before = parse(FLOW);
    const broken = parse(FLOW.replace('[{ text: two }]', '"two'), before);
    assert.equal(broken.problems.length, 1);
    assert.deepEqual(
      dialogs(broken).map(({ key }) => key.text),
      ['first', 'second', 'third'],
    );
    assert.equal(dialogs(broken)[0], dialogs(before)[0]);
    const mended = parse(FLOW, broken);
    assert.deepEqual(facts(mended), facts(before));
    assert.equal(dialogs(mended)[0], dialogs(before)[0]);
  });

  it('starts anew behind a text that could not be read', () => {
    const unreadable = parse(`${FLOW}\0`, parse(FLOW));
    assert.ok(unreadable.unreadable);
    assert.deepEqual(facts(parse(FLOW, unreadable)), facts(parse(FLOW)));
  });
});
