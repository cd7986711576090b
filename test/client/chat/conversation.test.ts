import assert from 'node:assert/strict';
import { Conversation } from '../../../client/src/chat/conversation';
import type { ChatEvent, ChatOutcome } from '../../../server/src/protocol';

/** Answers each event with a session that holds all events so far, when it is told to. */
class SlowBot {
  readonly asked: { readonly event: ChatEvent; readonly answer: (outcome: ChatOutcome) => void }[] = [];
  #arrived: (() => void) | undefined;

  readonly answer = (session: unknown, event: ChatEvent): Promise<ChatOutcome> =>
    new Promise((resolve) => {
      this.asked.push({ event, answer: resolve });
      this.sessions.push(session);
      this.#arrived?.();
    });

  readonly sessions: unknown[] = [];

  /** Waits until the next event has come, and answers it. */
  async next(outcome?: ChatOutcome): Promise<ChatEvent> {
    if (this.asked.length === 0) await new Promise<void>((resolve) => (this.#arrived = resolve));
    const asked = this.asked.shift();
    assert.ok(asked);
    asked.answer(outcome ?? turnAfter(this.sessions));
    return asked.event;
  }
}

function turnAfter(sessions: readonly unknown[]): ChatOutcome {
  const turn = {
    session: sessions.length,
    language: 'en',
    languages: ['en'],
    messages: [],
    trace: [],
    variables: [],
    contexts: [],
    revision: 1,
    stale: false,
  };
  return { kind: 'turn', turn };
}

// Protects a chat from quick fingers: a turn begins with what the turn before ended with.
describe('a conversation in the editor', () => {
  it('can be waited for, with what is said meanwhile', async () => {
    const bot = new SlowBot();
    const conversation = new Conversation({
      answer: bot.answer,
      onTurn: () => undefined,
      onFailure: () => undefined,
    });
    conversation.happen({ type: 'start' });
    const turns = conversation.settled().then(() => conversation.turns.length);
    conversation.happen({ type: 'message', text: 'one' });
    await bot.next();
    await bot.next();
    assert.equal(await turns, 2);
  });

  it('takes one turn after the other, and keeps those that were answered', async () => {
    const bot = new SlowBot();
    const failures: string[] = [];
    let allTold = (): void => {};
    const told = new Promise<void>((resolve) => (allTold = resolve));
    const conversation: Conversation = new Conversation({
      answer: bot.answer,
      onTurn: () => {
        if (conversation.turns.length === 2) allTold();
      },
      onFailure: (reason) => failures.push(reason),
    });
    assert.equal(conversation.isEmpty, true);
    conversation.happen({ type: 'start' });
    conversation.happen({ type: 'message', text: 'one' }, { who: 'user', text: 'one' });
    conversation.follow({ type: 'failed', effect: 1, reason: 'nobody asked' }, undefined);
    conversation.happen({ type: 'message', text: 'two' });
    assert.equal(conversation.isEmpty, false, 'something is under way');
    assert.equal((await bot.next()).type, 'start');
    assert.deepEqual(await bot.next({ kind: 'refused', reason: 'not trained' }), {
      type: 'message',
      text: 'one',
    });
    assert.deepEqual(await bot.next(), { type: 'message', text: 'two' });
    assert.deepEqual(bot.sessions, [null, 1, 1], 'a refused turn leaves the session as it was');
    await told;
    assert.deepEqual(failures, ['not trained']);
    assert.deepEqual(
      conversation.events.map(({ type }) => type),
      ['start', 'message'],
    );
    assert.equal(conversation.turns.length, 2);
  });
});
