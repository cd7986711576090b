import assert from 'node:assert/strict';
import { DONE, jump, QUESTION } from './bots';
import { semantics } from './table';

semantics('Questions', ({ row, talk }) => {
  row('an answer with the entity', () => {
    const conversation = talk(QUESTION).say('I would like to travel');
    assert.deepEqual(conversation.texts, ['Where to?']);
    assert.deepEqual(conversation.say('Gent').texts, ['To Ghent.']);
    assert.equal(conversation.value('destination'), 'Ghent');
    assert.equal(conversation.session.pending, null);
  });

  row('an answer that is an intent, too', () => {
    const conversation = talk(QUESTION).say('I would like to travel').say('can I take my bicycle to Ghent');
    assert.deepEqual(conversation.texts, ['To Ghent.']);
  });

  row('a change of subject', () => {
    const conversation = talk(QUESTION).say('I would like to travel').say('can I take my bicycle');
    assert.deepEqual(conversation.texts, ['Bikes travel free.']);
    assert.equal(conversation.session.pending, null);
  });

  row('an answer without the entity', () => {
    const conversation = talk(QUESTION).say('I would like to travel').say('qwertz');
    assert.deepEqual(conversation.texts, ['A station, please.']);
    assert.equal(conversation.session.dialog, 'row/where');
  });

  row('more wrong answers than `max`', () => {
    const conversation = talk(QUESTION).say('I would like to travel').say('qwertz').say('qwertz');
    assert.deepEqual(conversation.texts, ['A station, please.']);
    assert.deepEqual(conversation.say('qwertz').texts, ['Never mind.']);
  });

  row('`retry` without `max`', () => {
    const patient = QUESTION.replace(/ +max: 2\n +next: gave_up\n/, '');
    const conversation = talk(patient).say('I would like to travel');
    for (let turn = 0; turn < 20; turn++) {
      assert.deepEqual(conversation.say('qwertz').texts, ['A station, please.']);
    }
  });

  row('a question without `retry`', () => {
    const bare = QUESTION.replace(/ +retry:\n.*\n.*\n.*\n/, '');
    const conversation = talk(bare).say('I would like to travel').say('qwertz');
    assert.deepEqual(conversation.texts, ['Pardon?']);
    assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
  });

  row('a question without an entity', () => {
    const free = jump(`ask:\n  text: { en: "What is it?" }\n  save: note\n  next: done`, DONE);
    const conversation = talk(free).say('jump around').say('  can I take my bicycle ');
    assert.deepEqual(conversation.texts, ['Done.']);
    assert.equal(conversation.value('note'), 'can I take my bicycle');
  });

  row('an answer that the variable cannot hold', () => {
    const typed = jump(
      `ask:\n  text: { en: "Which class?" }\n  save: class\n  retry:\n    text: { en: "First or second?" }\n  next: done`,
      DONE,
    );
    const conversation = talk(typed).say('jump around').say('qwertz');
    assert.deepEqual(conversation.texts, ['First or second?']);
    assert.deepEqual(conversation.say('FIRST').texts, ['Done.']);
    assert.equal(conversation.value('class'), 'first');
  });

  row('what a question asks for was said already', () => {
    const conversation = talk(QUESTION).say('I want to travel to Ghent');
    assert.deepEqual(conversation.texts, ['To Ghent.']);
  });

  const ROUND = `
  start:
    trigger: { intent: travel }
    next: from
  from:
    ask: { text: { en: "From where?" }, entity: station, save: origin, next: to }
  to:
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: when }
  when:
    ask: { text: { en: "When?" }, entity: day, save: day, next: summary }
  summary:
    say:
      - text: { en: "{origin}, {destination}, {day}" }
    do:
      - clear: [destination]
    next: to
`;

  row('an entity that may be for several variables', () => {
    const conversation = talk(ROUND).say('travel from Bruges to Ghent');
    assert.deepEqual(conversation.texts, ['When?']);
    assert.deepEqual([conversation.value('origin'), conversation.value('destination')], ['Bruges', 'Ghent']);
  });

  row('what was said for a variable, in a later turn', () => {
    const conversation = talk(ROUND).say('bring me to Bruges tomorrow');
    assert.deepEqual(conversation.texts, ['From where?']);
    assert.deepEqual(conversation.say('Ghent').texts, ['Ghent, Bruges, 2026-12-02', 'Where to?']);
  });

  row('a value that was used is used up', () => {
    const same = `
  start:
    trigger: { intent: travel }
    next: to
  to:
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: back }
  back:
    ask: { text: { en: "And back from?" }, entity: station, save: origin, next: to }
`;
    assert.deepEqual(talk(same).say('I want to travel to Ghent').texts, ['And back from?']);
  });
});
