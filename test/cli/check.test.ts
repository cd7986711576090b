import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { botlane, botlaneJson } from '../support/cli';
import { TemporaryFolder } from '../support/folders';

describe('botlane check', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
  });

  afterEach(() => folder.remove());

  it('finds nothing in the example, says so, and exits with 0', async () => {
    folder.copyExample('choo-choo', 'choo-choo');
    const json = await botlaneJson(folder.path, 'check', 'choo-choo');
    assert.deepEqual(json.json, { findings: [] });
    assert.equal(json.code, 0);
    const pretty = await botlane(folder.path, 'check');
    assert.match(pretty.stdout, /^No findings\. Checked: choo-choo\.$/m);
    assert.equal(pretty.code, 0);
  });

  it('says again what it said of the same files, and notices when they are others', async () => {
    folder.copyExample('choo-choo', 'choo-choo');
    const flow = 'flow: extra\ndialogs:\n  hello:\n    trigger:\n      intent: book_trian\n    end: true\n';
    folder.write('choo-choo/flows/extra.flow.yaml', flow);
    const first = await botlane(folder.path, 'check', '--format', 'sarif');
    assert.equal(first.code, 1);
    assert.deepEqual(await botlane(folder.path, 'check', '--format', 'sarif'), first);
    assert.deepEqual(await botlane(folder.path, 'check', '--format', 'sarif', '--no-cache'), first);
    folder.write('choo-choo/flows/extra.flow.yaml', flow.replace('book_trian', 'book_tarin'));
    const second = await botlane(folder.path, 'check', '--format', 'sarif');
    assert.match(second.stdout, /book_tarin/);
    assert.deepEqual(await botlane(folder.path, 'check', '--format', 'sarif', '--no-cache'), second);
  });

  it('exits with 1 on an error and names rule, place and bot for other programs', async () => {
    folder.copyExample('choo-choo', 'bots/choo-choo');
    folder.write(
      'bots/choo-choo/flows/extra.flow.yaml',
      'flow: extra\ndialogs:\n  hello:\n    trigger:\n      intent: book_trian\n    say:\n      - text:\n          en: Hi\n          nl: Hoi\n    end: true\n',
    );
    const { code, json } = await botlaneJson(folder.path, 'check', 'bots/choo-choo');
    assert.equal(code, 1);
    const [finding] = json.findings;
    assert.equal(json.findings.length, 1);
    assert.ok(finding);
    assert.equal(finding.code, 'references/unknown-intent');
    assert.equal(finding.severity, 'error');
    assert.equal(finding.bot, 'choo-choo');
    assert.equal(finding.file, join('bots', 'choo-choo', 'flows', 'extra.flow.yaml'));
    assert.ok(existsSync(join(folder.path, finding.file)), 'the file is relative to the current folder');
    assert.deepEqual(finding.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 24 } });
  });

  it('lists the findings of several bots together and by bot', async () => {
    folder.write('one/bot.yaml', 'bot: one\nlanguages:\n  - en\n');
    folder.write('two/bot.yaml', 'bot: two\nlanguages:\n  - en\n');
    const { json } = await botlaneJson(folder.path, 'check');
    assert.deepEqual(
      json.bots?.map(({ bot }) => bot),
      ['one', 'two'],
    );
    assert.deepEqual(
      json.bots?.flatMap(({ findings }) => findings),
      json.findings,
    );
    assert.ok(json.findings.length > 0);
  });

  it('keeps what a terminal would obey out of its output', async () => {
    folder.copyExample('choo-choo', 'choo-choo');
    folder.write(
      'choo-choo/intents/evil.intent.yaml',
      'intent: "\\e[31mred\\u202E"\nexpressions:\n  en: |\n    hello\n',
    );
    const { stdout, code } = await botlane(folder.path, 'check', 'choo-choo');
    assert.equal(code, 1);
    assert.match(stdout, /\\u001b\[31mred\\u202e/);
    assert.ok(!stdout.includes('\u001b') && !stdout.includes('\u202e'));
  });

  it('exits with 2, and says what to do, when it is used wrongly', async () => {
    folder.write('notes.txt', 'No bot.\n');
    const wrong = [
      { parameters: ['check', 'nowhere'], says: /There is no folder .*nowhere/ },
      { parameters: ['check', 'notes.txt'], says: /notes\.txt is a file\. Name the folder/ },
      { parameters: ['check'], says: /There is no bot in / },
      { parameters: ['check', '--colour'], says: /unknown option '--colour'/ },
      { parameters: ['check', '--format', 'xml'], says: /Allowed choices are pretty, json/ },
      { parameters: ['chekc'], says: /unknown command 'chekc'/ },
      { parameters: ['plan'], says: /--full, --nlp or --flows/ },
      { parameters: ['plan', '--full', '--nlp'], says: /cannot be used with/ },
      { parameters: ['publish', '--full'], says: /--notes/ },
      { parameters: ['publish', '--full', '--notes', '  '], says: /A version needs notes/ },
      { parameters: ['live', 'three', '.'], says: /Name the number of a version/ },
      { parameters: [], says: /Usage: botlane/ },
    ];
    for (const { parameters, says } of wrong) {
      const { code, stderr, stdout } = await botlane(folder.path, ...parameters);
      assert.equal(code, 2, `botlane ${parameters.join(' ')} exits with 2`);
      assert.match(stderr, says);
      assert.equal(stdout, '');
    }
  });

  it('costs nothing but its own findings when a file is hostile', async () => {
    folder.copyExample('choo-choo', 'choo-choo');
    folder.write(
      'choo-choo/intents/huge.intent.yaml',
      `intent: huge\nexpressions:\n  en: |\n${'    text\n'.repeat(400_000)}`,
    );
    folder.write('choo-choo/intents/binary.intent.yaml', '\u0000\u0001\u0002');
    folder.write(
      'choo-choo/entities/bomb.entity.yaml',
      `entity: bomb\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`,
    );
    folder.write('choo-choo/entities/not.entity.yaml', 'entity: [}\n');
    const { code, json } = await botlaneJson(folder.path, 'check', 'choo-choo');
    assert.equal(code, 1);
    const files = [...new Set(json.findings.map(({ file }) => file.split(/[\\/]/).at(-1)))];
    assert.deepEqual(files, [
      'bomb.entity.yaml',
      'not.entity.yaml',
      'binary.intent.yaml',
      'huge.intent.yaml',
    ]);
  });
});
