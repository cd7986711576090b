import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { historySchema, refusalSchema, replySchema } from '../../../server/src/gateway/http/schemas';
import { onEachDatabase } from '../../support/databases';
import { TestGateway } from '../../support/gateway';

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
}

onEachDatabase('Gateway: the API and its description', (database) => {
  let gateway: TestGateway;

  before(async () => {
    gateway = await TestGateway.start({ bot: {} }, { database: database.address });
    await gateway.deploy('bot', { kind: 'visibility', visibility: 'public' });
  });
  after(() => gateway?.stop());

  it('describes every route but pages and scripts', async () => {
    const description = (await (await gateway.fetch('/openapi.json')).json()) as Description;
    assert.match(description.openapi, /^3\.1/);
    const described = new Set(
      Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const routes = gateway.app.routes
      .filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const hidden = [...new Set(routes)].filter((route) => !described.has(route));
    assert.deepEqual(hidden.map((route) => route.replace(/chat\.[0-9a-f]+/, 'chat')).toSorted(), [
      'GET /assets/chat.js',
      'GET /bots/{bot}',
      'GET /bots/{bot}/widget.js',
      'GET /drafts/{bot}',
      'GET /drafts/{bot}/widget.js',
      'GET /openapi.json',
      'POST /bots/{bot}/sign-in',
      'POST /bots/{bot}/sign-out',
      'POST /drafts/{bot}/sign-in',
      'POST /drafts/{bot}/sign-out',
    ]);
  });

  it('answers as described: a conversation, a repeated request, another language, what was said', async () => {
    const post = (path: string, json: object, key?: string): Promise<Response> =>
      gateway.fetch(`/bots/bot/conversations${path}`, {
        json,
        headers: { ...(key !== undefined && { 'idempotency-key': key }) },
      });
    const key = randomUUID();
    const started = replySchema.parse(await (await post('', {}, key)).json());
    const again = replySchema.parse(await (await post('', {}, key)).json());
    assert.deepEqual(again, started);
    const guessed = await post('', {}, 'start');
    assert.equal(guessed.status, 400, 'a key that others may choose as well');
    refusalSchema.parse(await guessed.json());
    const messages = `/${started.conversation}/messages`;
    const said = replySchema.parse(await (await post(messages, { text: 'book a train now' }, 'one')).json());
    assert.deepEqual(
      said.messages.map(({ text }) => text),
      ['This is booking.'],
    );
    assert.deepEqual(
      replySchema.parse(await (await post(messages, { text: 'book a train now' }, 'one')).json()),
      said,
    );
    const history = historySchema.parse(
      await (await gateway.fetch(`/bots/bot/conversations${messages}`)).json(),
    );
    assert.deepEqual(
      history.messages.map(({ from, text }) => `${from}: ${text}`),
      ['bot: This is welcome.', 'user: book a train now', 'bot: This is booking.'],
    );
    const after = history.messages.at(-2)?.id ?? 0;
    const rest = await gateway.fetch(`/bots/bot/conversations${messages}?after=${after}`);
    assert.equal(historySchema.parse(await rest.json()).messages.length, 1);
    for (const wrong of [{}, { text: '' }, { text: 'a', press: 'b' }, { text: 7 }, []]) {
      const answer = await post(messages, wrong);
      assert.equal(answer.status, 400, JSON.stringify(wrong));
      refusalSchema.parse(await answer.json());
    }
    const reused = await post(messages, { text: 'something else' }, 'one');
    assert.equal(reused.status, 422);
  });

  it('takes a rating of an answer, and none of what nobody said', async () => {
    const started = replySchema.parse(
      await (await gateway.fetch('/bots/bot/conversations', { json: {} })).json(),
    );
    const path = `/bots/bot/conversations/${started.conversation}/feedback`;
    const [first] = started.messages;
    assert.ok(first);
    const rate = async (message: number): Promise<number> =>
      (await gateway.fetch(path, { json: { message, thumb: 'up' } })).status;
    assert.deepEqual([await rate(first.id), await rate(999)], [204, 404]);
  });

  it('is ready when releases were read and the database answers', async () => {
    assert.deepEqual(await (await gateway.fetch('/healthz')).json(), { status: 'ok' });
    const ready = await gateway.fetch('/readyz');
    assert.deepEqual([ready.status, await ready.json()], [200, { ready: true }]);
    await gateway.store.close();
    const not = await gateway.fetch('/readyz');
    assert.deepEqual([not.status, await not.json()], [503, { ready: false }]);
    assert.equal((await gateway.fetch('/bots/bot/conversations', { json: {} })).status, 503);
  });
});
