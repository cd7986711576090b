import assert from 'node:assert/strict';
import { OutdatedSnapshotError } from '../../server/src/project/outdated';
import { lost } from '../../server/src/rules/facts/graph';
import { rules } from '../../server/src/rules/registry.generated';
import type { Finding, LiveState } from '../../server/src/rules/rule';
import {
  checkBot,
  checkLayout,
  checkWorkspace,
  fixesOf,
  gateFindings,
  WorkspaceCheck,
} from '../../server/src/rules/run';
import { atOnce } from '../../server/src/text/inPieces';
import { BASE, pathIn, projectOf } from '../support/workspace';

const NO_LIVE: LiveState = { kind: 'none' };

function contextOf(files: Readonly<Record<string, string>>): Parameters<typeof checkBot>[0] {
  const project = projectOf(new Map([...BASE, ...Object.entries(files)]));
  const [bot] = project.bots;
  assert.ok(bot);
  return { bot, live: NO_LIVE, project };
}

const show = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ severity, code, uri, range }) => `${severity} ${code} ${pathIn(uri)}:${range.start.line + 1}`,
  );

const SETTINGS = (BASE.get('bot.yaml') ?? '').replace('  nlp/few-expressions: off\n', '');

const LINKED_TO_NOTHING = `flow: service
dialogs:
  refund:
    trigger:
      intent: nowhere
    next: general/welcome
`;

describe('running the rules', () => {
  it('takes severities from bot.yaml', () => {
    const settings = `${SETTINGS}  references/unknown-intent: information\n  flows/dead-end: error\n`;
    const flow = `${LINKED_TO_NOTHING}  silent:\n    trigger:\n      intent: nowhere\n      requires: [a]\n    end: true\n`;
    assert.deepEqual(show(checkBot(contextOf({ 'bot.yaml': settings, 'service.flow.yaml': flow }))), [
      'information references/unknown-intent service.flow.yaml:5',
      'error flows/dead-end service.flow.yaml:7',
      'information references/unknown-intent service.flow.yaml:9',
    ]);
  });

  it('silences a rule that is off', () => {
    const settings = `${SETTINGS}  references/unknown-intent: off\n`;
    const context = contextOf({ 'bot.yaml': settings, 'service.flow.yaml': LINKED_TO_NOTHING });
    assert.deepEqual(show(checkBot(context)), []);
  });

  it('counts reference errors in the gates whatever rules and comments say', () => {
    const settings = `${SETTINGS}  references/unknown-intent: off\n  flows/dead-end: off\n`;
    const flow = `${LINKED_TO_NOTHING}  silent:
    trigger:
      intent: nowhere # botlane-ignore references/unknown-intent: next month
      requires: [a]
    end: true
  lost: # botlane-ignore flows/unreachable-dialog: next month
    next: nowhere # botlane-ignore references/unknown-dialog: next month
`;
    const context = contextOf({ 'bot.yaml': settings, 'service.flow.yaml': flow });
    assert.deepEqual(show(checkBot(context)), []);
    assert.deepEqual(show(gateFindings(context)), [
      'error references/unknown-intent service.flow.yaml:5',
      'error references/unknown-intent service.flow.yaml:9',
      'error references/unknown-context service.flow.yaml:10',
      'error references/unknown-dialog service.flow.yaml:13',
    ]);
  });

  it('lets bot.yaml raise a severity for the gates', () => {
    const settings = `${SETTINGS}  references/unused-entity: error\n`;
    const context = contextOf({ 'bot.yaml': settings, 'x.entity.yaml': 'entity: x\ntype: contextual\n' });
    assert.deepEqual(show(gateFindings(context)), ['error references/unused-entity x.entity.yaml:1']);
  });

  it('counts in the gates that another bot has the same name', () => {
    const twin = SETTINGS.replaceAll('general/', 'g/');
    const context = contextOf({
      'inner/bot.yaml': `${twin}  workspace/duplicate-bot: off\n`,
      'inner/g.flow.yaml': (BASE.get('general.flow.yaml') ?? '').replace('flow: general', 'flow: g'),
    });
    assert.deepEqual(show(gateFindings(context)), ['error workspace/duplicate-bot bot.yaml:1']);
    const inner = context.project.bots[1];
    assert.ok(inner);
    assert.deepEqual(show(gateFindings({ ...context, bot: inner })), [
      'error workspace/duplicate-bot inner/bot.yaml:1',
    ]);
    assert.deepEqual(show(checkLayout(context.project)), ['error workspace/duplicate-bot bot.yaml:1']);
  });

  it('counts every finding in the gates, and lists as many as people read', () => {
    const dialogs = Array.from(
      { length: 300 },
      (_, n) => `  d${n}:\n    next: x${n}\n    trigger:\n      intent: i\n`,
    );
    const context = contextOf({ 'service.flow.yaml': `flow: service\ndialogs:\n${dialogs.join('')}` });
    assert.equal(gateFindings(context).length, 600);
    assert.equal(checkBot(context).length, 201);
    assert.equal(checkBot(context)[0]?.code, 'rules/too-many-findings');
  });

  it('goes on when a rule throws, and says which one', () => {
    const broken = rules.find(({ meta }) => meta.code === 'flows/way-on');
    assert.ok(broken && 'checkPart' in broken);
    const original = { ...broken };
    const told: string[] = [];
    const context = contextOf({ 'service.flow.yaml': LINKED_TO_NOTHING });
    try {
      broken.checkPart = () => {
        throw new Error('a mistake of ours');
      };
      const findings = checkBot(context, { onCrash: (code, error) => told.push(`${code} ${String(error)}`) });
      assert.deepEqual(show(findings), ['error references/unknown-intent service.flow.yaml:5']);
    } finally {
      Object.assign(broken, original);
    }
    assert.deepEqual(told, ['flows/way-on Error: a mistake of ours']);
  });

  it('goes on when what follows from all files cannot be computed, without the rules that ask for it', () => {
    const original = { ...lost };
    const told: string[] = [];
    const { bot, project } = contextOf({
      'service.flow.yaml': `${LINKED_TO_NOTHING}  lost:\n    end: true\n`,
    });
    const check = new WorkspaceCheck({ onCrash: (code, error) => told.push(`${code} ${String(error)}`) });
    check.update(project, () => NO_LIVE);
    const all = (): string[] => [...bot.files.keys()].flatMap((uri) => show(check.findings(uri)));
    try {
      lost.compute = () => {
        throw new OutdatedSnapshotError('file:///changed');
      };
      assert.throws(() => atOnce(check.work()), OutdatedSnapshotError);
      lost.compute = function* () {
        yield;
        throw new Error('a mistake of ours');
      };
      atOnce(check.work());
    } finally {
      Object.assign(lost, original);
    }
    assert.deepEqual(all(), ['error references/unknown-intent service.flow.yaml:5']);
    assert.deepEqual(told, [
      'flows/unreachable-dialog Error: a mistake of ours',
      'flows/unused-flow Error: a mistake of ours',
    ]);
  });

  it('orders findings by address, place and code, however the files were found', () => {
    const files: [string, string][] = [
      ...BASE,
      ['b.flow.yaml', LINKED_TO_NOTHING.replace('service', 'b')],
      ['a.flow.yaml', LINKED_TO_NOTHING.replace('service', 'a')],
      ['B.flow.yaml', LINKED_TO_NOTHING.replace('service', 'c')],
    ];
    const findings = checkWorkspace(projectOf(new Map(files)), () => NO_LIVE);
    assert.deepEqual(
      findings,
      checkWorkspace(projectOf(new Map(files.toReversed())), () => NO_LIVE),
    );
    assert.deepEqual(
      findings.map(({ uri }) => pathIn(uri)),
      ['B.flow.yaml', 'a.flow.yaml', 'b.flow.yaml'],
    );
  });

  it('offers for a finding that is out of date nothing that tears a file', () => {
    const long = contextOf({ 'service.flow.yaml': `${LINKED_TO_NOTHING}${'# more\n'.repeat(50)}` });
    const [finding] = checkBot(long);
    assert.ok(finding);
    const short = contextOf({ 'service.flow.yaml': 'flow: s\n' });
    for (const { meta } of rules) {
      const stale = { ...finding, code: meta.code, span: { start: 200, end: 207 } };
      const crashed = (code: string, error: unknown): void => assert.fail(`${code} ${String(error)}`);
      const changes = fixesOf(stale, short, { onCrash: crashed }).flatMap((fix) => fix.changes);
      for (const change of changes) {
        if (change.kind !== 'edit') continue;
        const text = short.bot.files.get(change.uri)?.syntax.text ?? '';
        for (const { span } of change.edits)
          assert.ok(span.end <= text.length, `${meta.code} stays in the file`);
      }
    }
  });

  it('finds nothing in a bot of hostile names', () => {
    const files = {
      'x.intent.yaml': 'intent: constructor\nexpressions:\n  en: |\n    hasOwnProperty\n    __proto__\n',
      'x.flow.yaml':
        'flow: toString\ndialogs:\n  valueOf:\n    trigger:\n      intent: constructor\n    next: general/welcome\n',
    };
    assert.deepEqual(show(checkBot(contextOf(files))), []);
    const unknown = { 'x.flow.yaml': files['x.flow.yaml'] };
    assert.deepEqual(show(checkBot(contextOf(unknown))), ['error references/unknown-intent x.flow.yaml:5']);
  });
});
