import assert from 'node:assert/strict';
import {
  BotsRequest,
  type ChatEvent,
  ChatRequest,
  ChatTestRequest,
  type ChatTurnView,
  StateRequest,
  TrainRequest,
} from '../../server/src/protocol';
import type { LanguageClient } from '../support/languageClient';
import { useServer } from './fixture';
import { initializeRepository, TRAINABLE } from './repository';

describe('a chat over the protocol', () => {
  const server = useServer();

  async function started(): Promise<{ client: LanguageClient; bot: string }> {
    const folder = server.folder(TRAINABLE);
    initializeRepository(folder);
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted: true, views: true },
    });
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    return { client, bot: bot.root };
  }

  it('goes on from what the client kept, and becomes a conversation test', async () => {
    const { client, bot } = await started();
    const untrained = await client.ask(ChatRequest, {
      bot,
      environment: 'draft',
      session: null,
      event: { type: 'start' },
    });
    assert.ok(untrained.kind === 'refused');
    assert.match(untrained.reason, /not trained/);
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');

    const events: readonly ChatEvent[] = [{ type: 'start' }, { type: 'message', text: 'book me a train' }];
    let session: unknown = null;
    const texts: string[] = [];
    for (const event of events) {
      const outcome = await client.ask(ChatRequest, { bot, environment: 'draft', session, event });
      assert.ok(outcome.kind === 'turn', JSON.stringify(outcome));
      session = outcome.turn.session;
      texts.push(...outcome.turn.messages.map(({ text }) => text));
      if (event.type !== 'message') continue;
      const { heard, trace, stale, languages } = outcome.turn;
      assert.deepEqual(
        [heard?.intent, heard?.understood, stale, languages],
        ['book_train', true, false, ['en']],
      );
      const [entered] = trace;
      assert.equal(entered?.text, 'trip/start (the intent triggers it)');
      assert.match(entered.place?.uri ?? '', /trip\.flow\.yaml$/);
      assert.equal(entered.place?.range.start.line, 2);
    }
    assert.deepEqual(texts, ['This is welcome.', 'This is about book_train.']);

    const saved = await client.ask(ChatTestRequest, { bot, name: 'a chat', language: 'en', events });
    assert.ok(saved.kind === 'test');
    assert.match(saved.text, /^test: a chat\nlanguage: en\ngiven:\n {2}now: /);
    assert.match(saved.text, /- bot: This is welcome\.\n {2}- user: book me a train\n/);
  });

  it('tells which draft answered, and goes on when it is another one', async () => {
    const { client, bot } = await started();
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    const say = async (session: unknown, event: ChatEvent): Promise<ChatTurnView> => {
      const outcome = await client.ask(ChatRequest, { bot, environment: 'draft', session, event });
      assert.ok(outcome.kind === 'turn', JSON.stringify(outcome));
      return outcome.turn;
    };
    const first = await say(null, { type: 'start' });
    assert.equal((await client.ask(StateRequest, { bot }))?.revision, first.revision);
    const second = await say(first.session, { type: 'message', text: 'book me a train' });
    assert.equal(second.revision, first.revision);

    const uri = `${bot}/trip.flow.yaml`;
    const text = TRAINABLE.get('trip.flow.yaml') ?? '';
    await client.open(uri, text);
    await client.edit(uri, text, 'This is about book_train.', 'Where to?');
    const third = await say(second.session, { type: 'message', text: 'book me a train' });
    assert.ok(third.revision > second.revision);
    assert.deepEqual(
      third.messages.map((message) => message.text),
      ['Where to?'],
    );
  });

  it('with LIVE needs a LIVE', async () => {
    const { client, bot } = await started();
    const outcome = await client.ask(ChatRequest, {
      bot,
      environment: 'live',
      session: null,
      event: { type: 'start' },
    });
    assert.ok(outcome.kind === 'refused');
    assert.match(outcome.reason, /no LIVE/);
  });
});
