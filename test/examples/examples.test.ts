import assert from 'node:assert/strict';
import { join } from 'node:path';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { rules, workspaceRules } from '../../server/src/rules/registry.generated';
import { checkWorkspace } from '../../server/src/rules/run';
import { baseNameOf, fileUri } from '../../server/src/text/uri';

const EXAMPLES = join(__dirname, '../../../examples');

function readExample(name: string) {
  const project = snapshotOf(new NodeFileSystem(), [fileUri(join(EXAMPLES, name))]);
  const crashes: unknown[] = [];
  const findings = checkWorkspace(project, () => ({ kind: 'none' }), {
    onCrash: (_code, error) => crashes.push(error),
  });
  assert.deepEqual(crashes, []);
  return { project, findings };
}

describe('the example bot', () => {
  it('has no finding of any severity', () => {
    const { findings } = readExample('choo-choo');
    assert.deepEqual(
      findings.map(({ code, uri, message }) => `${code} ${baseNameOf(uri)}: ${message}`),
      [],
    );
  });

  it('shows what a bot can have', () => {
    const { project } = readExample('choo-choo');
    const bot = project.bots[0];
    assert.ok(bot && project.bots.length === 1);
    const languages = bot.settings?.item.languages.map(({ value }) => value) ?? [];
    assert.deepEqual(languages, ['en', 'nl']);
    assert.ok(bot.intents.length >= 15);
    for (const { item } of bot.intents) {
      for (const language of languages) {
        const count = item.expressions.get(language)?.expressions.length ?? 0;
        assert.ok(count >= 20, `${item.name.value} has ${count} expressions in ${language}`);
      }
    }
    assert.ok(bot.flows.length >= 5);
    const types = new Set(bot.entities.map(({ item }) => item.type?.value));
    assert.deepEqual(types, new Set(['contextual', 'list', 'pattern', 'system']));
    assert.ok(bot.tests.length >= 4);
  });
});

describe('the broken bot', () => {
  /** Mistakes that do not stand in a file that people can read, or need a LIVE, a training or a run of tests. */
  const ELSEWHERE = new Set([
    'nlp/misunderstood',
    'nlp/overlapping-intents',
    'nlp/sentence-not-understood',
    'references/removed-intent',
    'release/drift',
    'release/intent-removed',
    'release/live-unknown',
    'rules/too-many-findings',
    'syntax/encoding',
    'syntax/too-complex',
    'syntax/too-large',
    'syntax/unreadable',
    'tests/uncovered',
  ]);
  const codes = [...rules, ...workspaceRules].map(({ meta }) => meta.code);

  it('has one of every mistake', () => {
    const found = new Set(readExample('broken-bot').findings.map(({ code }) => code));
    assert.ok(codes.length > 20);
    assert.deepEqual(
      codes.filter((code) => !found.has(code) && !ELSEWHERE.has(code)),
      [],
    );
  });

  it('names every mistake in a comment of its file, and none that is not there', () => {
    const { project, findings } = readExample('broken-bot');
    const files = [...project.bots.flatMap((bot) => [...bot.files.values()]), ...project.orphans];
    assert.ok(files.length > 5);
    for (const { uri, syntax } of files) {
      const comments = syntax.text.match(/#.*$/gm)?.join('\n') ?? '';
      const named = codes.filter((code) => comments.replace(/# botlane-ignore.*$/gm, '').includes(code));
      const own = new Set(findings.filter((finding) => finding.uri === uri).map(({ code }) => code));
      // Advice that holds for every small intent is named where it is shown first.
      own.delete('nlp/few-expressions');
      const expected = named.filter((code) => !ELSEWHERE.has(code) && code !== 'nlp/few-expressions');
      assert.deepEqual([...own].sort(), expected.sort(), baseNameOf(uri));
    }
  });
});
