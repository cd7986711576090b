import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { MAIN } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { smallBot } from '../support/repository';

const ROOMS = ['rules', 'project', 'syntax', 'nlp', 'testing', 'lsp', 'gateway'] as const;

/** Runs the program and tells which rooms of the server it loaded. */
function roomsOf(cache: string, ...parameters: readonly string[]): readonly string[] {
  const script = `
    process.on('exit', () => {
      require('node:fs').writeSync(1, '\\n' + JSON.stringify(Object.keys(require.cache)));
    });
    require(${JSON.stringify(MAIN)});`;
  const said = execFileSync(process.execPath, ['--eval', script, '--', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  const loaded = JSON.parse(said.slice(said.lastIndexOf('\n'))) as readonly string[];
  return ROOMS.filter((room) => loaded.some((file) => file.split(/[\\/]/).includes(room)));
}

// Protects the start: loading all there is takes longer than most commands run.
describe('what the command line loads', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.copyExample('choo-choo', 'choo-choo');
  });

  afterEach(() => folder.remove());

  it('is next to nothing for its version and its help', () => {
    for (const option of ['--version', '--help']) assert.deepEqual(roomsOf(folder.path, option), [], option);
  });

  it('is what reads and checks files only when they are not as they were', () => {
    const check = ['check', `${folder.path}/choo-choo`];
    const first = roomsOf(folder.path, ...check);
    assert.ok(first.includes('rules') && first.includes('syntax'), first.join());
    assert.deepEqual(roomsOf(folder.path, ...check), []);
  });

  it('is as little for many bots, whose content is remembered, too', () => {
    folder.initializeGit();
    for (let index = 0; index < 30; index++) {
      for (const [path, text] of smallBot(`bot-${index}`)) folder.write(`bots/${index}/${path}`, text);
    }
    const check = ['check', `${folder.path}/bots`];
    assert.ok(roomsOf(folder.path, ...check).includes('rules'));
    assert.ok(readdirSync(`${folder.path}/botlane/content`).length >= 90, 'three of each bot');
    assert.deepEqual(roomsOf(folder.path, ...check), []);
  });
});
