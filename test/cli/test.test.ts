import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { botlane, botlaneJson, MAIN } from '../support/cli';
import { BotRepository } from '../support/repository';

const PASSES = `test: booking is answered
steps:
  - user: book a train please
    expect: { intent: book_train, dialog: booking/start }
  - bot: This is booking.
`;
const FAILS = `test: "refunds & <more>"
steps:
  - user: give my money back now
    expect:
      dialog: booking/start
  - bot: You get it.
`;

describe('botlane test', function () {
  this.timeout(120_000);
  let bot: BotRepository;

  beforeEach(() => (bot = new BotRepository()));
  afterEach(() => bot.remove());

  it('trains what is not trained, runs every test and exits with 0 when all pass', async () => {
    bot.write('tests/one.bottest.yaml', PASSES);
    const { code, stdout } = await botlane(bot.folder, 'test');
    assert.equal(stdout, 'choo-choo\n  ✓ booking is answered\n\nPassed: 1.\n');
    assert.equal(code, 0);
  });

  it('tells what went wrong at which line, with the conversation, and exits with 1', async () => {
    bot.write('tests/all.bottest.yaml', `${PASSES}---\n${FAILS}`);
    const { code, stdout } = await botlane(bot.folder, 'test');
    assert.equal(
      stdout,
      `choo-choo
  ✓ booking is answered
  ✗ refunds & <more>
      tests/all.bottest.yaml:11:15  The conversation stands in another dialog.
        expected  booking/start
        actual    refunds/start
      tests/all.bottest.yaml:12:10  The bot says something else.
        expected  You get it.
        actual    This is refunds.
        › give my money back now
        ‹ This is refunds.

Failed: 1. Passed: 1.
`,
    );
    assert.equal(code, 1);
  });

  it('writes the same for programs, with coverage when it is asked for', async () => {
    bot.write('tests/all.bottest.yaml', `${PASSES}---\n${FAILS}`);
    const { code, json } = await botlaneJson(bot.folder, 'test', '--coverage');
    assert.equal(code, 1);
    assert.deepEqual([json.passed, json.failed], [1, 1]);
    const [only] = json.bots;
    assert.ok(only?.coverage);
    assert.deepEqual(
      only.tests.map(({ name, file, line, passed }) => [name, file, line, passed]),
      [
        ['booking is answered', 'tests/all.bottest.yaml', 1, true],
        ['refunds & <more>', 'tests/all.bottest.yaml', 7, false],
      ],
    );
    assert.deepEqual(only.tests[1]?.failures[1], {
      line: 12,
      column: 10,
      message: 'The bot says something else.',
      expected: 'You get it.',
      actual: 'This is refunds.',
    });
    assert.deepEqual(only.coverage.intents, { reached: 2, all: 2 });
    assert.deepEqual(only.coverage.dialogs, { reached: 2, all: 6 });
    assert.deepEqual(
      only.coverage.unreached.dialogs.map(({ name }) => name),
      ['general/welcome', 'general/not_understood', 'general/error', 'general/disabled'],
    );
  });

  it('writes JUnit for CI servers', async () => {
    bot.write('tests/all.bottest.yaml', `${PASSES}---\n${FAILS}`);
    const { code, stdout } = await botlane(bot.folder, 'test', '--format', 'junit');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="botlane test" tests="2" failures="1" /,
    );
    assert.match(stdout, /<testsuite name="choo-choo: tests\/all\.bottest\.yaml" tests="2" failures="1" /);
    assert.match(stdout, /<testcase name="booking is answered" .* line="1" time="\d+\.\d{3}"\/>/);
    assert.match(stdout, /<testcase name="refunds &amp; &lt;more&gt;" .* line="7"/);
    assert.match(
      stdout,
      /:12:10: The bot says something else\.&#10;- You get it\.&#10;\+ This is refunds\.<\/failure>/,
    );
  });

  it('says so when there is nothing to run, and what cannot be trained', async () => {
    const nothing = await botlane(bot.folder, 'test');
    assert.equal(nothing.stdout, 'choo-choo\n  There are no conversation tests.\n\nPassed: 0.\n');
    assert.equal(nothing.code, 0);
    bot.write('tests/one.bottest.yaml', PASSES);
    bot.write('intents/refund.intent.yaml', 'intent: refund\nexpressions:\n  en: |\n    money\n');
    const untrainable = await botlane(bot.folder, 'test');
    assert.equal(untrainable.code, 1);
    assert.match(untrainable.stderr, /cannot be trained/);
  });

  it('runs again when a file changes, until it is interrupted', async () => {
    bot.write('tests/one.bottest.yaml', FAILS);
    const child = spawn(process.execPath, ['--no-warnings', MAIN, 'test', '--watch'], {
      cwd: bot.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        child.emit('read');
      });
    }
    /** Everything printed up to the next time that it waits. */
    const untilItWaits = async (): Promise<string> => {
      while (!printed.includes('Waiting')) await once(child, 'read');
      const before = printed;
      printed = '';
      return before;
    };
    try {
      assert.match(await untilItWaits(), /Failed: 1\./);
      bot.write('tests/one.bottest.yaml', PASSES);
      assert.match(await untilItWaits(), /Passed: 1\./);
      const closed = once(child, 'close');
      child.kill('SIGINT');
      assert.deepEqual(await closed, [0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
