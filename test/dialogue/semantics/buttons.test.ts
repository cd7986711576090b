import assert from 'node:assert/strict';
import { DONE, jump } from './bots';
import { semantics } from './table';

semantics('Buttons', ({ row, talk }) => {
  const BUTTONS = jump(
    `
say:
  - text: { en: "Well?" }
    buttons:
      - { label: { en: "Go", nl: "Ga" }, next: done }
      - { label: { en: "Look" }, url: "https://example.org/?note={note}" }`,
    DONE,
  );

  row('a button is pressed', () => {
    const conversation = talk(BUTTONS).say('jump around').press('Go');
    assert.deepEqual(conversation.texts, ['Done.']);
    assert.equal(conversation.session.counters.messages, 1);
  });

  row('something is typed where buttons wait', () => {
    assert.deepEqual(talk(BUTTONS).say('jump around').say('can I take my bicycle').texts, [
      'Bikes travel free.',
    ]);
  });

  row('an older button', () => {
    const conversation = talk(BUTTONS).say('jump around');
    const go = conversation.messages[0]?.buttons[0]?.id ?? '';
    conversation.say('can I take my bicycle').happen({ type: 'press', button: go });
    assert.deepEqual(conversation.texts, ['Done.']);
  });

  row('a button that was never offered', () => {
    const conversation = talk(BUTTONS).happen({ type: 'press', button: 'row/start#0.0' });
    assert.deepEqual(conversation.texts, ['Pardon?']);
  });

  row('a button with an address', () => {
    const conversation = talk(BUTTONS, { variables: [['note', 'a b&c']] }).say('jump around');
    assert.equal(conversation.messages[0]?.buttons[1]?.url, 'https://example.org/?note=a%20b%26c');
    assert.deepEqual(conversation.press('Look').texts, []);
  });

  row('a button while a question waits', () => {
    const asking = jump(
      `
say:
  - text: { en: "Well?" }
    buttons:
      - { label: { en: "Stop" }, next: done }
ask: { text: { en: "Where to?" }, entity: station, save: destination, next: done }`,
      DONE,
    );
    const conversation = talk(asking).say('jump around').press('Stop');
    assert.equal(conversation.session.pending, null);
  });
});
