import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { kindOfAddress } from '../../../server/src/gateway/effects/addresses';
import { allowedHostFor, readAllowedHost } from '../../../server/src/gateway/effects/allowedHosts';
import {
  type CallAnswer,
  type CallSettings,
  callService,
} from '../../../server/src/gateway/effects/callService';
import type { HttpRequest } from '../../../server/src/dialogue/turn';
import { CERTIFICATE, CERTIFICATE_KEY } from '../../support/certificate';
import { NameServer } from '../../support/nameServer';

describe('Gateway: what an address is', () => {
  const ROWS: Readonly<Record<ReturnType<typeof kindOfAddress>, readonly string[]>> = {
    public: ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.0', '2606:4700::1111', '2a00:1450:4001::200e'],
    private: [
      '10.0.0.1',
      '127.0.0.1',
      '127.9.9.9',
      '172.16.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '::1',
      'fd12::1',
    ],
    never: [
      '0.0.0.0',
      '169.254.169.254',
      '100.100.100.200',
      '168.63.129.16',
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '2001::1',
      '2002:7f00:1::',
      '2001:db8::1',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'fd00:ec2::254',
      'ff02::1',
      'localhost',
      '',
      '127.1',
      '2130706433',
    ],
  };
  for (const [kind, addresses] of Object.entries(ROWS)) {
    for (const address of addresses) {
      it(`'${address}' is ${kind}`, () => assert.equal(kindOfAddress(address), kind));
    }
  }
});

describe('Gateway: the list of hosts that bots may call', () => {
  function allows(entry: string, url: string): boolean {
    const host = readAllowedHost(entry, false);
    assert.ok(typeof host !== 'string');
    return allowedHostFor([host], new URL(url)) !== undefined;
  }

  const ROWS: readonly (readonly [string, string, boolean])[] = [
    ['api.example.com', 'https://api.example.com/a', true],
    ['API.example.com', 'https://api.EXAMPLE.com/a', true],
    ['api.example.com', 'https://api.example.com:443/', true],
    ['api.example.com', 'https://api.example.com:8443/', false],
    ['api.example.com:8443', 'https://api.example.com:8443/', true],
    ['api.example.com', 'http://api.example.com/', false],
    ['http://localhost:4000', 'http://localhost:4000/', true],
    ['http://localhost:4000', 'https://localhost:4000/', false],
    ['api.example.com', 'https://evil-api.example.com/', false],
    ['api.example.com', 'https://api.example.com.evil.org/', false],
    ['api.example.com', 'https://api.example.com@evil.org/', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://evilexample.com/', false],
    ['api.example.com', 'ftp://api.example.com/', false],
  ];
  for (const [entry, url, expected] of ROWS) {
    it(`${entry} ${expected ? 'allows' : 'does not allow'} ${url}`, () =>
      assert.equal(allows(entry, url), expected));
  }

  for (const entry of [
    '',
    '*',
    '*.',
    'a b',
    'https://',
    'api.example.com/path',
    'a:99999',
    'a:0',
    'ftp://a',
  ]) {
    it(`'${entry}' is no entry`, () => assert.equal(typeof readAllowedHost(entry, false), 'string'));
  }
});

interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('Gateway: calls of web services', () => {
  const servers: Server[] = [];
  const seen: Seen[] = [];
  let connections: number;
  let names: NameServer;
  let port: number;

  async function serve(
    host: string,
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    at = 0,
  ) {
    const server = createHttps({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { url, headers } = request;
        seen.push({ url, headers, body: Buffer.concat(parts).toString() });
        answer(request, response);
      });
    });
    server.on('connection', () => connections++);
    server.listen(at, host);
    await once(server, 'listening');
    servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  before(async () => {
    names = await NameServer.start({
      'service.test': [['127.0.0.1']],
      'public-then-private.service.test': [['127.0.0.2'], ['127.0.0.1']],
      'mixed.service.test': [['8.8.8.8', '127.0.0.1']],
      'metadata.service.test': [['169.254.169.254']],
      'nowhere.service.test': [[]],
    });
    port = await serve('127.0.0.1', (request, response) => {
      switch (request.url) {
        case '/moved':
          return response.writeHead(302, { location: `https://service.test:${port}/canary` }).end();
        case '/long':
          return response.end(JSON.stringify({ text: 'x'.repeat(5000) }));
        case '/never':
          return response.writeHead(200).write('{');
        case '/text':
          return response.end('all well');
        case '/packed':
          return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
        case '/other-protocol':
          // Written by hand: it is no answer that a server of HTTP gives unasked.
          return response.socket?.write(
            'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n',
          );
        case '/broken':
          return response.socket?.destroy();
        default:
          return response.writeHead(201).end('{"total": 3}');
      }
    });
    await serve('127.0.0.2', (_request, response) => response.end('{"first": true}'), port);
  });
  beforeEach(() => {
    seen.length = 0;
    names.asked.length = 0;
    connections = 0;
  });
  after(() => {
    names.stop();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  interface Options extends Partial<CallSettings> {
    readonly entries?: readonly string[];
    readonly isPrivate?: boolean;
  }

  function call(
    request: Partial<HttpRequest>,
    options: Options = {},
    signal?: AbortSignal,
  ): Promise<CallAnswer> {
    const {
      entries = [`service.test:${port}`, `*.service.test:${port}`],
      isPrivate = true,
      ...others
    } = options;
    const settings: CallSettings = {
      hosts: entries.flatMap((entry) => {
        const host = readAllowedHost(entry, isPrivate);
        return typeof host === 'string' ? [] : [host];
      }),
      secret: (name) => (name === 'TOKEN' ? 'keep me' : undefined),
      timeLimit: 5000,
      largestAnswer: 1000,
      resolve: names.resolve,
      certificates: CERTIFICATE,
      ...others,
    };
    const whole = { method: 'GET', url: `https://service.test:${port}/`, headers: [], ...request };
    return callService(whole, settings, signal);
  }

  async function refused(
    request: Partial<HttpRequest>,
    reason: RegExp,
    options: Options = {},
  ): Promise<void> {
    const answer = await call(request, options);
    assert.ok(!answer.ok, JSON.stringify(answer));
    assert.match(answer.reason, reason);
  }

  it('send what the bot says, with its secret, and give back what the service says', async () => {
    const answer = await call({
      method: 'POST',
      url: `https://service.test:${port}/orders?day=1`,
      headers: [['X-Trip', 'a']],
      body: { seats: 2 },
      secret: 'TOKEN',
    });
    assert.deepEqual(answer, { ok: true, status: 201, body: { total: 3 } });
    assert.deepEqual(
      seen.map(({ url, body }) => [url, body]),
      [['/orders?day=1', '{"seats":2}']],
    );
    const { authorization, host, 'x-trip': own, 'content-type': type } = seen[0]?.headers ?? {};
    assert.deepEqual(
      [authorization, host, own, type],
      ['Bearer keep me', `service.test:${port}`, 'a', 'application/json'],
    );
  });

  it('go to the address that was checked, whatever the name says a moment later', async () => {
    const url = `https://public-then-private.service.test:${port}/`;
    assert.deepEqual(await call({ url }), { ok: true, status: 200, body: { first: true } });
    assert.equal(names.asked.length, 1, 'the name is looked up once');
    assert.deepEqual(
      await call({ url }),
      { ok: true, status: 201, body: { total: 3 } },
      'it points elsewhere now',
    );
  });

  const PLACES: readonly (readonly [string, string, Options])[] = [
    ['a private address that is not on the list as such', 'https://service.test', { isPrivate: false }],
    ['a name with one private address among others', 'https://mixed.service.test', { isPrivate: false }],
    ['a metadata service, whatever the list says', 'https://metadata.service.test', {}],
    ['an address in disguise', 'https://[::ffff:127.0.0.1]', {}],
    ['a private address that is written as one number', 'https://2130706433', { isPrivate: false }],
  ];
  for (const [what, origin, options] of PLACES) {
    it(`never reach ${what}`, async () => {
      const url = `${origin}:${port}/`;
      const { host } = new URL(url);
      await refused({ url }, /may not call/, { entries: [host], ...options });
      assert.equal(connections, 0);
    });
  }

  it('never leave the list', async () => {
    await refused({ url: `https://elsewhere.test:${port}/` }, /may not call/);
    await refused({ url: `http://service.test:${port}/` }, /may not call/);
    await refused({ url: `https://user:word@service.test:${port}/` }, /no password/);
    await refused({}, /may not call/, { entries: [] });
    assert.deepEqual(names.asked, []);
    assert.equal(connections, 0);
  });

  it('follow no redirect', async () => {
    const answer = await call({ url: `https://service.test:${port}/moved`, secret: 'TOKEN' });
    assert.ok(answer.ok && answer.status === 302);
    assert.deepEqual(
      seen.map(({ url }) => url),
      ['/moved'],
    );
  });

  it('send no secret to a host that the list does not name in full, and none that is not there', async () => {
    await refused({ url: `https://a.service.test:${port}/`, secret: 'TOKEN' }, /in full/);
    await refused({ secret: 'OTHER' }, /no secret OTHER/);
    assert.equal(connections, 0);
  });

  for (const name of ['Host', 'Content-Length', 'transfer-encoding', 'Connection', 'Upgrade']) {
    it(`do not let a bot set the header ${name}`, async () => {
      await refused({ headers: [[name, '1']] }, /may not set/);
      assert.equal(connections, 0);
    });
  }

  it('cannot be given a second header by a value with line breaks', async () => {
    await refused({ headers: [['X-Name', 'a\r\nX-Admin: yes']] }, /could not be called/);
    assert.deepEqual(seen, []);
  });

  it('end at the limits of time and size, and where the service breaks off', async () => {
    await refused({ url: `https://service.test:${port}/long` }, /longer than 1000 bytes/);
    await refused({ url: `https://service.test:${port}/never` }, /in time/, { timeLimit: 300 });
    await refused({ url: `https://service.test:${port}/packed` }, /encoding/);
    await refused({ url: `https://service.test:${port}/broken` }, /could not be called/);
    await refused({ url: `https://service.test:${port}/other-protocol` }, /could not be called/);
    await refused({ url: `https://nowhere.service.test:${port}/` }, /could not be called|no address/);
    await refused({ url: 'https://service.test:1/' }, /could not be called/, { entries: ['service.test:1'] });
  });

  it('trust no certificate but that of the host', async () => {
    const url = `https://public-then-private.service.test:${port}/`;
    const untrusted = await call({ url }, { certificates: '' });
    assert.ok(!untrusted.ok);
    assert.deepEqual(seen, []);
  });

  it('take an answer that is no JSON for one without content', async () => {
    assert.deepEqual(await call({ url: `https://service.test:${port}/text` }), {
      ok: true,
      status: 200,
      body: undefined,
    });
  });

  it('can be called off', async () => {
    const stop = new AbortController();
    const running = call({ url: `https://service.test:${port}/never` }, {}, stop.signal);
    stop.abort();
    const answer = await running;
    assert.ok(!answer.ok);
    assert.match(answer.reason, /called off/);
  });

  it('go over plain HTTP where the list says so', async () => {
    const server = createHttp((_request, response) => response.end('{"plain": true}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    const origin = `http://service.test:${(server.address() as AddressInfo).port}`;
    assert.deepEqual(await call({ url: `${origin}/` }, { entries: [origin] }), {
      ok: true,
      status: 200,
      body: { plain: true },
    });
  });
});
