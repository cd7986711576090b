import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry.generated';
import type { LiveState } from '../../server/src/rules/rule';
import { checkWorkspace, fixesOf, gateFindings } from '../../server/src/rules/run';
import { BASE, LIVE_ROOT, LIVE_VERSION, projectOf } from '../support/workspace';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Each would take minutes, or the stack, if a rule compared everything with everything. */
const LARGE: ReadonlyMap<string, readonly [string, string]> = new Map([
  [
    'a chain of lost dialogs',
    ['x.flow.yaml', `flow: x\ndialogs:\n${many(10_000, (n) => `  d${n}:\n    next: d${n + 1}\n`)}`],
  ],
  [
    'rings of lost dialogs',
    [
      'x.flow.yaml',
      `flow: x\ndialogs:\n${many(5_000, (n) => `  a${n}:\n    next: b${n}\n  b${n}:\n    next: a${n}\n`)}`,
    ],
  ],
  [
    'comments on every line',
    [
      'x.flow.yaml',
      `flow: x\ndialogs:\n${many(5_000, (n) => `  d${n}: # botlane-ignore flows/way-on: x\n    next: x${n} # botlane-ignore references/unknown-dialog: x\n`)}`,
    ],
  ],
  [
    'a run of comments that silence nothing',
    ['x.flow.yaml', `flow: x\n${many(90_000, () => '# botlane-ignore flows/way-on: x\n')}dialogs: {}\n`],
  ],
  [
    'documents with a mistake each',
    ['x.intent.yaml', many(10_000, (n) => `intent: i${n}\nexpresions: 1\n---\n`)],
  ],
  ['definitions of nothing', ['x.intent.yaml', many(45_000, (n) => `intent: i${n}\n---\n`)]],
  [
    'one unknown name over and over',
    ['x.intent.yaml', `intent: i\nexpressions:\n  en: |\n${many(60_000, () => '    [a](nope)\n')}`],
  ],
  [
    'values that are annotated and stand plain',
    [
      'x.intent.yaml',
      `intent: i\nexpressions:\n  en: |\n${many(20_000, (n) => `    [value ${n}](e) value ${n + 1} and value ${n - 1} or value ${n}\n`)}`,
    ],
  ],
  [
    'words of two letters',
    ['x.intent.yaml', `intent: i\nexpressions:\n  en: |\n${many(40_000, () => '    zz\n')}`],
  ],
  [
    'patterns that no engine takes',
    [
      'x.flow.yaml',
      `flow: x\ndialogs:\n  a:\n    goto:\n${many(2_000, (n) => `      - when: v${n}.matches('${'('.repeat(20)}${'a*'.repeat(40)}[')\n        next: a\n`)}`,
    ],
  ],
  [
    'questions made to slow down whoever looks for words',
    [
      'x.flow.yaml',
      `flow: x\ndialogs:\n${many(2_000, (n) => `  d${n}:\n    ask:\n      text:\n        en: ${'numero de la carte d id '.repeat(40)}\n      next: d${n}\n`)}`,
    ],
  ],
  [
    'one expression over and over',
    ['x.intent.yaml', `intent: i\nexpressions:\n  en: |\n${many(30_000, () => '    the same words\n')}`],
  ],
]);

describe('rules on input that means harm', () => {
  for (const [name, [path, text]] of LARGE) {
    it(`answer: ${name}`, () => {
      const crashed = (code: string, error: unknown): void => assert.fail(`${code} ${String(error)}`);
      const project = projectOf(new Map([...BASE, [path, text]]), undefined, { maxBytes: 50_000_000 });
      const findings = checkWorkspace(project, () => ({ kind: 'none' }), { onCrash: crashed });
      assert.ok(findings.length > 0 && findings.length <= 202);
    });
  }

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
