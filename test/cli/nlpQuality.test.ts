import assert from 'node:assert/strict';
import { botlane } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { flowFile, intentFile, smallBot } from '../support/repository';

const STRAY = 'book a train please for me';
const WITH_STRAY = `${intentFile('refund', 'give my money back')}    ${STRAY}\n`;

interface Row {
  readonly text: string;
  readonly source: string;
  readonly kind: string;
  readonly line?: number;
}

describe('The quality of the NLP on the command line', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.initializeGit();
    for (const [path, text] of smallBot()) folder.write(path, text);
  });
  afterEach(() => folder.remove());

  async function json<T>(...words: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await botlane(folder.path, ...words, '--format', 'json');
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  }

  /** Lines from 1 of the intent that the model misunderstands. */
  async function misunderstood(): Promise<readonly number[]> {
    const { stdout } = await botlane(folder.path, 'check', '--format', 'json');
    const { findings } = JSON.parse(stdout) as {
      findings: { code: string; file: string; range: { start: { line: number } } }[];
    };
    return findings
      .filter(({ code, file }) => code === 'nlp/misunderstood' && file.endsWith('refund.intent.yaml'))
      .map(({ range }) => range.start.line + 1);
  }

  it('is what check tells of a bot that was trained, and no longer when the expression is gone', async () => {
    folder.write('intents/refund.intent.yaml', WITH_STRAY);
    assert.deepEqual(await misunderstood(), []);
    assert.equal((await botlane(folder.path, 'train')).code, 0);
    assert.deepEqual(await misunderstood(), [9], 'although the check before is remembered');
    folder.write('intents/refund.intent.yaml', intentFile('refund', 'give my money back'));
    assert.deepEqual(await misunderstood(), []);
  });

  it('is measured whatever the bot was trained for', async () => {
    folder.write('intents/refund.intent.yaml', WITH_STRAY);
    folder.write('all.bottest.yaml', 'test: money\nsteps:\n  - user: give my money back\n');
    assert.deepEqual(await misunderstood(), []);
    await botlane(folder.path, 'test');
    assert.deepEqual(await misunderstood(), [9]);
  });

  it('is compared with the evaluation before and with LIVE', async () => {
    type Evaluated = {
      readonly languages: readonly {
        readonly score: number;
        readonly change: Record<string, number | null>;
      }[];
    };
    const first = await json<Evaluated>('evaluate');
    assert.deepEqual(first.languages[0]?.change, { sinceLast: null, live: null });
    assert.equal((await botlane(folder.path, 'train')).code, 0);
    assert.equal((await botlane(folder.path, 'publish', '--full', '--notes', 'n')).code, 0);
    folder.write('intents/refund.intent.yaml', WITH_STRAY);
    const second = await json<Evaluated>('evaluate');
    const change = (second.languages[0]?.score ?? 0) - (first.languages[0]?.score ?? 0);
    assert.deepEqual(second.languages[0]?.change, { sinceLast: change, live: change });
    const { stdout } = await botlane(folder.path, 'evaluate');
    assert.match(
      stdout,
      /^en: score \d+ of 100\nSince the last evaluation: [+-]?\d+\nAgainst LIVE: [+-]?\d+\n/,
    );
  });

  it('of the draft is compared with LIVE, in the plan of a publish, too', async () => {
    const nothing = await botlane(folder.path, 'compare-nlp');
    assert.equal(nothing.code, 1);
    assert.match(nothing.stderr, /no LIVE of choo-choo to compare with\. Publish it first\./);
    assert.equal((await botlane(folder.path, 'train')).code, 0);
    assert.equal((await botlane(folder.path, 'publish', '--full', '--notes', 'n')).code, 0);
    folder.write('intents/greet.intent.yaml', intentFile('greet', 'hello to all of you'));
    folder.write('flows/greeting.flow.yaml', flowFile('greeting', 'greet'));
    folder.write(
      'said.jsonl',
      '{"text": "hello to all of you my friends", "lang": "en"}\n\n{"text": "xyz", "lang": null}\n',
    );
    const compared = await json<{ live: number; asked: number; rows: readonly Row[] }>(
      'compare-nlp',
      '--messages',
      'said.jsonl',
    );
    assert.deepEqual([compared.live, compared.asked], [1, 17]);
    const greetings = compared.rows.filter(({ text }) => text.startsWith('hello'));
    assert.ok(greetings.length > 0 && greetings.every(({ kind }) => kind === 'now-above'));
    assert.equal(greetings.find(({ source }) => source === 'expression')?.line, 4);
    const all = await json<{ rows: readonly Row[] }>('compare-nlp', '--all');
    assert.equal(all.rows.length, 15);
    const { stdout } = await botlane(folder.path, 'compare-nlp');
    assert.match(
      stdout,
      /^Not understood in LIVE, and now: \d+\n  "hello to all of you please" \(en\): greet 0\.\d\d, LIVE not understood/m,
    );
    const plan = await botlane(folder.path, 'plan', '--full');
    assert.match(
      plan.stdout,
      /What users say that would now be understood differently:\n  "hello to all of you/,
    );
  });

  it('names the line of messages that it cannot read', async () => {
    folder.write('said.jsonl', '{"text": "hello"}\nhello\n');
    const { code, stderr } = await botlane(folder.path, 'compare-nlp', '--messages', 'said.jsonl');
    assert.equal(code, 2);
    assert.match(stderr, /said\.jsonl: line 2 is no JSON object with a text "text" and/);
  });
});
