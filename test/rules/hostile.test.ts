import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry.generated';
import type { LiveState } from '../../server/src/rules/rule';
import { checkWorkspace, fixesOf, gateFindings } from '../../server/src/rules/run';
import { BASE, LIVE_ROOT, LIVE_VERSION, projectOf } from '../support/workspace';
import { checkHostile, LARGE } from './hostileFiles';
import type { Counted } from './hostileWork';

/** Some rules stop comparing later than others. */
const TOLERANCE = 1.25;

describe('rules on input that means harm', () => {
  for (const [name, { path, size, text }] of LARGE) {
    it(`answer: ${name}`, () => {
      const findings = checkHostile(path, text(size));
      assert.ok(findings.length > 0 && findings.length <= 202);
    });
  }

  it('work as much harder as the text is longer', () => {
    const said = execFileSync(process.execPath, [join(__dirname, 'hostileWork.js')], { encoding: 'utf8' });
    const counted = JSON.parse(said) as readonly Counted[];
    assert.deepEqual(
      counted.map(({ name }) => name),
      [...LARGE.keys()],
    );
    for (const { name, times, growth } of counted) {
      assert.ok(growth < times * TOLERANCE, `${name}: ${growth} times the work for ${times} times the text`);
    }
  });

  /** Pieces of definition files, put together at random: mostly wrong, and never a reason to throw. */
  const piece = fc.constantFrom(
    'intent: a\n',
    'flow: a\n',
    'entity: a\n',
    'bot: a\n',
    'dialogs:\n',
    '  a:\n',
    '  A: {}\n',
    '    next: a\n',
    '    next: b/c\n',
    '    goto:\n',
    '      - when: x > 1\n',
    '        next: /\n',
    '      - next: a/\n',
    '    end: true\n',
    '    trigger:\n',
    '      intent: a\n',
    '      intent: [a]\n',
    'expressions:\n',
    '  en: |\n',
    '    hello [x](y:z)\n',
    '    hello\n',
    '  nl: hallo\n',
    'type: list\n',
    'values:\n',
    '  a: [b]\n',
    '---\n',
    'languages: [en, nl]\n',
    'rules:\n',
    '  flows/way-on: off\n',
    '# botlane-ignore flows/way-on: why\n',
    '# botlane-ignore\n',
    '    say:\n',
    '      - text: {en: "{v}"}\n',
    '        buttons: [{next: a}]\n',
    ': \n',
    '"',
    '*x\n',
    '\t',
    '\r\n',
    '    ask:\n',
    '      save: v\n',
    '      entity: y\n',
    '      next: a\n',
    'variables: {v: {type: string}}\n',
    'channels: {live: {facebook: {}}}\n',
    '      - when: v.matches("[") && x\n',
    '      text: {en: your password}\n',
    '    x [x](y:z) zz\n    zz\n',
    'type: [1]\n',
    '{v, plural, one {x\n',
  );
  const file = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const workspace = fc.record({
    bot: fc.oneof(file, fc.constant(BASE.get('bot.yaml') ?? '')),
    intent: file,
    flow: file,
    entity: file,
  });

  it('never throw, neither do their fixes, and say the same again', () => {
    const crashed = (code: string, error: unknown): void => assert.fail(`${code} ${String(error)}`);
    const filesOf = ({
      bot,
      intent,
      flow,
      entity,
    }: Readonly<Record<'bot' | 'intent' | 'flow' | 'entity', string>>) =>
      new Map([
        ['bot.yaml', bot],
        ['x.intent.yaml', intent],
        ['x.flow.yaml', flow],
        ['x.entity.yaml', entity],
      ]);
    fc.assert(
      fc.property(workspace, workspace, (draft, before) => {
        const project = projectOf(filesOf(draft));
        const [live] = projectOf(filesOf(before), LIVE_ROOT).bots;
        const [bot] = project.bots;
        assert.ok(live && bot);
        const state: LiveState = { kind: 'known', version: LIVE_VERSION, bot: live };
        const context = { bot, live: state, project };
        const findings = checkWorkspace(project, () => state, { onCrash: crashed });
        assert.deepEqual(
          checkWorkspace(projectOf(filesOf(draft)), () => state),
          findings,
        );
        for (const finding of findings) {
          const { syntax } = bot.files.get(finding.uri) ?? bot.botFile;
          assert.ok(
            finding.span.start <= finding.span.end && finding.span.end <= syntax.text.length,
            finding.code,
          );
          fixesOf(finding, context, { onCrash: crashed });
        }
        const binding = new Set(rules.filter(({ meta }) => meta.reference).map(({ meta }) => meta.code));
        const gate = new Set(
          gateFindings(context, { onCrash: crashed }).map(({ code, span }) => `${code} ${span.start}`),
        );
        for (const { code, span, severity } of findings) {
          if (binding.has(code) && severity === 'error') assert.ok(gate.has(`${code} ${span.start}`), code);
        }
      }),
      { numRuns: 150 },
    );
  });
});
