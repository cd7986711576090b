import assert from 'node:assert/strict';
import { eventFor } from '../../../client/src/chat/joined';
import type { ChatMessageView, ChatTurnView } from '../../../server/src/protocol';

function turn(buttons: ChatMessageView['buttons'], asked?: ChatTurnView['asked']): ChatTurnView {
  return {
    session: null,
    language: 'en',
    languages: ['en'],
    messages: [{ text: 'x', buttons }],
    ...(asked && { asked }),
    trace: [],
    variables: [],
    contexts: [],
    revision: 1,
    stale: false,
  };
}

// Protects the comparison of draft and LIVE side by side: both are told the same, whatever they call it.
describe('what happens in a chat that is joined to another', () => {
  it('is a press of the button that reads the same, else of the one that has its id, else the word itself', () => {
    const press = { type: 'press', button: 'a#0.0' } as const;
    const renamed = turn([
      { id: 'a#0.0', label: 'Sell' },
      { id: 'a#0.1', label: 'Buy' },
    ]);
    assert.deepEqual(eventFor([renamed], press, 'Buy'), { type: 'press', button: 'a#0.1' });
    assert.deepEqual(eventFor([renamed], press, 'Lost'), { type: 'press', button: 'a#0.0' });
    assert.deepEqual(eventFor([turn([])], press, 'Buy'), { type: 'message', text: 'Buy' });
    const page = turn([{ id: 'a#0.0', label: 'Buy', url: 'https://example.com' }]);
    assert.deepEqual(eventFor([page], press, 'Buy'), { type: 'message', text: 'Buy' });
  });

  it('is an answer to its own call of a web service, and nothing when it made none', () => {
    const answer = { type: 'answer', effect: 7, status: 200, body: {} } as const;
    const asked = { effect: 2, call: 'GET x', body: '', suggestion: '{}' };
    assert.deepEqual(eventFor([turn([], asked)], answer, '{}'), { ...answer, effect: 2 });
    assert.equal(eventFor([turn([], asked), turn([])], answer, '{}'), undefined);
    assert.equal(eventFor([], { type: 'failed', effect: 7, reason: 'x' }, undefined), undefined);
  });

  it('is the same for everything else', () => {
    for (const event of [
      { type: 'start' },
      { type: 'message', text: 'hello' },
      { type: 'language', language: 'nl' },
    ] as const) {
      assert.deepEqual(eventFor([], event, undefined), event);
    }
  });
});
