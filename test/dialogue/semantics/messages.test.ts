import assert from 'node:assert/strict';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import { rowBot } from '../fixture';
import { Talk } from '../talk';
import { QUESTION } from './bots';
import { semantics } from './table';

semantics('Messages', ({ row, talk }) => {
  row('an intent above the threshold', () => {
    assert.deepEqual(talk(QUESTION).say('can I take my bicycle').texts, ['Bikes travel free.']);
  });

  row('no intent above the threshold', () => {
    const conversation = talk(QUESTION).say('qwertz');
    assert.deepEqual(conversation.texts, ['Pardon?']);
    assert.equal(conversation.session.counters.notUnderstood, 1);
  });

  row('an intent that triggers nothing here', () => {
    const conversation = talk(QUESTION).say('will it rain');
    assert.equal(conversation.outcome?.trace.heard?.understood, true);
    assert.deepEqual(conversation.texts, ['Pardon?']);
  });

  row('a message that is too long', () => {
    const conversation = talk(QUESTION)
      .say('I would like to travel')
      .say(`Ghent ${'x'.repeat(200)}`);
    assert.deepEqual(conversation.texts, ['Pardon?']);
    assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.'], 'the question still waits');
  });

  row('a language without a model', () => {
    const bot = compileBot(rowBot(QUESTION));
    const conversation = new Talk({ bot, models: () => undefined }).say('can I take my bicycle');
    assert.deepEqual(conversation.texts, ['Pardon?']);
    assert.match(conversation.problems.join(), /not trained for en/);
  });

  row('a conversation begins', () => {
    assert.deepEqual(talk(QUESTION).happen({ type: 'start' }).texts, ['Welcome.']);
  });
});
