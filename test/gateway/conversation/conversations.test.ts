import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type {
  Answer,
  ConversationProblemReason,
  Conversations,
  Reply,
} from '../../../server/src/gateway/conversation/contract';
import { createConversations } from '../../../server/src/gateway/conversation/host';
import { Sealer } from '../../../server/src/gateway/conversation/sealer';
import { callPerformer } from '../../../server/src/gateway/effects/perform';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { begin, BOT, CODE, history, say, sent, valueOf, stageOf } from './stage';

onEachDatabase('Gateway: conversations', (database: TestDatabase) => {
  const stage = stageOf(database);

  it('greet, answer, call a service, take presses, and can be read again', async () => {
    const conversations = await stage.host();
    const started = valueOf(await conversations.start({ ...BOT, channel: 'web', user: 'Ada' }));
    assert.deepEqual(
      started.messages.map(({ text }) => text),
      ['This is welcome.'],
    );
    assert.deepEqual([started.version, started.language, started.handover], [1, 'en', false]);
    const { conversation } = started;
    const answered = valueOf(await sent(conversations, conversation, 'book a train please'));
    assert.deepEqual(
      answered.messages.map(({ text }) => text),
      ['One moment.', 'That makes 12.'],
    );
    const button = answered.messages[1]?.buttons[0];
    assert.deepEqual(await say(conversations, conversation, { press: button?.id ?? '' }), [
      'This is welcome.',
    ]);
    assert.deepEqual(await history(conversations, conversation), [
      'bot: This is welcome.',
      'user: book a train please',
      'bot: One moment.',
      'bot: That makes 12.',
      'user: Start again',
      'bot: This is welcome.',
    ]);
    const later = valueOf(
      await conversations.history({ ...BOT, conversation, after: answered.messages[1]?.id }),
    );
    assert.equal(later.messages.length, 2);
    assert.deepEqual(
      stage.reports.map(({ outcome, calls }) => `${outcome} ${calls}`),
      ['answered 0', 'answered 1', 'answered 0'],
    );
  });

  it('answer a repeated request as before, however often and at whichever gateway, and do nothing twice', async () => {
    const gateways = [await stage.host(), await stage.host()];
    const [first] = gateways;
    assert.ok(first);
    const startKey = randomBytes(8).toString('hex');
    const starts = await Promise.all(
      [...gateways, ...gateways].map((one) =>
        one.start({ ...BOT, channel: 'web', idempotencyKey: startKey }).then(valueOf),
      ),
    );
    assert.equal(new Set(starts.map((reply) => JSON.stringify(reply))).size, 1);
    const conversation = starts[0]?.conversation ?? '';
    const answers = await Promise.all(
      [...gateways, ...gateways, ...gateways].map((one) =>
        sent(one, conversation, 'book a train please', 'once').then(valueOf),
      ),
    );
    assert.equal(new Set(answers.map((reply) => JSON.stringify(reply))).size, 1);
    assert.equal(stage.service.count, 1, 'the service was called once');
    assert.equal((await history(first, conversation)).length, 4);
    assert.equal(reasonOf(await sent(first, conversation, 'something else', 'once')), 'key-reused');
    assert.equal(reasonOf(await sent(first, conversation, { press: 'x' }, 'once')), 'key-reused');
    assert.equal((await history(first, conversation)).length, 4);
  });

  it('answer a start that is repeated while the welcome calls a service', async () => {
    const conversations = createConversations({
      bots: {
        inForce: (bot, environment, now) => {
          const found = stage.served.bots.inForce(bot, environment, now);
          if (!found) return undefined;
          const { defaults, ...runnable } = found.runnable;
          return { ...found, runnable: { ...runnable, defaults: { ...defaults, welcome: 'booking/start' } } };
        },
      },
      store: stage.store.conversations,
      sealer: stage.sealer,
      perform: callPerformer(stage.service.settings()),
      callLimit: 30_000,
    });
    const start = (): Promise<Answer<Reply>> =>
      conversations.start({ ...BOT, channel: 'web', idempotencyKey: 'while-the-welcome-calls' });
    stage.service.holds = true;
    const first = start();
    await stage.service.reached(1);
    const second = start();
    stage.service.release();
    assert.deepEqual(valueOf(await second), valueOf(await first));
    assert.equal(stage.service.count, 1);
  });

  it('go in order at several gateways at once: no message is lost, doubled or answered to another', async () => {
    const gateways = [await stage.host(), await stage.host(), await stage.host()];
    const [first] = gateways;
    assert.ok(first);
    const conversation = await begin(first);
    const texts = Array.from({ length: 24 }, (_, index) => `nonsense ${index}`);
    const replies = await Promise.all(
      texts.map((text, index) => sent(gateways[index % 3] ?? first, conversation, text, text).then(valueOf)),
    );
    const kept = valueOf(await first.history({ ...BOT, conversation })).messages;
    assert.equal(kept.length, 1 + 2 * texts.length);
    for (const [index, reply] of replies.entries()) {
      assert.deepEqual(
        reply.messages.map(({ text }) => text),
        ['This is not_understood.'],
      );
      const before = kept.find(({ id }) => id === (reply.messages[0]?.id ?? 0) - 1);
      assert.equal(before?.text, texts[index], 'the answer stands directly behind its message');
    }
  });

  it('hold no connection while a service is called: others are answered, and the same one waits its turn', async () => {
    const conversations = await stage.host();
    stage.service.holds = true;
    const slow = await Promise.all(Array.from({ length: 40 }, () => begin(conversations)));
    const waiting = slow.map((conversation) => say(conversations, conversation, 'book a train please'));
    await stage.service.reached(slow.length);
    const other = await begin(conversations);
    assert.deepEqual(await say(conversations, other, 'nonsense'), ['This is not_understood.']);
    const second = say(conversations, slow[0] ?? '', 'nonsense');
    stage.service.release();
    for (const answer of waiting) assert.deepEqual(await answer, ['One moment.', 'That makes 12.']);
    assert.deepEqual(await second, ['This is not_understood.']);
    assert.deepEqual((await history(conversations, slow[0] ?? '')).slice(1), [
      'user: book a train please',
      'bot: One moment.',
      'bot: That makes 12.',
      'user: nonsense',
      'bot: This is not_understood.',
    ]);
  });

  it('go on when the gateway that called a service is gone; the service is not asked a second time', async function goOn() {
    this.timeout(60_000);
    const [gone, next] = [await stage.host({ callLimit: 300 }), await stage.host()];
    const [one, two] = [await begin(gone), await begin(gone)];
    stage.service.holds = true;
    // Never told that its time is over: as good as killed.
    const dead = createConversations({
      bots: stage.served.bots,
      store: stage.store.conversations,
      sealer: stage.sealer,
      perform: () => new Promise(() => undefined),
      callLimit: 300,
    });
    void sent(dead, one, 'book a train please', 'lost');
    void sent(dead, two, 'book a train please', 'lost');
    for (const conversation of [one, two]) {
      while (!(await stage.store.conversations.read({ ...BOT, id: conversation }))?.open);
    }
    const [again, other] = await Promise.all([
      say(next, one, 'book a train please', 'lost'),
      say(next, two, 'nonsense', 'new'),
    ]);
    assert.deepEqual(again, ['One moment.', 'The service did not answer.']);
    assert.deepEqual(other, ['This is not_understood.']);
    assert.equal(stage.service.count, 0);
    assert.deepEqual(await say(next, one, 'book a train please', 'lost'), again, 'and so it stays');
    assert.deepEqual(await say(next, two, 'book a train please', 'lost'), ['One moment.']);
  });

  it('tell the bot that a service did not answer in time', async () => {
    const conversations = await stage.host({ callLimit: 200 });
    const conversation = await begin(conversations);
    stage.service.holds = true;
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), [
      'One moment.',
      'The service did not answer.',
    ]);
  });

  it('keep nothing of a sensitive variable in clear, and still know it', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    await say(conversations, conversation, 'give my money back please');
    const told = valueOf(await sent(conversations, conversation, CODE, 'code'));
    assert.equal(told.messages[0]?.text, `So it is ${CODE}.`, 'its user reads it');
    assert.equal(told.messages[0]?.buttons[0]?.label, `Use ${CODE}`);
    assert.deepEqual(await say(conversations, conversation, 'what was my secret please'), [
      `I keep ${CODE}.`,
    ]);
    await say(conversations, conversation, { press: told.messages[0]?.buttons[0]?.id ?? '' });
    const kept = JSON.stringify(await stage.store.conversations.export({ ...BOT, id: conversation }));
    assert.ok(!kept.includes(CODE) && !kept.includes('7291'), kept);
    assert.ok(kept.includes('So it is •••.'));
    assert.ok(
      !JSON.stringify(
        await stage.store.inbox.list({ bot: 'choo-choo', order: 'newest', limit: 100 }),
      ).includes('•••'),
    );
    assert.ok(!JSON.stringify(stage.reports).includes('7291'));
    assert.deepEqual(
      await say(conversations, conversation, CODE, 'code'),
      ['So it is •••.'],
      'a repeated request',
    );
  });

  it('take a sensitive variable for unset where the key is another one', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    await say(conversations, conversation, 'give my money back please');
    await say(conversations, conversation, CODE);
    const stranger = await stage.host({ sealer: new Sealer(randomBytes(32)) });
    assert.deepEqual(await say(stranger, conversation, 'what was my secret please'), ['I keep .']);
  });

  it('refuse what they cannot take, each for its reason', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    const rows: readonly (readonly [string, Promise<Answer<unknown>>, ConversationProblemReason])[] = [
      ['no such bot', conversations.start({ bot: 'other', environment: 'live', channel: 'web' }), 'unknown'],
      [
        'no drafts here',
        conversations.start({ bot: 'choo-choo', environment: 'draft', channel: 'web' }),
        'unknown',
      ],
      ['no such conversation', sent(conversations, 'nothing', 'hello'), 'unknown'],
      ['no such conversation to read', conversations.history({ ...BOT, conversation: 'nothing' }), 'unknown'],
      ['too long', sent(conversations, conversation, 'x'.repeat(10_001)), 'too-long'],
      ['a key too long', sent(conversations, conversation, 'hello', 'k'.repeat(201)), 'too-long'],
      ['nothing', sent(conversations, conversation, ' '), 'malformed'],
      ['U+0000', sent(conversations, conversation, 'a\0b'), 'malformed'],
      ['half a pair', sent(conversations, conversation, 'a\ud800b'), 'malformed'],
      ['half a pair in a key', sent(conversations, conversation, 'hello', '\udc00'), 'malformed'],
      [
        'an empty user',
        conversations.talk({ ...BOT, channel: 'rest', user: '', input: { text: 'a' } }),
        'malformed',
      ],
    ];
    for (const [what, answer, reason] of rows) assert.equal(reasonOf(await answer), reason, what);
    assert.deepEqual(await history(conversations, conversation), ['bot: This is welcome.']);
  });

  it('begin with a message where a channel knows only its users, once per user', async () => {
    const gateways = [await stage.host(), await stage.host()];
    const request = { ...BOT, channel: 'rest', user: 'Grace' };
    const first = await Promise.all(
      gateways.map((one, index) =>
        one.talk({ ...request, input: { text: 'nonsense' }, idempotencyKey: `first ${index}` }).then(valueOf),
      ),
    );
    assert.equal(new Set(first.map(({ conversation }) => conversation)).size, 1);
    const next = valueOf(await gateways[0]?.talk({ ...request, input: { text: 'nonsense' } }));
    assert.equal(next.conversation, first[0]?.conversation);
    const other = valueOf(await gateways[0]?.talk({ ...request, user: 'Hedy', input: { text: 'nonsense' } }));
    assert.notEqual(other.conversation, next.conversation);
    assert.equal((await history(gateways[0] as Conversations, next.conversation)).length, 6);
  });

  it('end with what is under way, and take nothing new', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    stage.service.holds = true;
    const running = say(conversations, conversation, 'book a train please');
    await stage.service.reached(1);
    const drained = conversations.drain(30_000);
    assert.equal(reasonOf(await sent(conversations, conversation, 'nonsense')), 'unavailable');
    stage.service.release();
    await drained;
    assert.deepEqual(await running, ['One moment.', 'That makes 12.']);
  });

  it('end although a call never comes to an end', async () => {
    let called = (): void => undefined;
    const calling = new Promise<void>((resolve) => (called = resolve));
    const conversations = createConversations({
      bots: stage.served.bots,
      store: stage.store.conversations,
      sealer: stage.sealer,
      perform: () => {
        called();
        return new Promise(() => undefined);
      },
      callLimit: 30_000,
    });
    const conversation = await begin(conversations);
    void say(conversations, conversation, 'book a train please');
    await calling;
    await conversations.drain(0);
  });

  it('are told of although they end with an exception', async () => {
    const conversations = createConversations({
      bots: stage.served.bots,
      store: stage.store.conversations,
      sealer: stage.sealer,
      perform: () => Promise.reject(new Error('a mistake')),
      callLimit: 30_000,
    });
    conversations.on('turn', (turn) => stage.reports.push(turn));
    const conversation = await begin(conversations);
    await assert.rejects(sent(conversations, conversation, 'book a train please'), /a mistake/);
    assert.deepEqual(
      stage.reports.map(({ bot, outcome }) => `${bot} ${outcome}`),
      ['choo-choo answered', 'choo-choo failed'],
    );
  });

  it('do not wait for a service for ever when the gateway stops', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    stage.service.holds = true;
    const running = say(conversations, conversation, 'book a train please');
    await stage.service.reached(1);
    await conversations.drain(0);
    assert.deepEqual(await running, ['One moment.', 'The service did not answer.']);
  });
});

function reasonOf(answer: Answer<unknown>): string {
  return answer.ok ? 'none' : answer.problem.reason;
}
