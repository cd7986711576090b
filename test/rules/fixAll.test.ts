import assert from 'node:assert/strict';
import { safeFixes } from '../../server/src/rules/fixAll';
import type { Finding, Fix } from '../../server/src/rules/rule';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function finding(code: string): Finding {
  return {
    code,
    severity: 'warning',
    message: code,
    uri: 'file:///a',
    range: RANGE,
    span: { start: 0, end: 0 },
    bot: 'b',
    related: [],
    data: {},
  };
}

function fix(kind: Fix['kind'], start: number, end: number, uri = 'file:///a', preferred = false): Fix {
  const edits = [{ span: { start, end }, newText: 'x' }];
  return { title: 'mend', kind, preferred, changes: [{ kind: 'edit', uri, edits }] };
}

/** Which of the findings `0`, `1`, … are mended when each has these fixes. */
function mended(fixes: readonly (readonly Fix[])[], within?: string): readonly string[] {
  const findings = fixes.map((_, index) => finding(String(index)));
  return safeFixes(findings, ({ code }) => fixes[Number(code)] ?? [], within).mended.map(({ code }) => code);
}

describe('safe fixes together', () => {
  it('are the safe ones; where there are several, the preferred', () => {
    const two = [fix('safe', 20, 21), fix('safe', 20, 22)];
    const favourite = [fix('safe', 30, 31), fix('safe', 30, 32, 'file:///a', true)];
    assert.deepEqual(mended([[fix('safe', 0, 1)], [fix('choice', 10, 11)], two, favourite]), ['0', '3']);
  });

  it('leave out what would touch the text of an earlier one', () => {
    assert.deepEqual(mended([[fix('safe', 5, 9)], [fix('safe', 9, 12)], [fix('safe', 0, 4)]]), ['0', '2']);
  });

  it('stay in one file when that is asked for, and never create or delete one', () => {
    const elsewhere = [fix('safe', 0, 1, 'file:///b')];
    const removal: Fix = { title: 'x', kind: 'safe', changes: [{ kind: 'delete', uri: 'file:///a' }] };
    assert.deepEqual(mended([elsewhere, [removal], [fix('safe', 0, 1)]], 'file:///a'), ['2']);
    assert.deepEqual(mended([elsewhere, [fix('safe', 0, 1)]]), ['0', '1']);
  });

  it('come as one change per file', () => {
    const fixes = new Map([
      ['0', fix('safe', 0, 1)],
      ['1', fix('safe', 5, 6)],
    ]);
    const { changes } = safeFixes([finding('0'), finding('1')], ({ code }) => {
      const found = fixes.get(code);
      return found ? [found] : [];
    });
    assert.equal(changes.length, 1);
    assert.equal(changes[0]?.kind === 'edit' && changes[0].edits.length, 2);
  });
});
