import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { botlane } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { BASE } from '../support/workspace';

const UNTIDY = '\ufeffintent:   greet  # hi\r\nexpressions:\r\n    en: |\r\n      hello there\r\n\r\n\r\n';
const TIDY = '\ufeffintent: greet  # hi\r\nexpressions:\r\n  en: |\r\n    hello there\r\n';

describe('botlane format', () => {
  let folder: TemporaryFolder;
  const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');

  beforeEach(() => {
    folder = new TemporaryFolder();
    for (const [path, text] of BASE) folder.write(path, text);
    folder.write('greet.intent.yaml', UNTIDY);
    folder.write('broken.intent.yaml', 'intent:   a\nexpressions: [\n');
  });

  afterEach(() => folder.remove());

  it('says what would change, and writes nothing, when it only checks', async () => {
    const { code, stdout, stderr } = await botlane(folder.path, 'format', '--check');
    assert.equal(code, 1);
    assert.match(stdout, /^greet\.intent\.yaml$/m);
    assert.match(stderr, /broken\.intent\.yaml has syntax errors and was left alone/);
    assert.equal(read('greet.intent.yaml'), UNTIDY);
  });

  it('formats once and for all, and keeps line endings, permissions and what does not parse', async () => {
    chmodSync(join(folder.path, 'greet.intent.yaml'), 0o640);
    const { code, stdout } = await botlane(folder.path, 'format', '--format', 'json');
    assert.equal(code, 0);
    const result = JSON.parse(stdout) as { written: boolean; files: string[]; broken: string[] };
    assert.equal(result.written, true);
    assert.ok(result.files.includes('greet.intent.yaml'));
    assert.deepEqual(result.broken, ['broken.intent.yaml']);
    assert.equal(read('greet.intent.yaml'), TIDY);
    assert.equal(read('broken.intent.yaml'), 'intent:   a\nexpressions: [\n');
    if (process.platform !== 'win32') {
      assert.equal(statSync(join(folder.path, 'greet.intent.yaml')).mode & 0o777, 0o640);
    }
    const again = await botlane(folder.path, 'format', '--check');
    assert.equal(again.code, 0);
    assert.match(again.stdout, /^All files are formatted/);
  });

  it('finds the example formatted', async () => {
    folder.copyExample('choo-choo', 'example');
    const { code, stdout } = await botlane(folder.path, 'format', '--check', 'example');
    assert.equal(code, 0, stdout);
  });
});
