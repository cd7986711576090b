import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEW_BOT_LANGUAGES } from '../../server/src/features/newBot/newBot';
import { botlane, botlaneJson } from '../support/cli';
import { TemporaryFolder } from '../support/folders';

describe('botlane init', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
  });

  afterEach(() => folder.remove());

  for (const language of NEW_BOT_LANGUAGES) {
    it(`begins a bot in ${language} without any finding, formatted`, async () => {
      const { code, stdout, stderr } = await botlane(
        folder.path,
        'init',
        'bots/my-bot',
        '--language',
        language,
      );
      assert.equal(code, 0, stderr);
      assert.match(stdout, /The bot my-bot is there/);
      const checked = await botlaneJson(folder.path, 'check', 'bots/my-bot');
      assert.deepEqual(checked.json.findings, []);
      assert.match(readFileSync(join(folder.path, 'bots/my-bot/bot.yaml'), 'utf8'), /^bot: my-bot\n/);
      const formatted = await botlane(folder.path, 'format', '--check', 'bots/my-bot');
      assert.equal(formatted.code, 0, formatted.stdout);
    });
  }

  for (const language of NEW_BOT_LANGUAGES) {
    it(`begins a bot in ${language} that understands its users, passes its test, and can be published`, async function () {
      this.timeout(60_000);
      folder.initializeGit();
      assert.equal(
        (await botlane(folder.path, 'init', '.', '--name', 'here', '--language', language)).code,
        0,
      );
      const published = await botlane(folder.path, 'publish', '--full', '--train', '--notes', 'First');
      assert.equal(published.code, 0, published.stdout + published.stderr);
      const { stdout } = await botlane(folder.path, 'evaluate', '--format', 'json');
      const { languages } = JSON.parse(stdout) as { languages: readonly [{ readonly score: number }] };
      assert.ok(languages[0].score > 80, `its model score is ${languages[0].score}`);
    });
  }

  it('tells programs what it made', async () => {
    const { stdout } = await botlane(folder.path, 'init', 'my-bot', '--format', 'json');
    const made = JSON.parse(stdout) as { bot: string; folder: string; files: string[] };
    assert.equal(made.bot, 'my-bot');
    assert.ok(made.files.length > 4 && made.files.every((file) => existsSync(join(made.folder, file))));
  });

  it('writes over nothing', async () => {
    folder.write('full/notes.txt', 'mine');
    folder.write('file', 'mine');
    const wrong = [
      { parameters: ['full'], says: /is not empty: it holds notes\.txt/ },
      { parameters: ['file'], says: /is no folder/ },
    ];
    for (const { parameters, says } of wrong) {
      const { code, stderr } = await botlane(folder.path, 'init', ...parameters);
      assert.equal(code, 2);
      assert.match(stderr, says);
    }
    assert.deepEqual(readdirSync(join(folder.path, 'full')), ['notes.txt']);
  });

  it('asks for a name that a bot can have, and proposes one', async () => {
    const wrong = [
      { parameters: ['Mein Zügle!'], says: /--name mein-zugle/ },
      { parameters: ['日本'], says: /Give it one with --name\./ },
      { parameters: ['bot', '--name', 'Bot'], says: /--name bot\b/ },
      { parameters: ['bot', '--language', 'tlh'], says: /en, nl, de, fr, es/ },
      { parameters: [], says: /missing required argument 'folder'/ },
    ];
    for (const { parameters, says } of wrong) {
      const { code, stderr } = await botlane(folder.path, 'init', ...parameters);
      assert.equal(code, 2, parameters.join(' '));
      assert.match(stderr, says);
    }
    assert.deepEqual(readdirSync(folder.path), []);
  });
});
