import assert from 'node:assert/strict';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import { rowBot } from '../fixture';
import { HTTP, jump, QUESTION } from './bots';
import { semantics } from './table';

semantics('The bot and its versions', ({ row, talk, talkTo }) => {
  row('a bot that is switched off', () => {
    const bot = compileBot(rowBot(QUESTION));
    const conversation = talkTo(bot).say('I would like to travel');
    conversation.switchTo({ ...bot, active: false });
    assert.deepEqual(conversation.say('Ghent').texts, ['We are closed.'], 'and nothing behind it');
    conversation.switchTo(bot);
    assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
  });

  row('a dialog that is gone in a new version', () => {
    const conversation = talk(QUESTION).say('I would like to travel');
    conversation.switchTo(compileBot(rowBot(jump('end: true'))));
    assert.deepEqual(conversation.say('Ghent').texts, ['Welcome.']);
    const waiting = talk(HTTP('')).say('jump around');
    waiting.switchTo(compileBot(rowBot(QUESTION)));
    assert.deepEqual(waiting.answer({ sum: 1 }).texts, ['Welcome.']);
  });

  row('a language that is gone in a new version', () => {
    const conversation = talk(QUESTION, { language: 'nl' }).say('ik zou willen reizen');
    assert.deepEqual(conversation.texts, ['Waarheen?']);
    conversation.switchTo({ ...compileBot(rowBot(QUESTION)), languages: ['en'] });
    assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
    assert.equal(conversation.session.language, 'en');
  });

  row('the user changes the language', () => {
    const conversation = talk(QUESTION).say('I would like to travel');
    conversation.happen({ type: 'language', language: 'nl' });
    assert.deepEqual(conversation.texts, []);
    assert.deepEqual(conversation.say('Gent').texts, ['Naar Ghent.'], 'the question still waits');
    assert.equal(conversation.happen({ type: 'language', language: 'fr' }).session.language, 'nl');
  });
});
