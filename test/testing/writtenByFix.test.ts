import assert from 'node:assert/strict';
import { compileBot } from '../../server/src/dialogue/compileBot';
import { rule } from '../../server/src/rules/tests/uncovered';
import type { Finding } from '../../server/src/rules/rule';
import { checkWorkspace, fixesOf } from '../../server/src/rules/run';
import { runTest } from '../../server/src/testing/runTest';
import { rowBot } from '../dialogue/fixture';
import { modelsOf } from '../dialogue/talk';
import { projectOf } from '../support/workspace';

/** Dialogs `row/start` with what the test of the fix expects; undefined where no fix is offered. */
const ROWS: readonly (readonly [what: string, dialog: string, expected: readonly string[] | undefined])[] = [
  ['goes on', 'trigger: { intent: jump }\n    next: general/welcome', ['intent: jump']],
  [
    'goes on by a branch',
    'trigger: { intent: jump }\n    goto: [{ when: member, next: general/error }, { next: general/welcome }]',
    ['intent: jump'],
  ],
  [
    'ends',
    'trigger: { intent: jump }\n    say: [{ text: { en: Hop. } }]\n    end: true',
    ['intent: jump', 'dialog: row/start'],
  ],
  [
    'asks',
    'trigger: { intent: jump }\n    ask: { text: { en: How high? }, entity: people, next: general/welcome }',
    ['intent: jump', 'dialog: row/start'],
  ],
  [
    'asks what was said',
    'trigger: { intent: travel }\n    ask: { text: { en: Where to? }, entity: station, save: destination, next: general/welcome }',
    ['intent: travel'],
  ],
  ['needs a context', 'trigger: { intent: jump, requires: [offer] }\n    next: general/welcome', undefined],
  [
    'calls a web service',
    'trigger: { intent: jump }\n    do: [{ http: { method: GET, url: "https://example.org" } }]\n    end: true',
    undefined,
  ],
];

describe('the conversation test of the fix of tests/uncovered', function () {
  this.timeout(60_000);

  for (const [what, dialog, expected] of ROWS) {
    it(`passes for a dialog that ${what}, or is not offered`, async () => {
      const bot = rowBot(`\n  start:\n    ${dialog}\n`);
      const files = new Map(
        [...bot.files].map(([uri, { syntax }]) => [uri.slice('file:///workspace/'.length), syntax.text]),
      );
      const covered = new Set([
        'general/welcome',
        'general/not_understood',
        'general/error',
        'general/disabled',
      ]);
      files.set('bot.yaml', `${files.get('bot.yaml')}rules:\n  tests/uncovered: information\n`);
      const project = projectOf(files);
      const measured = { nlp: new Map(), coverage: { intents: new Set<string>(), dialogs: covered } };
      const found = checkWorkspace(project, () => ({ kind: 'none' }), { measuredOf: () => measured });
      const isMeant = ({ code, message }: Finding): boolean =>
        code === rule.meta.code && message.includes("'row/start'");
      const finding = found.find(isMeant);
      const [asked] = project.bots;
      assert.ok(finding && asked);
      const fixes = fixesOf(finding, { bot: asked, live: { kind: 'none' }, project });
      const [change] = fixes.flatMap(({ changes }) => changes);
      if (!expected) {
        assert.equal(change, undefined);
        return;
      }
      assert.ok(change?.kind === 'create');
      assert.deepEqual(
        change.text
          .split('expect:\n')[1]
          ?.trimEnd()
          .split(/\n? {6}/)
          .slice(1),
        expected,
      );
      const [after] = projectOf(new Map([...files, ['new.bottest.yaml', change.text]])).bots;
      const [test] = after?.tests ?? [];
      assert.ok(after && test);
      const { failures, reached } = runTest(compileBot(after), await modelsOf(after), test);
      assert.deepEqual(
        failures.map(({ message }) => message),
        [],
      );
      assert.ok(reached.dialogs.has('row/start'), 'it comes through the dialog');
    });
  }
});
