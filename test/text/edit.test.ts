import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/edit';
import type { TextEdit } from '../../server/src/text/edit';

/** Edits that do not overlap: cut points in order, taken in pairs. */
const edited = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(fc.nat(30), { maxLength: 8 }),
    fc.string({ maxLength: 4 }),
  )
  .map(([text, cuts, newText]) => {
    const places = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
    const edits: TextEdit[] = [];
    for (let i = 0; i + 1 < places.length; i += 2) {
      edits.push({ span: { start: places[i] ?? 0, end: places[i + 1] ?? 0 }, newText: `${newText}${i}` });
    }
    return { text, edits };
  });

describe('applying edits', () => {
  it('is the same as applying them one by one from the last to the first', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const oneByOne = edits.reduceRight(
          (at, { span, newText }) => at.slice(0, span.start) + newText + at.slice(span.end),
          text,
        );
        assert.equal(applyEdits(text, edits), oneByOne);
      }),
    );
  });

  it('does not depend on the order of edits at different places', () => {
    fc.assert(
      fc.property(edited, fc.nat(), ({ text, edits }, turn) => {
        const starts = new Set(edits.map(({ span }) => span.start));
        fc.pre(starts.size === edits.length);
        const by = edits.length === 0 ? 0 : turn % edits.length;
        assert.equal(applyEdits(text, [...edits.slice(by), ...edits.slice(0, by)]), applyEdits(text, edits));
      }),
    );
  });

  it('changes nothing without edits, and nothing when each puts back what it takes', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        assert.equal(applyEdits(text, []), text);
        assert.equal(
          applyEdits(
            text,
            edits.map(({ span }) => ({ span, newText: text.slice(span.start, span.end) })),
          ),
          text,
        );
      }),
    );
  });

  it('keeps the order of insertions at one place', () => {
    const at = { start: 1, end: 1 };
    assert.equal(
      applyEdits('ab', [
        { span: at, newText: '1' },
        { span: at, newText: '2' },
      ]),
      'a12b',
    );
  });

  it('puts an insertion before a replacement that starts at its place, whichever comes first', () => {
    const insertion = { span: { start: 1, end: 1 }, newText: '+' };
    const replacement = { span: { start: 1, end: 2 }, newText: 'B' };
    assert.equal(applyEdits('abc', [insertion, replacement]), 'a+Bc');
    assert.equal(applyEdits('abc', [replacement, insertion]), 'a+Bc');
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { span: { start: 0, end: 2 }, newText: '' },
      { span: { start: 1, end: 3 }, newText: '' },
    ];
    assert.throws(() => applyEdits('abcd', edits), RangeError);
  });
});
