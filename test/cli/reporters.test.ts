import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { botlane, botlaneJson } from '../support/cli';
import { TemporaryFolder } from '../support/folders';

interface SarifRule {
  id: string;
  helpUri: string;
  help: { markdown: string };
}

interface Sarif {
  runs: {
    tool: { driver: { rules: SarifRule[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: {
          artifactLocation: { uri: string; uriBaseId?: string };
          region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
        };
      }[];
      fixes?: {
        artifactChanges: {
          artifactLocation: { uri: string };
          replacements: {
            deletedRegion: { startLine: number; startColumn: number; endLine: number; endColumn: number };
            insertedContent: { text: string };
          }[];
        }[];
      }[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}

/**
 * The schema of OASIS, as Microsoft publishes it for its own SARIF tools. It is written in draft 4, of which it uses nothing
 * that later drafts read otherwise but the name of its address. Its formats are checked where they matter here.
 */
const { $schema: _dialect, id: _address, ...schema } = sarifSchema;
const isSarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': /^(?:%[0-9A-Fa-f]{2}|[\w.~:/?#[\]@!$&'()*+,;=-])*$/,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

const LEVELS = new Map([
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'note'],
]);

/** Names of the elements of an XML text; fails when they do not nest, or when a character is not allowed as it stands. */
function elementsOf(xml: string): string[] {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  assert.doesNotMatch(xml, /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
  const names: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*>/, '');
  const rest = body.replaceAll(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
    (_, closes: string, name: string, attributes: string, empty: string) => {
      assert.doesNotMatch(attributes, /&(?!(?:amp|lt|gt|quot|#10);)/);
      if (closes) assert.equal(open.pop(), name);
      else {
        names.push(name);
        if (!empty) open.push(name);
      }
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot|#10);)/);
  return names;
}

describe('botlane check for other programs', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
  });

  afterEach(() => folder.remove());

  it('writes SARIF that its schema accepts, with the same findings and places', async () => {
    folder.copyExample('broken-bot', 'bróken #1 100%');
    const { json } = await botlaneJson(folder.path, 'check');
    const { stdout, code } = await botlane(folder.path, 'check', '--format', 'sarif');
    assert.equal(code, 1);
    const log = JSON.parse(stdout) as Sarif;
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors, undefined, 2));
    const [run] = log.runs;
    assert.ok(run && json.findings.length > 20);
    const base = pathToFileURL(`${folder.path}/`);
    assert.deepEqual(
      run.results.map((result) => {
        const place = result.locations[0]?.physicalLocation;
        assert.ok(place);
        const { uri, uriBaseId } = place.artifactLocation;
        assert.equal(uriBaseId, '%SRCROOT%');
        const path = fileURLToPath(new URL(uri, base));
        assert.ok(existsSync(path), `${uri} leads to a file`);
        const { startLine, startColumn, endLine, endColumn } = place.region;
        return [
          result.ruleId,
          result.level,
          result.message.text,
          path,
          startLine,
          startColumn,
          endLine,
          endColumn,
        ];
      }),
      json.findings.map(({ code: rule, severity, message, file, range: { start, end } }) => [
        rule,
        LEVELS.get(severity),
        message,
        join(folder.path, file),
        start.line + 1,
        start.character + 1,
        end.line + 1,
        end.character + 1,
      ]),
    );
  });

  it('brings safe fixes along in SARIF that change what they say', async () => {
    folder.copyExample('broken-bot');
    const read = async (): Promise<Sarif['runs'][number]['results']> => {
      const log = JSON.parse((await botlane(folder.path, 'check', '--format', 'sarif')).stdout) as Sarif;
      assert.ok(isSarif(log), JSON.stringify(isSarif.errors, undefined, 2));
      return log.runs[0]?.results ?? [];
    };
    const before = await read();
    const misnamed = before.find(({ ruleId }) => ruleId === 'schema/unknown-key');
    const [change] = misnamed?.fixes?.[0]?.artifactChanges ?? [];
    const [replacement] = change?.replacements ?? [];
    assert.ok(change && replacement);
    const { startLine, startColumn, endColumn } = replacement.deletedRegion;
    const path = join(folder.path, change.artifactLocation.uri);
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines[startLine - 1] ?? '';
    lines[startLine - 1] =
      line.slice(0, startColumn - 1) + replacement.insertedContent.text + line.slice(endColumn - 1);
    folder.write(change.artifactLocation.uri, lines.join('\n'));
    const after = await read();
    const count = (results: typeof before): number =>
      results.filter(({ ruleId }) => ruleId === 'schema/unknown-key').length;
    assert.equal(count(after), count(before) - 1);
    const choices = before.find(({ ruleId }) => ruleId === 'references/unknown-dialog');
    assert.equal(choices?.fixes, undefined, 'what needs a person is no fix of a machine');
  });

  it('brings the page of every rule along in SARIF, and marks that survive moved lines', async () => {
    folder.copyExample('broken-bot');
    const read = async (): Promise<Sarif> =>
      JSON.parse((await botlane(folder.path, 'check', '--format', 'sarif')).stdout) as Sarif;
    const [before] = (await read()).runs;
    assert.ok(before);
    for (const { ruleId, ruleIndex } of before.results) {
      const rule: SarifRule | undefined = before.tool.driver.rules[ruleIndex];
      assert.equal(rule?.id, ruleId);
      assert.ok(existsSync(fileURLToPath(rule?.helpUri ?? '')), 'the address of the page leads to it');
      assert.match(rule?.help.markdown ?? '', /^# .*\n[^]*## Wrong\n[^]*## Right\n/);
    }
    const prints = before.results.map(({ partialFingerprints }) => partialFingerprints['botlane/v1']);
    assert.equal(new Set(prints).size, prints.length, 'each finding has a mark of its own');
    folder.write('stray.intent.yaml', '# moved\n\nintent: stray\nexpressions:\n  en: |\n    hello there\n');
    const [after] = (await read()).runs;
    const stray = (results: Sarif['runs'][number]['results'] = []) =>
      results.find(({ ruleId }) => ruleId === 'workspace/orphan-file');
    assert.deepEqual(stray(after?.results)?.partialFingerprints, stray(before.results)?.partialFingerprints);
  });

  it('writes SARIF without results for a clean bot', async () => {
    folder.copyExample('choo-choo');
    const { stdout, code } = await botlane(folder.path, 'check', '--format', 'sarif');
    const log = JSON.parse(stdout) as Sarif;
    assert.equal(code, 0);
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    assert.deepEqual(log.runs[0]?.results, []);
  });

  it('writes JUnit with a suite per file, in which errors only are failures', async () => {
    folder.copyExample('broken-bot', 'broken "&" <bot>');
    folder.write(
      'broken "&" <bot>/bot/intents/evil.intent.yaml',
      'intent: "\\e[31m<&>\\uD800"\nexpressions:\n  en: |\n    hello\n',
    );
    const { json } = await botlaneJson(folder.path, 'check');
    const { stdout, code } = await botlane(folder.path, 'check', '--format', 'junit');
    assert.equal(code, 1);
    const elements = elementsOf(stdout);
    const count = (name: string): number => elements.filter((element) => element === name).length;
    const errors = json.findings.filter(({ severity }) => severity === 'error').length;
    assert.equal(count('failure'), errors);
    assert.equal(count('system-out'), json.findings.length - errors);
    assert.ok(count('testcase') > json.findings.length, 'files without findings pass');
    assert.match(
      stdout,
      new RegExp(`<testsuites name="botlane check" tests="${count('testcase')}" failures="${errors}"`),
    );
    assert.match(
      stdout,
      /<testsuite name="broken-bot: broken &quot;&amp;&quot; &lt;bot&gt;\/bot\/bot\.yaml"/,
    );
    assert.match(stdout, /\\u001b\[31m&lt;&amp;&gt;/);
  });
});

describe('botlane check --max-warnings and --rule', () => {
  const folder = new TemporaryFolder();
  const codesOf = async (
    ...parameters: string[]
  ): Promise<{ codes: Map<string, string>; code: number | null }> => {
    const { json, code } = await botlaneJson(folder.path, 'check', ...parameters);
    return { codes: new Map(json.findings.map((finding) => [finding.code, finding.severity])), code };
  };

  before(() => {
    folder.copyExample('choo-choo');
    folder.write(
      'flows/extra.flow.yaml',
      'flow: extra\ndialogs:\n  lost:\n    say:\n      - text:\n          en: Hi\n          nl: Hoi\n    end: true\n',
    );
  });

  after(() => folder.remove());

  it('fails on more warnings than allowed, and says so', async () => {
    const { codes, code } = await codesOf();
    assert.deepEqual([...codes], [['flows/unused-flow', 'warning']]);
    assert.equal(code, 0);
    assert.equal((await codesOf('--max-warnings', '1')).code, 0);
    const strict = await botlane(folder.path, 'check', '--max-warnings', '0');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, /Too many warnings: 1, where at most 0 may be\./);
  });

  it('reports the rules that are named only', async () => {
    assert.deepEqual([...(await codesOf('--rule', 'flows/dead-end')).codes], []);
    const both = await codesOf('--rule', 'flows/dead-end', '--rule', 'flows/unused-flow');
    assert.deepEqual([...both.codes.keys()], ['flows/unused-flow']);
  });

  it('takes a severity for this run, and keeps the other rules', async () => {
    const error = await codesOf('--rule', 'flows/unused-flow=error');
    assert.deepEqual([...error.codes], [['flows/unused-flow', 'error']]);
    assert.equal(error.code, 1);
    assert.deepEqual([...(await codesOf('--rule', 'flows/unused-flow=off')).codes], []);
    assert.deepEqual(
      [...(await codesOf('--rule', 'flows/dead-end=error')).codes.keys()],
      ['flows/unused-flow'],
    );
  });

  it('says where the rule speaks that judges a run of tests, which a check does not make', async () => {
    for (const choice of ['tests/uncovered=warning', 'tests/uncovered']) {
      const { stderr } = await botlane(folder.path, 'check', '--rule', choice);
      assert.match(stderr, /'botlane test --coverage' tells what no test comes through/);
    }
    assert.equal((await botlane(folder.path, 'check', '--rule', 'tests/uncovered=off')).stderr, '');
  });

  it('says what was meant when it is used wrongly', async () => {
    const wrong = [
      {
        parameters: ['--rule', 'unknown-intent=error'],
        says: /no rule 'unknown-intent'\. Did you mean 'references\/unknown-intent'\?/,
      },
      {
        parameters: ['--rule', 'references/unknown-intet'],
        says: /Did you mean 'references\/unknown-intent'/,
      },
      {
        parameters: ['--rule', 'flows/dead-end=eror'],
        says: /'eror' is no severity\. Did you mean 'error'\?/,
      },
      { parameters: ['--max-warnings', 'none'], says: /whole number/ },
      { parameters: ['--max-warnings', '-1'], says: /whole number/ },
      { parameters: ['--format', 'checkstyle'], says: /pretty, json, sarif, junit/ },
    ];
    for (const { parameters, says } of wrong) {
      const { code, stdout, stderr } = await botlane(folder.path, 'check', ...parameters);
      assert.equal(code, 2, parameters.join(' '));
      assert.match(stderr, says);
      assert.equal(stdout, '');
    }
  });
});
