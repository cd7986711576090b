import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request as openRequest } from 'node:http';
import type { AdminRefusal } from '../../../server/src/admin/api';
import type { AdminTokenView } from '../../../server/src/admin/credentials';
import { onEachDatabase } from '../../support/databases';
import { TestGateway, type TestRequest } from '../../support/gateway';

const ORIGIN = 'https://www.example.org';
const PASSWORD = 'correct horse battery';
const WITH_ORIGIN = `bot: open
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
channels:
  live:
    web:
      origins: ["${ORIGIN}"]
    rest: {}
rules:
  nlp/few-expressions: off
`;

/** Rows 19 to 31 of the threat model, each against a gateway with limits of its own. */
onEachDatabase('Gateway: attacks over HTTP', (database) => {
  let gateway: TestGateway;
  let token: string;
  let admin: string;

  before(async () => {
    gateway = await TestGateway.start(
      { open: { 'bot.yaml': WITH_ORIGIN }, shut: {} },
      { database: database.address },
    );
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    await gateway.deploy(
      'shut',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'token' },
    );
    const made = await gateway.admin.createBotToken('shut', 'test', undefined);
    const issued = await gateway.admin.createToken('test', ['read', 'inbox', 'deploy'], [], undefined);
    assert.ok(made.ok && issued.ok);
    token = made.value.secret;
    admin = issued.value.secret;
  });
  after(() => gateway?.stop());

  /** A request as it is written, which `fetch` would put in order first. */
  async function raw(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const { hostname, port } = new URL(gateway.address);
    const sent = openRequest({ hostname, port, method, path, headers });
    sent.end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of answer) text += String(part);
    return `${answer.statusCode} ${text}`;
  }

  async function started(bot: string, request: TestRequest = {}): Promise<string> {
    const answer = await gateway.fetch(`/bots/${bot}/conversations`, { json: {}, ...request });
    assert.equal(answer.status, 201);
    return ((await answer.json()) as { readonly conversation: string }).conversation;
  }

  describe('19: no way around the guards', () => {
    it('no route answers without a guard, and none of a bot or of the admin API without a credential', async () => {
      const over = await gateway.admin.createBotToken('shut', 'over', 1);
      assert.ok(over.ok);
      const wrong = [undefined, 'x', over.value.secret, admin];
      const open = new Set(['/healthz', '/readyz', '/openapi.json']);
      const routes = gateway.app.routes.filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS');
      const paths = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
      assert.ok(paths.size > 40, String(paths.size));
      gateway.ahead = 2 * 86_400_000;
      for (const { method, path } of paths.values()) {
        if (open.has(path) || path.startsWith('/assets/') || path.endsWith('/widget.js')) continue;
        const known = path.replace(':bot', 'shut').replaceAll(/:\w+/g, 'x');
        const unknown = path.replace(':bot', 'nowhere').replaceAll(/:\w+/g, 'x');
        for (const bearer of wrong) {
          if (bearer === admin && path.startsWith('/admin')) continue;
          if (bearer === admin && path === '/metrics') continue;
          const body: TestRequest = method === 'GET' || method === 'DELETE' ? {} : { json: {} };
          const answer = await gateway.fetch(known, { method, bearer, ...body });
          const other = await gateway.fetch(unknown, { method, bearer, ...body });
          assert.ok([401, 404, 204].includes(answer.status), `${method} ${path}: ${answer.status}`);
          assert.equal(
            `${answer.status} ${same(await answer.text())}`,
            `${other.status} ${same(await other.text())}`,
            `${method} ${path}`,
          );
          if (answer.status === 204) assert.match(path, /sign-out$/);
        }
      }
      gateway.ahead = 0;
    });

    for (const path of [
      '//bots/shut/conversations',
      '/bots//shut/conversations',
      '/bots/shut/conversations/',
      '/bots/shut/%2e/conversations',
      '/bots/open/../shut/conversations',
      '/bots/open/%2e%2e/shut/conversations',
      '/bots/open%2f..%2fshut/conversations',
      '/BOTS/shut/conversations',
      '/bots/Shut/conversations',
      '/bots/shut%00/conversations',
      '/bots/shut\\conversations',
      '/bots/shut/conversations;x=1',
      '/admin/v1/../../bots/shut/conversations',
    ]) {
      it(`${path} leads nowhere`, async () => {
        for (const method of ['POST', 'GET', 'HEAD', 'PUT', 'TRACE']) {
          // What is no path at all is refused before it gets to the gateway's own code.
          assert.match(await raw(method, path, { 'content-length': '0' }), /^40[04] /, method);
        }
      });
    }

    it('a whole address as path, an upgrade and OPTIONS * lead nowhere either', async () => {
      assert.match(await raw('GET', 'http://elsewhere/bots/open'), /^40[04] /);
      assert.match(await raw('OPTIONS', '*'), /^40[04] /);
      const upgrade = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'x',
        'sec-websocket-version': '13',
      };
      assert.match(await raw('GET', '/bots/shut/conversations/x/messages', upgrade), /^404 /);
      assert.match(await raw('HEAD', '/bots/shut'), /^401 /);
    });

    it('an address of the admin API looks the same whether it exists or not', async () => {
      const bodies = new Set<string>();
      for (const path of ['/admin/v1/bots', '/admin/v1/nothing', '/admin/v1', '/admin/v1/bots/shut/inbox']) {
        const answer = await gateway.fetch(path);
        bodies.add(`${answer.status} ${await answer.text()}`);
      }
      assert.equal(bodies.size, 1, [...bodies].join('\n'));
    });

    it('a token of the admin API can do what its scopes say, for its bots, and opens no bot', async () => {
      const reader = await gateway.admin.createToken('reader', ['read'], ['open'], undefined);
      assert.ok(reader.ok);
      const bearer = reader.value.secret;
      const status = async (path: string, more: TestRequest = {}): Promise<number> =>
        (await gateway.fetch(`/admin/v1${path}`, { bearer, ...more })).status;
      assert.equal(await status('/bots/open/retention'), 200);
      assert.equal(await status('/bots/shut/retention'), 403, 'another bot');
      assert.equal(await status('/bots/open/inbox'), 403, 'another scope');
      assert.equal(await status('/bots/open/retention', { method: 'PUT', json: { days: 1 } }), 403);
      assert.equal(await status('/audit'), 403, 'the whole gateway');
      const reason = async (path: string): Promise<string> =>
        (await gateway.fetch(`/admin/v1${path}`, { bearer })).text();
      assert.match(await reason('/bots/open/inbox'), /needs “inbox”/);
      assert.match(await reason('/bots/shut/retention'), /is for other bots/);
      assert.match(await reason('/audit'), /for some bots only, and this is about the whole gateway/);
      const list = (await (await gateway.fetch('/admin/v1/bots', { bearer })).json()) as { bot: string }[];
      assert.deepEqual(
        list.map(({ bot }) => bot),
        ['open'],
      );
      const deployer = await gateway.admin.createToken('deployer', ['deploy'], [], undefined);
      assert.ok(deployer.ok);
      const escalated = await gateway.fetch('/admin/v1/tokens', {
        bearer: deployer.value.secret,
        json: { name: 'more', scopes: ['inbox'] },
      });
      assert.equal(escalated.status, 403, 'no token makes one that can do more');
    });

    it('a token that ends makes none that lasts longer, and takes over none that does', async () => {
      const brief = await gateway.admin.createToken('brief', ['deploy'], [], 1);
      const lasting = await gateway.admin.createToken('lasting', ['deploy'], [], undefined);
      assert.ok(brief.ok && lasting.ok);
      const bearer = brief.value.secret;
      const end = brief.value.kept.expiresAt?.toISOString();
      for (const days of [undefined, 3650]) {
        const json = { name: 'more', scopes: ['deploy'], days };
        const made = await gateway.fetch('/admin/v1/tokens', { bearer, json });
        assert.equal(made.status, 201);
        assert.equal(((await made.json()) as AdminTokenView).expiresAt, end, `${days}`);
      }
      const rotate = async (id: string): Promise<number> =>
        (await gateway.fetch(`/admin/v1/tokens/${id}/rotate`, { bearer, json: {} })).status;
      assert.equal(await rotate(lasting.value.kept.id), 403);
      assert.equal(await rotate(brief.value.kept.id), 200);
    });

    it('names that no bot can have give and take no access', async () => {
      await gateway.admin.setUser('ann', PASSWORD);
      const [account] = await gateway.store.credentials.list('*');
      const path = '/admin/v1/bots/*/credentials';
      const revoked = await gateway.fetch(`${path}/${account?.id}`, { method: 'DELETE', bearer: admin });
      assert.equal(revoked.status, 400);
      for (const bot of ['*', '*@draft', 'Shut', '@draft', 'shut@live', 'x'.repeat(64)]) {
        for (const order of [
          { kind: 'password', password: PASSWORD },
          { kind: 'token', name: 'x' },
          { kind: 'user', name: 'ann' },
          { kind: 'team', name: 'x' },
        ]) {
          const there = `/admin/v1/bots/${encodeURIComponent(bot)}/credentials`;
          const given = await gateway.fetch(there, { bearer: admin, json: order });
          assert.equal(given.status, 400, `${bot}: ${order.kind}`);
        }
        const json = { name: 'x', scopes: ['read'], bots: [bot] };
        assert.equal((await gateway.fetch('/admin/v1/tokens', { bearer: admin, json })).status, 400, bot);
      }
      assert.deepEqual(await gateway.store.credentials.list('*'), [account]);
    });

    it('a token for a bot is good for its draft, too', async () => {
      const made = await gateway.admin.createToken('shut-only', ['deploy'], ['shut'], undefined);
      assert.ok(made.ok);
      const status = async (bot: string): Promise<number> =>
        (await gateway.fetch(`/admin/v1/bots/${bot}/credentials`, { bearer: made.value.secret })).status;
      assert.deepEqual(
        [await status('shut'), await status('shut@draft'), await status('open@draft')],
        [200, 200, 403],
      );
    });
  });

  it('20: nobody is let in to a bot that is not there, and what is there is said', async () => {
    for (const bot of ['opne', 'opne@draft']) {
      const path = `/admin/v1/bots/${bot}/credentials`;
      const answers = await Promise.all([
        gateway.fetch(path, { bearer: admin }),
        gateway.fetch(path, { bearer: admin, json: { kind: 'password', password: PASSWORD } }),
        gateway.fetch(path, { bearer: admin, json: { kind: 'token', name: 'x' } }),
        gateway.fetch(path, { bearer: admin, json: { kind: 'team', name: 'x' } }),
        gateway.fetch('/admin/v1/tokens', {
          bearer: admin,
          json: { name: 'x', scopes: ['read'], bots: ['open', 'opne'] },
        }),
      ]);
      for (const answer of answers) {
        assert.equal(answer.status, 400);
        assert.match(await answer.text(), /no bot opne here\. There are: open, shut\./);
      }
    }
  });

  it('20: what an order names and is not there has a code of its own', async () => {
    const answers = [
      await gateway.fetch('/admin/v1/teams/support/members/ann', { bearer: admin, method: 'DELETE' }),
      await gateway.fetch('/admin/v1/bots/open/credentials/x', { bearer: admin, method: 'DELETE' }),
      await gateway.fetch('/bots/nowhere/conversations/x/messages'),
    ];
    const codes: string[] = [];
    for (const answer of answers) {
      const { error } = (await answer.json()) as AdminRefusal;
      codes.push(`${answer.status} ${error.code}`);
    }
    assert.deepEqual(codes, ['404 not-there', '404 not-there', '404 unknown']);
  });

  it('20: an administrator of some bots learns no name of another one', async () => {
    const order = async (only: readonly string[]): Promise<string> => {
      const made = await gateway.admin.createToken('some', ['deploy'], only, undefined);
      assert.ok(made.ok);
      const there = '/admin/v1/bots/gone/credentials';
      const json = { kind: 'token', name: 'x' };
      const answer = await gateway.fetch(there, { bearer: made.value.secret, json });
      assert.equal(answer.status, 400);
      return answer.text();
    };
    assert.match(await order([]), /There are: open, shut\./);
    assert.match(await order(['gone', 'open']), /There are: open\./);
    assert.doesNotMatch(await order(['gone']), /open|shut/);
  });

  it('20: the token of a bot opens that bot only', async () => {
    await started('shut', { bearer: token });
    await gateway.deploy(
      'open',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'token' },
    );
    const answer = await gateway.fetch('/bots/open/conversations', { bearer: token, json: {} });
    assert.equal(answer.status, 404);
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
  });

  it('24: bodies are limited, must say how long they are, and must be JSON', async () => {
    const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      fetch(`${gateway.address}/bots/open/conversations`, { method: 'POST', headers, body });
    assert.equal((await post(JSON.stringify({ user: 'x'.repeat(70_000) }))).status, 413);
    assert.equal((await post('{')).status, 400);
    assert.equal((await post('['.repeat(60_000))).status, 400);
    assert.equal((await post('x', { 'content-type': 'text/plain' })).status, 415);
    assert.match(await raw('POST', '/bots/open/conversations', { 'transfer-encoding': 'chunked' }), /^411 /);
    assert.equal(
      (await post('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')).status,
      201,
    );
    assert.equal(({} as { readonly polluted?: number }).polluted, undefined);
  });

  it('25: other sites: a preflight gets what the bot allows, and the cookie is of no use to them', async () => {
    const ask = async (bot: string, origin: string): Promise<string | null> => {
      const answer = await gateway.fetch(`/bots/${bot}/conversations`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
      return answer.headers.get('access-control-allow-origin');
    };
    assert.equal(await ask('open', ORIGIN), ORIGIN);
    assert.equal(await ask('open', 'https://evil.example.org'), null);
    assert.equal(await ask('open', 'null'), null);
    assert.equal(await ask('open', `${ORIGIN}.evil.org`), null);
    assert.equal(await ask('shut', ORIGIN), null);
    assert.equal(await ask('nowhere', ORIGIN), null);
    await gateway.deploy('shut', { kind: 'access', access: 'password' });
    await gateway.admin.setPassword('shut', PASSWORD);
    const signedIn = await gateway.signIn('/bots/shut', { secret: PASSWORD });
    assert.equal(signedIn.status, 303);
    const set = signedIn.headers.getSetCookie().join('\n');
    assert.match(set, /botlane=botlane_session_[\w-]+;.*HttpOnly;.*SameSite=Lax/);
    const cookie = set.split(';', 1)[0] ?? '';
    const use = async (headers: Record<string, string>): Promise<number> =>
      (await gateway.fetch('/bots/shut/conversations', { cookie, json: {}, headers })).status;
    assert.equal(await use({}), 201);
    assert.equal(await use({ origin: gateway.address }), 201);
    assert.equal(await use({ origin: ORIGIN }), 404);
    assert.equal(await use({ 'sec-fetch-site': 'cross-site' }), 404);
    assert.equal(await use({ origin: 'null' }), 404);
    const forged = await gateway.fetch('/bots/shut/sign-in', {
      form: { form: 'guessed', name: '', secret: PASSWORD },
    });
    assert.equal(forged.status, 401, 'a form that this gateway did not make');
    assert.equal(
      forged.headers.getSetCookie().some((one) => one.includes('session')),
      false,
    );
    const page = await gateway.fetch('/bots/open');
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      new RegExp(`frame-ancestors 'self' ${ORIGIN}$`),
    );
    await gateway.deploy('shut', { kind: 'access', access: 'token' });
  });

  it('28, 29: neither log nor metrics hold what a user said, a name, an address or a path', async () => {
    const said = 'SECRET-4711';
    const conversation = await started('open', { json: { user: said } });
    await gateway.fetch(`/bots/open/conversations/${conversation}/messages`, {
      json: { text: `${said}\n{"level":1}` },
    });
    await gateway.fetch(`/bots/open/${said}?q=${said}`);
    const metrics = await (await gateway.fetch('/metrics', { bearer: admin })).text();
    assert.match(
      metrics,
      /botlane_http_request_seconds_count\{route="\/bots\/\{bot\}\/conversations",method="POST",status="2xx"\}/,
    );
    for (const text of [metrics, JSON.stringify(gateway.log)]) {
      assert.equal(text.includes(said), false);
      assert.equal(text.includes(conversation), false);
      assert.equal(text.includes('127.0.0.1'), false);
    }
  });

  it('29: a conversation that is deleted is gone, for its user and for administrators', async () => {
    const conversation = await started('open');
    const path = `/bots/open/conversations/${conversation}`;
    await gateway.fetch(`${path}/messages`, { json: { text: 'hello there' } });
    const exported = await gateway.fetch(`/admin/v1${path}`, { bearer: admin });
    assert.match(await exported.text(), /hello there/);
    assert.equal((await gateway.fetch(path, { method: 'DELETE' })).status, 204);
    assert.equal((await gateway.fetch(`${path}/messages`)).status, 404);
    assert.equal((await gateway.fetch(`/admin/v1${path}`, { bearer: admin })).status, 404);
  });

  it('30: texts that no database keeps are a mistake of the client, wherever they stand', async () => {
    const conversation = await started('open');
    const messages = `/bots/open/conversations/${conversation}/messages`;
    for (const bad of ['\ud800', 'a\udc00b', 'a\u0000b']) {
      const statuses = await Promise.all([
        gateway.fetch(messages, { json: { text: bad } }),
        gateway.fetch(messages, { json: { press: bad } }),
        gateway.fetch(messages, { json: { language: bad } }),
        gateway.fetch('/bots/open/conversations', { json: { user: bad } }),
        gateway.fetch(`/bots/open/conversations/${conversation}/feedback`, {
          json: { message: 1, thumb: 'up', comment: bad },
        }),
        gateway.fetch('/bots/open/webhooks/rest/webhook', { json: { sender: bad, message: 'hello' } }),
        gateway.fetch('/bots/open/webhooks/rest/webhook', { json: { sender: 'x', message: bad } }),
      ]);
      assert.deepEqual(
        statuses.map(({ status }) => status),
        [400, 400, 400, 400, 400, 400, 400],
      );
    }
    for (const path of ['%00', '%ed%a0%80', 'x'.repeat(5000), "'; DROP TABLE conversations --"]) {
      const answer = await gateway.fetch(`/bots/open/conversations/${path}/messages`);
      assert.equal(answer.status, 404);
      const asked = await gateway.fetch(`/admin/v1/bots/${path}/conversations?after=${path}`, {
        bearer: admin,
      });
      assert.ok([200, 400, 404].includes(asked.status), `${path}: ${asked.status}`);
    }
    assert.equal(
      gateway.log.some(({ status }) => status >= 500),
      false,
    );
  });

  it('31: the id of a conversation is made by the gateway and good for its bot only', async () => {
    const conversation = await started('open');
    assert.match(conversation, /^[\w-]{22,}$/);
    for (const [bot, bearer] of [
      ['shut', token],
      ['open', undefined],
    ] as const) {
      const path = `/bots/${bot}/conversations/${conversation}/messages`;
      const answer = await gateway.fetch(path, { json: { text: 'hello' }, bearer });
      assert.equal(answer.status, bot === 'open' ? 200 : 404, bot);
    }
    const chosen = await gateway.fetch('/bots/open/conversations/AAAAAAAAAAAAAAAAAAAAAA/messages', {
      json: { text: 'x' },
    });
    assert.equal(chosen.status, 404, 'an id that a client made up');
  });
});

/** A page without what is new in every one, and without the name that it was asked for under. */
function same(text: string): string {
  return text
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="form" value="[^"]*"/g, '')
    .replaceAll(/\/(bots|drafts)\/(?:shut|nowhere)/g, '/$1/x');
}
