import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { botlane } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { BASE } from '../support/workspace';

/** Two keys that are misspelt, one within the other, so that the second is found in a second round only. */
const MISSPELT = `flow: trip # a comment
dialogues:
  start:
    trigger:
      intnt: greet
    say:
      - text:
          en: Where do you want to go?
    end: true
`;

const MENDED = MISSPELT.replace('dialogues', 'dialogs').replace('intnt', 'intent');

describe('botlane fix', () => {
  let folder: TemporaryFolder;

  const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');
  const files = (): Map<string, string> =>
    new Map(
      readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder.path, path)).isFile() && !path.startsWith('.git'))
        .map((path) => [path, read(path)]),
    );

  beforeEach(() => {
    folder = new TemporaryFolder();
    for (const [path, text] of BASE) folder.write(path, text);
    folder.write(
      'greet.intent.yaml',
      'intent: greet\nexpressions:\n  en: |\n    hello there\n    good morning\n',
    );
  });

  afterEach(() => folder.remove());

  it('applies safe fixes until none is left, says which, and has nothing to do the second time', async () => {
    folder.write('trip.flow.yaml', MISSPELT);
    const before = files();
    const first = await botlane(folder.path, 'fix');
    assert.equal(first.code, 0, first.stderr);
    assert.deepEqual(files(), new Map([...before, ['trip.flow.yaml', MENDED]]));
    assert.match(
      first.stdout,
      /^trip\.flow\.yaml\n.*'dialogs'.*schema\/unknown-key\n.*'intent'.*schema\/unknown-key\n\nFixes: 2, files: 1\.$/m,
    );
    const second = await botlane(folder.path, 'fix');
    assert.equal(second.stdout, 'There is nothing to fix without a decision of yours.\n');
    assert.deepEqual(files(), new Map([...before, ['trip.flow.yaml', MENDED]]));
  });

  it('keeps permissions, line endings and a byte order mark', async () => {
    const windows = `\ufeff${MISSPELT.replaceAll('\n', '\r\n')}`;
    folder.write('trip.flow.yaml', windows);
    chmodSync(join(folder.path, 'trip.flow.yaml'), 0o606);
    assert.equal((await botlane(folder.path, 'fix')).code, 0);
    assert.equal(read('trip.flow.yaml'), `\ufeff${MENDED.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') {
      assert.equal(statSync(join(folder.path, 'trip.flow.yaml')).mode & 0o777, 0o606);
    }
  });

  it('prints a patch that git applies, and writes nothing, when asked what it would do', async () => {
    folder.initializeGit();
    folder.write('ways & flows/trip.flow.yaml', MISSPELT.trimEnd());
    const before = files();
    const { stdout, code } = await botlane(folder.path, 'fix', '--dry-run');
    assert.equal(code, 0);
    assert.deepEqual(files(), before);
    const patch = join(folder.path, '.git', 'fix.patch');
    writeFileSync(patch, stdout);
    folder.git('apply', patch);
    assert.equal(read('ways & flows/trip.flow.yaml'), MENDED.trimEnd());
  });

  it('leaves files with syntax errors, links and decisions alone', async () => {
    folder.write('broken.flow.yaml', `${MISSPELT}  more: [\n`);
    folder.write(
      'choice.flow.yaml',
      MENDED.replace('trip', 'choice').replace('intent: greet', 'intent: gret'),
    );
    folder.write('elsewhere.txt', MISSPELT);
    symlinkSync(join(folder.path, 'elsewhere.txt'), join(folder.path, 'link.flow.yaml'));
    const before = files();
    const { stdout, code } = await botlane(folder.path, 'fix', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), { written: true, files: [] });
    assert.deepEqual(files(), before);
  });

  it('says in JSON what it did', async () => {
    folder.write('trip.flow.yaml', MISSPELT);
    const { stdout } = await botlane(folder.path, 'fix', '--format', 'json');
    const result = JSON.parse(stdout) as {
      written: boolean;
      files: { file: string; fixes: { code: string }[] }[];
    };
    assert.equal(result.written, true);
    assert.deepEqual(
      result.files.map(({ file, fixes }) => [file, fixes.map(({ code }) => code)]),
      [['trip.flow.yaml', ['schema/unknown-key', 'schema/unknown-key']]],
    );
  });

  it('exits with 2 where there is no bot', async () => {
    folder.write('empty/readme.txt', 'nothing');
    assert.equal((await botlane(folder.path, 'fix', 'empty')).code, 2);
    assert.equal((await botlane(folder.path, 'fix', 'nowhere')).code, 2);
  });
});
