import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { botlane } from '../support/cli';
import { TemporaryFolder } from '../support/folders';

const CORPUS = ['hello', 'hi', 'good day', 'a ticket', 'my ticket', 'one ticket']
  .flatMap((text, index) => {
    const intent = index < 3 ? 'greet' : 'book';
    return [
      { text, intent, split: 'train', lang: 'en' },
      { text: `${text} please`, intent, split: 'test', lang: 'en' },
    ];
  })
  .map((line) => JSON.stringify(line))
  .join('\n');

describe('botlane evaluate', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('prints what other programs read about a corpus, gzipped or not, and the same model for both', async () => {
    folder.write('corpus.jsonl', CORPUS);
    writeFileSync(join(folder.path, 'corpus.jsonl.gz'), gzipSync(CORPUS));
    const reports = [];
    for (const file of ['corpus.jsonl', 'corpus.jsonl.gz']) {
      const { code, stdout } = await botlane(folder.path, 'evaluate', '--data', file, '--format', 'json');
      assert.equal(code, 0);
      reports.push(JSON.parse(stdout) as Record<string, unknown>);
    }
    assert.deepEqual(Object.keys(reports[0] ?? {}), [
      'train',
      'test',
      'intents',
      'accuracy',
      'macroF1',
      'atThreshold',
      'calibrationError',
      'outOfScope',
      'entityF1',
      'trainCpuSeconds',
      'modelBytes',
      'modelHash',
      'predictMillis',
    ]);
    assert.equal(reports[0]?.['modelHash'], reports[1]?.['modelHash']);
  });

  it('names the line of a corpus that it cannot read', async () => {
    folder.write('corpus.jsonl', `${CORPUS}\nnot json`);
    const { code, stderr } = await botlane(folder.path, 'evaluate', '--data', 'corpus.jsonl');
    assert.equal(code, 2);
    assert.match(stderr, /corpus\.jsonl: Line 13: /);
  });

  it('cross-validates each language of a bot', async () => {
    folder.copyExample('choo-choo');
    const { code, stdout } = await botlane(folder.path, 'evaluate', '--folds', '2', '--format', 'json');
    assert.equal(code, 0);
    const { languages } = JSON.parse(stdout) as {
      languages: { language: string; answers: number; wrong: unknown[] }[];
    };
    assert.deepEqual(
      languages.map(({ language }) => language),
      ['en', 'nl'],
    );
    for (const { answers, wrong } of languages) assert.ok(wrong.length < answers);
  });

  it('refuses a number of folds that parts nothing', async () => {
    const { code, stderr } = await botlane(folder.path, 'evaluate', '--folds', '1');
    assert.equal(code, 2);
    assert.match(stderr, /2 to 20/);
  });
});
