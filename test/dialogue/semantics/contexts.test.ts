import assert from 'node:assert/strict';
import { semantics } from './table';

semantics('Contexts', ({ row, talk }) => {
  const TWO = `
  offer:
    trigger: { intent: travel }
    say:
      - text: { en: "Shall I?" }
        buttons:
          - { label: { en: "More" }, next: more }
          - { label: { en: "Leave" }, url: "https://example.org/?to={destination}" }
    contexts: { offer: 2 }
  more:
    say:
      - text: { en: "More." }
    contexts: { detail: 3 }
    end: true
  accepted:
    trigger: { intent: confirm, requires: [offer] }
    say:
      - text: { en: "Accepted." }
    end: true
  detailed:
    trigger: { intent: confirm, requires: [detail] }
    say:
      - text: { en: "Detailed." }
    end: true
`;

  row('a required context that is not active', () => {
    assert.deepEqual(talk(TWO).say('yes please').texts, ['Agreed to nothing.']);
  });

  row('a required context that is active', () => {
    assert.deepEqual(talk(TWO).say('I would like to travel').say('yes please').texts, ['Accepted.']);
  });

  row('the lifespan of a context', () => {
    const conversation = talk(TWO).say('I would like to travel').say('qwertz').say('yes please');
    assert.deepEqual(conversation.texts, ['Accepted.'], 'the second message');
    assert.deepEqual(conversation.say('yes please').texts, ['Agreed to nothing.'], 'the third message');
    assert.deepEqual({ ...conversation.session.contexts }, {});
  });

  row('a button and the lifespan of contexts', () => {
    const conversation = talk(TWO).say('I would like to travel').press('More');
    assert.deepEqual({ ...conversation.session.contexts }, { offer: 2, detail: 3 });
  });

  row('two dialogs whose contexts are active', () => {
    const conversation = talk(TWO).say('I would like to travel').press('More');
    assert.deepEqual(conversation.say('yes please').texts, ['Detailed.'], 'the longer lifespan');
  });

  row('two dialogs whose contexts last equally long', () => {
    const both = `
  offer:
    trigger: { intent: travel }
    say:
      - text: { en: "Shall I?" }
    contexts: { one: 2, two: 2 }
    end: true
  first:
    trigger: { intent: confirm, requires: [one] }
    say:
      - text: { en: "One." }
    end: true
  second:
    trigger: { intent: confirm, requires: [one, two] }
    say:
      - text: { en: "Both." }
    end: true
`;
    assert.deepEqual(talk(both).say('I would like to travel').say('yes please').texts, ['Both.']);
  });

  row('a context that is output again', () => {
    const conversation = talk(TWO).say('I would like to travel').say('qwertz').say('I would like to travel');
    assert.equal(conversation.session.contexts['offer'], 2);
  });
});
