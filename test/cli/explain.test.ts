import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { rules, workspaceRules } from '../../server/src/rules/registry.generated';
import { botlane } from '../support/cli';

describe('botlane explain', () => {
  const explain = (...parameters: string[]) => botlane(tmpdir(), 'explain', ...parameters);

  it('prints why a rule exists, and a wrong and a right example', async () => {
    const { code, stdout } = await explain('references/unknown-intent');
    assert.equal(code, 0);
    const rule = rules.find(({ meta }) => meta.code === 'references/unknown-intent');
    assert.ok(rule);
    const { summary, description, wrong, right, source } = rule.meta;
    for (const part of [summary, description.trim(), wrong.trim(), right.trim(), source]) {
      assert.ok(stdout.includes(part), part);
    }
    assert.match(stdout, /Default severity: error\./);
    assert.match(stdout, /release gates/);
    assert.match(stdout, /quick fixes/);
  });

  it('says the same to programs', async () => {
    const { code, stdout } = await explain('references/unknown-intent', '--format', 'json');
    assert.equal(code, 0);
    const page = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(Object.keys(page), [
      'code',
      'severity',
      'summary',
      'description',
      'wrong',
      'right',
      'source',
      'live',
      'reference',
      'fixes',
    ]);
    assert.deepEqual(
      [page['severity'], page['live'], page['reference'], page['fixes']],
      ['error', false, true, true],
    );
  });

  it('lists every rule when none is named', async () => {
    const { stdout } = await explain('--format', 'json');
    const { rules: listed } = JSON.parse(stdout) as { rules: { code: string }[] };
    assert.deepEqual(
      listed.map(({ code }) => code),
      [...rules, ...workspaceRules].map(({ meta }) => meta.code).sort(),
    );
    assert.match((await explain()).stdout, /^references\/unknown-intent +A dialog is linked/m);
  });

  it('asks what was meant, and exits with 2', async () => {
    const slips = [
      { slip: 'references/unknwon-intent', says: /Did you mean 'references\/unknown-intent'/ },
      { slip: 'unknown-intent', says: /Did you mean 'references\/unknown-intent'\?/ },
      { slip: 'unknwon-intent', says: /'references\/unknown-intent'/ },
      { slip: 'zzz', says: /'botlane explain' lists all rules/ },
    ];
    for (const { slip, says } of slips) {
      const { code, stdout, stderr } = await explain(slip);
      assert.equal(code, 2, slip);
      assert.match(stderr, says);
      assert.equal(stdout, '');
    }
  });
});
