import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { cookiesOf, TestGateway, type TestRequest } from '../../support/gateway';

const PASSWORD = 'correct horse battery';

/** Rows 22 to 25 of the threat model: what is limited, and who is let in meanwhile. */
describe('Gateway: limits', function () {
  this.timeout(240_000);
  const gateways: TestGateway[] = [];
  afterEach(async () => {
    for (const gateway of gateways.splice(0)) await gateway.stop();
  });

  async function serve(...options: Parameters<typeof TestGateway.start>): Promise<TestGateway> {
    const gateway = await TestGateway.start(...options);
    gateways.push(gateway);
    return gateway;
  }

  it('22, 23: a thousand wrong passwords are mostly not even looked at, whatever address they pretend to have; another bot answers meanwhile', async () => {
    const gateway = await serve(
      { open: {}, shut: {}, other: {} },
      { limits: { failures: { count: 10, seconds: 3600 }, failuresPerBot: { count: 100, seconds: 3600 } } },
    );
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    await gateway.deploy(
      'shut',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'password' },
    );
    await gateway.admin.setPassword('shut', PASSWORD);
    const page = await gateway.fetch('/bots/shut');
    const form = /name="form" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const cookie = `botlane-form=${form}`;
    const counts = new Map<number, number>();
    const attempt = async (index: number): Promise<void> => {
      const { status } = await gateway.fetch('/bots/shut/sign-in', {
        form: { form, name: '', secret: `wrong ${index}` },
        cookie,
        headers: { 'x-forwarded-for': `203.0.113.${index % 250}`, 'x-real-ip': `203.0.113.${index % 250}` },
      });
      counts.set(status, (counts.get(status) ?? 0) + 1);
    };
    for (let index = 0; index < 1000; index += 50) {
      const attempts = Array.from({ length: 50 }, (_, more) => attempt(index + more));
      const talk = gateway.fetch('/bots/open/conversations', { json: {} });
      assert.equal((await talk).status, 201);
      await Promise.all(attempts);
    }
    assert.deepEqual(Object.fromEntries(counts), { 401: 10, 429: 990 });
    const unknown = await gateway.signIn('/bots/nowhere', { secret: 'x' });
    assert.equal(unknown.status, 429, 'names that are not served are counted alike');
  });

  it('22: wrong passwords from a thousand addresses are limited for the bot, and another bot lets people in meanwhile', async () => {
    const gateway = await serve(
      { shut: {}, other: {} },
      { trustProxy: ['127.0.0.1'], limits: { failuresPerBot: { count: 20, seconds: 3600 } } },
    );
    for (const bot of ['shut', 'other']) {
      const internal = { kind: 'visibility', visibility: 'internal' } as const;
      await gateway.deploy(bot, internal, { kind: 'access', access: 'password' });
      await gateway.admin.setPassword(bot, PASSWORD);
    }
    const from = (index: number): { readonly 'x-forwarded-for': string } => ({
      'x-forwarded-for': `10.${Math.floor(index / 250)}.1.${index % 250}`,
    });
    const asked = await gateway.fetch('/bots/shut', { headers: from(0) });
    const form = /name="form" value="([^"]+)"/.exec(await asked.text())?.[1] ?? '';
    const cookie = cookiesOf(asked);
    const counts = new Map<number, number>();
    for (let index = 0; index < 1000; index += 50) {
      const attempts = Array.from({ length: 50 }, async (_, more) => {
        const claim = { form, name: '', secret: `wrong ${index + more}` };
        const request = { form: claim, cookie, headers: from(index + more) };
        const { status } = await gateway.fetch('/bots/shut/sign-in', request);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      });
      const own = gateway.signIn('/bots/other', { secret: PASSWORD }, from(2000 + index));
      assert.equal((await own).status, 303, 'somebody who knows the password of the other bot');
      await Promise.all(attempts);
    }
    assert.deepEqual(Object.fromEntries(counts), { 401: 20, 429: 980 });
  });

  it('22: who is in stays in, whatever others at the same address try', async () => {
    const failures = { count: 2, seconds: 3600 };
    const gateway = await serve({ shut: {}, other: {} }, { limits: { failures } });
    for (const [bot, access] of [
      ['shut', 'password'],
      ['other', 'token'],
    ] as const) {
      await gateway.deploy(bot, { kind: 'visibility', visibility: 'internal' }, { kind: 'access', access });
    }
    await gateway.admin.setPassword('shut', PASSWORD);
    const token = await gateway.admin.createBotToken('other', 'partner', undefined);
    const admin = await gateway.admin.createToken('admin', ['read'], [], undefined);
    assert.ok(token.ok && admin.ok);
    const start = async (bot: string, holder: TestRequest): Promise<number> =>
      (await gateway.fetch(`/bots/${bot}/conversations`, { ...holder, json: {} })).status;
    const read = async (bearer: string): Promise<number> =>
      (await gateway.fetch('/admin/v1/audit', { bearer })).status;
    const cookie = cookiesOf(await gateway.signIn('/bots/shut', { secret: PASSWORD }));
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push(await start('other', { bearer: 'old' }));
    for (let index = 0; index < 3; index++) statuses.push(await read('old'));
    for (let index = 0; index < 3; index++) {
      statuses.push((await gateway.signIn('/bots/shut', { secret: 'wrong' })).status);
    }
    assert.deepEqual(statuses, [404, 404, 429, 401, 401, 429, 401, 401, 429]);
    assert.equal(await start('shut', { cookie }), 201, 'somebody who is signed in');
    assert.equal(await start('other', { bearer: token.value.secret }), 201, 'a program with its token');
    assert.equal(await read(admin.value.secret), 200, 'an administrator');
  });

  it('23: a password that nobody had time to look at was not wrong', async () => {
    const gateway = await serve(
      { shut: {} },
      { limits: { failures: { count: 1, seconds: 3600 }, hashing: { atOnce: 0, waiting: 0 } } },
    );
    for (let index = 0; index < 2; index++) {
      const answer = await gateway.signIn('/bots/shut', { secret: PASSWORD });
      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '5']);
    }
  });

  it('23: behind a proxy that is trusted, the address that it saw counts', async () => {
    const gateway = await serve(
      { open: {} },
      { trustProxy: ['127.0.0.1'], limits: { starts: { count: 2, seconds: 3600 } } },
    );
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    const start = async (forwarded: string): Promise<number> =>
      (
        await gateway.fetch('/bots/open/conversations', {
          json: {},
          headers: { 'x-forwarded-for': forwarded },
        })
      ).status;
    assert.deepEqual([await start('198.51.100.1'), await start('198.51.100.1')], [201, 201]);
    assert.equal(await start('198.51.100.1'), 429);
    assert.equal(await start('203.0.113.9, 198.51.100.1'), 429, 'what the client wrote itself');
    assert.equal(await start('198.51.100.2'), 201);
    assert.deepEqual([await start('2001:db8::1'), await start('2001:db8::2')], [201, 201]);
    assert.equal(await start('2001:db8:0:0:ffff::3'), 429, 'one network of a customer');
  });

  it('25: in a frame over TLS, the cookie is kept apart for the site around it', async () => {
    const gateway = await serve({ shut: {} }, { trustProxy: ['127.0.0.1'] });
    await gateway.deploy(
      'shut',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'password' },
    );
    await gateway.admin.setPassword('shut', PASSWORD);
    const frame = {
      'x-forwarded-proto': 'https',
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    };
    const framed = await gateway.signIn('/bots/shut', { secret: PASSWORD }, frame);
    assert.equal(framed.status, 303);
    assert.match(
      framed.headers.getSetCookie().join(),
      /__Secure-botlane=.*HttpOnly; Secure; SameSite=None; Partitioned/,
    );
    assert.equal(framed.headers.get('strict-transport-security'), 'max-age=31536000');
    const page = await gateway.signIn(
      '/bots/shut',
      { secret: PASSWORD },
      { ...frame, 'sec-fetch-dest': 'document' },
    );
    assert.match(page.headers.getSetCookie().join(), /__Secure-botlane=.*HttpOnly; Secure; SameSite=Lax/);
  });

  /** Half a request, and the rest of it never comes. */
  async function slow(gateway: TestGateway, index: number): Promise<Socket> {
    const { hostname, port } = new URL(gateway.address);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      index % 2 === 0
        ? 'POST /bots/open/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'
        : 'GET /bots/open HTTP/1.1\r\nHost',
    );
    return socket.resume();
  }

  it('24: 500 slow connections do not keep others from being answered', async () => {
    // They are not ended by time in here: all of them are there while others ask.
    const patience = { headersTimeout: 120_000, requestTimeout: 120_000 };
    const gateway = await serve({ open: {} }, { limits: { ...patience, connectionsPerAddress: 1000 } });
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    const sockets: Socket[] = [];
    for (let index = 0; index < 500; index++) sockets.push(await slow(gateway, index));
    for (let round = 0; round < 5; round++) {
      for (const socket of sockets) socket.write('x');
      const asked = Array.from({ length: 10 }, () => gateway.fetch('/bots/open/conversations', { json: {} }));
      for (const answer of await Promise.all(asked)) assert.equal(answer.status, 201);
    }
    assert.equal(sockets.filter(({ closed }) => closed).length, 0, 'all were there all the time');
    for (const socket of sockets) socket.destroy();
  });

  it('24: slow connections are ended', async () => {
    const gateway = await serve({ open: {} }, { limits: { headersTimeout: 500, requestTimeout: 1000 } });
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    const sockets = await Promise.all(Array.from({ length: 10 }, (_, index) => slow(gateway, index)));
    await Promise.all(sockets.filter(({ closed }) => !closed).map((socket) => once(socket, 'close')));
  });

  it('24: one address has so many connections and no more, until it ends one; a trusted proxy as many as it needs', async () => {
    const limits = { connectionsPerAddress: 3 };
    const direct = await serve({ open: {} }, { limits });
    const proxied = await serve({ open: {} }, { limits, trustProxy: ['127.0.0.1'] });
    const open = async (
      gateway: TestGateway,
    ): Promise<{ readonly socket: Socket; readonly answer: string }> => {
      const { hostname, port } = new URL(gateway.address);
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      const answer = await new Promise<string>((resolve) => {
        socket.once('data', (data: Buffer) => resolve(data.toString().slice(0, 12)));
        socket.once('close', () => resolve('closed'));
      });
      return { socket, answer };
    };
    const first = await open(direct);
    const rest = [await open(direct), await open(direct)];
    const fourth = await open(direct);
    const answers = [first, ...rest, fourth].map(({ answer }) => answer);
    assert.deepEqual(answers, [...Array<string>(3).fill('HTTP/1.1 200'), 'closed']);
    const all = [];
    for (let index = 0; index < 10; index++) all.push(await open(proxied));
    assert.ok(all.every(({ answer }) => answer === 'HTTP/1.1 200'));
    // The gateway ends this one itself, so that it knows of it when the next one comes.
    first.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await once(first.socket.resume(), 'close');
    assert.equal((await open(direct)).answer, 'HTTP/1.1 200');
    for (const { socket } of [...rest, ...all]) socket.destroy();
  });

  it('22: names that no bot can have are counted as one', async () => {
    const gateway = await serve({ shut: {} }, { limits: { failuresPerBot: { count: 2, seconds: 3600 } } });
    const statuses = [];
    for (const name of ['x'.repeat(64), 'y'.repeat(2000), 'Z', 'nowhere']) {
      statuses.push((await gateway.signIn(`/bots/${name}`, { secret: 'x' })).status);
    }
    assert.deepEqual(statuses, [401, 401, 429, 401]);
  });

  it('24: a client is told to connect anew after so many requests, and requests of an address are limited', async () => {
    const gateway = await serve(
      { open: {} },
      { limits: { requestsPerConnection: 2, requests: { count: 30, seconds: 3600 } } },
    );
    const { hostname, port } = new URL(gateway.address);
    const socket = connect(Number(port), hostname);
    const answers: string[] = [];
    for (let index = 0; index < 2; index++) {
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      const [data] = (await once(socket, 'data')) as [Buffer];
      answers.push(/Connection: \S+/.exec(data.toString())?.[0] ?? '');
    }
    assert.deepEqual(answers, ['Connection: keep-alive', 'Connection: close']);
    socket.destroy();
    const statuses = [];
    for (let index = 0; index < 30; index++) statuses.push((await gateway.fetch('/healthz')).status);
    assert.deepEqual(statuses.slice(27), [200, 429, 429]);
  });
});
