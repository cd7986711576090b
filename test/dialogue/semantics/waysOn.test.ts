import assert from 'node:assert/strict';
import { DONE, jump, QUESTION } from './bots';
import { semantics } from './table';

semantics('Ways on', ({ row, talk }) => {
  const BRANCHES = jump(
    `
goto:
  - { when: passengers > 8, next: many }
  - { when: note == "x", next: noted }
  - { next: done }`,
    `
  many:
    say:
      - text: { en: "Many." }
    end: true
  noted:
    say:
      - text: { en: "Noted." }
    end: true
${DONE.slice(1)}`,
  );

  row('the first branch that holds', () => {
    const variables = [
      ['passengers', 9],
      ['note', 'x'],
    ] as const;
    assert.deepEqual(talk(BRANCHES, { variables }).say('jump around').texts, ['Many.']);
  });

  row('a condition that comes to nothing', () => {
    const conversation = talk(BRANCHES).say('jump around');
    assert.deepEqual(conversation.texts, ['Done.']);
    const problems = conversation.outcome?.trace.entries.flatMap((entry) =>
      entry.type === 'condition' && entry.problem ? [entry.problem] : [],
    );
    assert.deepEqual(problems, ["'note' is not set"]);
  });

  row('no branch holds', () => {
    const none = jump('goto:\n  - { when: member, next: done }', DONE);
    assert.deepEqual(talk(none).say('jump around').texts, ['Something went wrong.']);
  });

  row('`next`', () => {
    const two = jump('say:\n  - text: { en: "One." }\nnext: done', DONE);
    assert.deepEqual(talk(two).say('jump around').texts, ['One.', 'Done.']);
  });

  row('`end`', () => {
    const conversation = talk(QUESTION).say('I want to travel to Ghent');
    assert.deepEqual([conversation.session.pending, conversation.session.said], [null, []]);
  });

  row('a link that leads nowhere', () => {
    const conversation = talk(jump('next: nowhere')).say('jump around');
    assert.deepEqual(conversation.texts, ['Something went wrong.']);
    assert.match(conversation.problems.join(), /row\/nowhere/);
  });

  row('dialogs in a circle', () => {
    const conversation = talk(jump('say:\n  - text: { en: "Round." }\nnext: start')).say('jump around');
    assert.equal(conversation.texts.length, 101);
    assert.equal(conversation.texts.at(-1), 'Something went wrong.');
    assert.match(conversation.problems.join(), /circles/);
  });
});
