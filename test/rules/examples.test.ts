import assert from 'node:assert/strict';
import { rules, workspaceRules } from '../../server/src/rules/registry.generated';
import type { LiveState, RuleMeta, Severity } from '../../server/src/rules/rule';
import { checkWorkspace } from '../../server/src/rules/run';
import { readMeasured } from '../support/measured';
import { BASE, liveFrom, projectOf } from '../support/workspace';
import { withLive } from './fixture';

/** The examples of a rule's documentation page: files, each under a comment that names it. */
function findingsOf(
  example: string,
  severityOf?: (code: string) => Severity | undefined,
): { readonly codes: string[]; readonly onBase: boolean } {
  const own = new Map<string, string>();
  const live = new Map<string, string>();
  let lines: string[] | undefined;
  const close = (target: Map<string, string>, path: string): string[] => {
    const body: string[] = [];
    pending.push(() => target.set(path, body.length === 0 ? '' : `${body.join('\n')}\n`));
    return body;
  };
  const pending: (() => void)[] = [];
  const measured: string[] = [];
  for (const line of example.trim().split('\n')) {
    const [, said] = /^# Measured: (.+)$/.exec(line) ?? [];
    if (said !== undefined) {
      measured.push(said);
      continue;
    }
    const [, isLive, path] = /^# (live: )?(\S+\.yaml)$/.exec(line) ?? [];
    if (path !== undefined) lines = close(isLive === undefined ? own : live, path);
    else lines?.push(line);
  }
  for (const finish of pending) finish();
  const onBase = ![...own.keys()].some((path) => path.endsWith('/bot.yaml'));
  const files = new Map([...(onBase ? BASE : []), ...own]);
  const known = liveFrom(live.size > 0 ? new Map([...BASE, ...live]) : live);
  const unknown: LiveState = { kind: 'unknown', reason: 'It was not fetched.' };
  const by = /^# LIVE: changed by (.+)$/m.exec(example)?.[1];
  const drifted = withLive(known, { drift: { by: by ?? '', changes: ['Intent help added'] } });
  const liveOf = example.includes('# LIVE: not fetched') ? () => unknown : by === undefined ? known : drifted;
  const given = readMeasured(measured);
  const findings = checkWorkspace(projectOf(files), liveOf, {
    measuredOf: () => given,
    ...(severityOf && { severityOf }),
  });
  return { codes: findings.map(({ code }) => code), onBase };
}

/** A rule that is off by default is judged as it is for who asks for it. */
function switchedOn({ code: own, severity, isOptional }: RuleMeta): (code: string) => Severity | undefined {
  return (code) => (isOptional && code === own ? severity : undefined);
}

describe('examples of rules', () => {
  for (const { meta } of [...rules, ...workspaceRules]) {
    it(`${meta.code}: the right one has no finding`, () => {
      const { codes, onBase } = findingsOf(meta.right, switchedOn(meta));
      // Of several bots only what the rule is about is shown.
      assert.deepEqual(onBase ? codes : codes.filter((code) => code === meta.code), []);
    });

    // What cannot be written down (a file that is locked, too large or no text) is described instead.
    if (/^# A file\b.*\.$/.test(meta.wrong.trim())) continue;
    it(`${meta.code}: the wrong one is reported`, () => {
      const { codes } = findingsOf(meta.wrong, switchedOn(meta));
      assert.ok(codes.includes(meta.code), codes.join(', '));
    });
  }

  it('have codes of their own, and pages that say something', () => {
    const metas = [...rules, ...workspaceRules].map(({ meta }) => meta);
    assert.equal(new Set(metas.map(({ code }) => code)).size, metas.length);
    for (const { code, summary, description, source } of metas) {
      assert.match(code, /^[a-z]+\/[a-z-]+$/);
      assert.match(summary, /^[A-Z].*\.$/, code);
      assert.ok(description.length > 60 && source.length > 0, code);
    }
  });
});
