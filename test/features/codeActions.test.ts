import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/features/codeActions';
import { diagnosticOf } from '../../server/src/features/diagnostics';
import type { Finding, Fix } from '../../server/src/rules/rule';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };

function finding(code: string, start: number, end: number): Finding {
  return {
    code,
    severity: 'warning',
    message: code,
    uri: 'file:///a',
    range: RANGE,
    span: { start, end },
    bot: 'b',
    related: [{ uri: 'file:///b', range: RANGE, message: 'there' }],
    data: {},
  };
}

function fix(title: string, preferred = false): Fix {
  return { title, kind: 'safe', preferred, changes: [] };
}

describe('code actions', () => {
  const findings = [finding('a/one', 0, 5), finding('a/two', 10, 15)];

  it('are the fixes of the findings that the selection meets, and no other rule is asked', () => {
    const asked: string[] = [];
    const at = (start: number, end: number) =>
      codeActions(findings, { start, end }, ({ code }) => {
        asked.push(code);
        return [fix(`mend ${code}`)];
      }).map((action) => action.fix.title);
    assert.deepEqual(at(5, 5), ['mend a/one']);
    assert.deepEqual(at(6, 9), []);
    assert.deepEqual(at(3, 10), ['mend a/one', 'mend a/two']);
    assert.deepEqual(asked, ['a/one', 'a/one', 'a/two']);
  });

  it('prefer a fix only when its finding has no second favourite', () => {
    const preferred = (fixes: readonly Fix[]) =>
      codeActions([finding('a/one', 0, 5)], { start: 0, end: 0 }, () => fixes).map(
        (action) => action.preferred,
      );
    assert.deepEqual(preferred([fix('a', true), fix('b')]), [true, false]);
    assert.deepEqual(preferred([fix('a', true), fix('b', true)]), [false, false]);
  });
});

describe('diagnostics', () => {
  it('lead to the page of their rule, and fade what nothing uses', () => {
    const shown = diagnosticOf(finding('references/unused-intent', 0, 5), 'file:///docs/rules');
    assert.equal(shown.page, 'file:///docs/rules/references/unused-intent.md');
    assert.equal(shown.unnecessary, true);
    assert.equal(shown.related.length, 1);
    assert.equal(diagnosticOf(finding('a/one', 0, 5), undefined).unnecessary, false);
    assert.equal(diagnosticOf(finding('a/one', 0, 5), undefined).page, undefined);
  });
});
