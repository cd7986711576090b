import assert from 'node:assert/strict';
import { newBot, newFlow, newIntent, type NewFiles } from '../../server/src/features/newDefinitions';
import type { Refusal } from '../../server/src/features/rename';
import { checkWorkspace } from '../../server/src/rules/run';
import { projectOf, ROOT } from '../support/workspace';
import { relativePath } from '../../server/src/text/uri';
import { cursorIn, pathIn } from './workbench';

const EMPTY = projectOf(new Map());

function made(result: NewFiles | Refusal): NewFiles {
  assert.ok(!('refused' in result), 'refused' in result ? result.refused : '');
  return result;
}

describe('a new bot', () => {
  it('checks clean, in a folder of its name', () => {
    const { files, open } = made(newBot(EMPTY, ROOT, 'my-bot', 'nl'));
    assert.equal(open, `${ROOT}/my-bot/bot.yaml`);
    const project = projectOf(new Map(files.map(({ uri, text }) => [relativePath(ROOT, uri) ?? '', text])));
    assert.deepEqual(
      project.bots.map(({ id, intents, dialogs }) => [id, intents.length, dialogs.length]),
      [['my-bot', 2, 5]],
    );
    assert.deepEqual(
      checkWorkspace(project, () => ({ kind: 'none' })).map(({ code, message }) => `${code}: ${message}`),
      [],
    );
  });

  it('begins in English where its language has no template', () => {
    const texts = made(newBot(EMPTY, ROOT, 'my-bot', 'tlh')).files.map(({ text }) => text);
    assert.ok(texts.some((text) => text.includes('languages: [en]')));
  });

  it('bears a name that a branch can bear, and that no other bot has', () => {
    for (const name of ['', 'My-Bot', '-a', 'a b', 'a'.repeat(64)]) {
      assert.ok('refused' in newBot(EMPTY, ROOT, name, 'en'), name);
    }
    const close = newBot(EMPTY, ROOT, 'My Bot', 'en');
    assert.ok('refused' in close && /How about 'my-bot'/.test(close.refused));
    const project = projectOf(new Map([['bot.yaml', 'bot: mine\n']]));
    const again = newBot(project, ROOT, 'mine', 'en');
    assert.ok('refused' in again && /already/.test(again.refused));
  });
});

describe('new intents and flows', () => {
  const { bot } = cursorIn('bot.yaml', 'bo|t: trains');

  it('stand beside the others, in every language of the bot', () => {
    const { files, open, line } = made(newIntent(bot, 'cancel'));
    assert.deepEqual(
      files.map(({ uri, text }) => [pathIn(uri), text]),
      [['intents/cancel.intent.yaml', 'intent: cancel\nexpressions:\n  en: |\n  nl: |\n']],
    );
    assert.equal(open, files[0]?.uri);
    assert.equal(files[0]?.text.split('\n')[line], '  en: |');
    const [flow] = made(newFlow(bot, 'tour')).files;
    assert.equal(pathIn(flow?.uri ?? ''), 'flows/tour.flow.yaml');
    assert.match(flow?.text ?? '', /^flow: tour\ndialogs:\n {2}start:\n/);
  });

  it('are refused under a name that is taken or not valid', () => {
    for (const result of [
      newIntent(bot, 'Book_Train'),
      newIntent(bot, 'two words'),
      newFlow(bot, 'booking'),
      newFlow(bot, '1st'),
    ])
      assert.ok('refused' in result);
  });
});
