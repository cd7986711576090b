import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeBetween } from '../../server/src/text/change';
import { Lines } from '../../server/src/text/lines';

const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '😀', 'e\u0301', '\t', '\u2028'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('lines', () => {
  it('turn every offset into a position and back', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = new Lines(source);
        for (let offset = 0; offset <= source.length; offset++) {
          const withinBreak = source[offset - 1] === '\r' && source[offset] === '\n';
          assert.equal(lines.offsetAt(lines.positionAt(offset)), withinBreak ? offset - 1 : offset);
        }
      }),
    );
  });

  it('count positions as the editor does', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = new Lines(source);
        const editor = TextDocument.create('file:///a', 'yaml', 1, source);
        assert.equal(lines.count, editor.lineCount);
        for (let offset = 0; offset <= source.length; offset++) {
          const position = lines.positionAt(offset);
          assert.deepEqual(position, editor.positionAt(offset));
          const behind = { line: position.line, character: position.character + 3 };
          assert.equal(lines.offsetAt(behind), editor.offsetAt(behind));
        }
      }),
    );
  });

  it('follow a change as if they were counted anew', () => {
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (before, removed, added, after, wereAsked) => {
        const earlier = new Lines(before + removed + after);
        if (wereAsked) assert.ok(earlier.count > 0);
        const source = before + added + after;
        const lines = earlier.changed(source, changeBetween(before + removed + after, source));
        const anew = new Lines(source);
        assert.equal(lines.count, anew.count);
        for (let offset = 0; offset <= source.length; offset++) {
          assert.deepEqual(lines.positionAt(offset), anew.positionAt(offset));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('count characters in UTF-16 units', () => {
    assert.deepEqual(new Lines('😀e\u0301x\n😀y').positionAt(8), { line: 1, character: 2 });
  });

  it('clamp what lies outside', () => {
    const lines = new Lines('ab\ncd');
    assert.deepEqual(lines.positionAt(-3), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
    assert.equal(lines.offsetAt({ line: 0, character: -4 }), 0);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.deepEqual(lines.rangeOf({ start: 1, end: 4 }), {
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 },
    });
  });

  it('clamp a character behind the end of a line to that line, as the protocol asks', () => {
    assert.equal(new Lines('ab\ncd').offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(new Lines('ab\r\ncd').offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(new Lines('ab\rcd').offsetAt({ line: 0, character: 3 }), 2);
    assert.equal(new Lines('\n\n').offsetAt({ line: 1, character: 5 }), 1);
  });
});
