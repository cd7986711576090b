import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { botlaneJson } from '../support/cli';
import { TemporaryFolder } from '../support/folders';

const ROOT = join(__dirname, '../../..');
const MAIN = join(ROOT, 'out/server/src/cli/main.js');

interface History {
  buildHistory(folder: string, program?: string): void;
}

describe('the history of the broken bot', () => {
  let folder: TemporaryFolder;
  let history: History;
  before(async () => {
    history = (await import(pathToFileURL(join(ROOT, 'scripts/broken-bot-history.mjs')).href)) as History;
    folder = new TemporaryFolder();
  });
  after(() => folder.remove());

  it('gives the broken bot a LIVE that still has what it removed', async () => {
    const copy = join(folder.path, 'copy');
    history.buildHistory(copy, MAIN);
    const { json } = await botlaneJson(copy, 'check');
    const { findings } = json;
    const messages = (code: string) =>
      findings.filter((finding) => finding.code === code).map(({ message }) => message);
    assert.match(messages('references/removed-intent').join('\n'), /'cancel_ticket'.*version 1/);
    assert.match(messages('release/intent-removed').join('\n'), /cancel_ticket/);
    assert.ok(!messages('references/unknown-intent').join('\n').includes('cancel_ticket'));
  });

  it('refuses a folder that is in use or in the clone, and leaves it alone', () => {
    folder.write('used/notes.txt', 'mine');
    assert.throws(() => history.buildHistory(join(folder.path, 'used'), MAIN), /is not empty/);
    assert.deepEqual(readdirSync(join(folder.path, 'used')), ['notes.txt']);
    assert.throws(() => history.buildHistory(join(ROOT, 'out/history'), MAIN), /inside the clone/);
  });

  it('leaves nothing behind when a step fails', () => {
    folder.write('broken.js', 'process.exit(1)');
    assert.throws(
      () => history.buildHistory(join(folder.path, 'new'), join(folder.path, 'broken.js')),
      /failed/,
    );
    assert.ok(!readdirSync(folder.path).includes('new'));
  });
});
