import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import type { AdminCounts, Statistics } from '../../server/src/admin/api';
import { csvOf, statisticsCsv } from '../../server/src/admin/csv';
import { Gateway } from '../../server/src/admin/gateway';
import { RANGES, rangeOf, type RangeName } from '../../server/src/admin/range';

const COUNTS: AdminCounts = {
  conversations: 1,
  messages: 2,
  asked: 2,
  notUnderstood: 1,
  handovers: 0,
  thumbsUp: 0,
  thumbsDown: 0,
};

// Names come from bots, and from people who write to them: a spreadsheet must not run any.
describe('statistics as CSV', () => {
  it('writes nothing that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()), ([sign, rest]) => {
        const [, line = ''] = csvOf(['name'], [[`${sign}${rest}`]]).split(/\r\n/);
        assert.match(line, /^"?'/);
      }),
    );
  });

  it('has a line for every number that was counted', () => {
    const statistics: Statistics = {
      since: '2026-11-01T00:00:00.000Z',
      until: '2026-11-02T00:00:00.000Z',
      by: 'day',
      total: { ...COUNTS, users: 1 },
      timeline: [{ ...COUNTS, at: '2026-11-01T00:00:00.000Z', users: 1 }],
      versions: [{ ...COUNTS, name: '3' }],
      environments: [{ ...COUNTS, name: 'live' }],
      channels: [{ ...COUNTS, name: 'web' }],
      languages: [{ ...COUNTS, name: 'en' }],
      intents: [{ name: '=HYPERLINK("http://evil")', count: 2 }],
      dialogs: [{ name: 'general/welcome', count: 1 }],
      releases: [],
    };
    assert.equal(
      statisticsCsv(statistics).replaceAll('\r', ''),
      `kind,name,users,conversations,messages,asked,notUnderstood,handovers,thumbsUp,thumbsDown,count
total,,1,1,2,2,1,0,0,0,
day,2026-11-01T00:00:00.000Z,1,1,2,2,1,0,0,0,
version,3,,1,2,2,1,0,0,0,
environment,live,,1,2,2,1,0,0,0,
channel,web,,1,2,2,1,0,0,0,
language,en,,1,2,2,1,0,0,0,
intent,"'=HYPERLINK(""http://evil"")",,,,,,,,,2
dialog,general/welcome,,,,,,,,,1
`,
    );
  });
});

describe('the range of statistics', () => {
  it('ends after now, and is of whole hours or days', () => {
    const names = fc.constantFrom(...(Object.keys(RANGES) as RangeName[]));
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(names, moments, (name, now) => {
        const { since, until } = rangeOf(name, now);
        const step = RANGES[name].by === 'hour' ? 3_600_000 : 86_400_000;
        assert.ok(Date.parse(until) > now.getTime() && Date.parse(until) - now.getTime() <= step);
        assert.equal(Date.parse(until) - Date.parse(since), RANGES[name].length);
        assert.equal(Date.parse(since) % step, 0);
      }),
    );
  });
});

// A token opens everything that users said: it goes to the gateway and to nobody else.
describe('asking a gateway', () => {
  async function served<T>(listener: RequestListener, work: (address: string) => Promise<T>): Promise<T> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  function gatewayAt(address: string): Gateway {
    const made = Gateway.at(address, 'token');
    assert.ok(made.ok);
    return made.value;
  }

  it('sends no token in clear over a network, and none to what is no address', () => {
    for (const address of [
      'http://bots.example.org',
      'http://127.0.0.1.example.org',
      'ftp://x',
      'nowhere',
      '',
    ]) {
      assert.equal(Gateway.at(address, 'token').ok, false, address);
    }
    for (const address of [
      'https://bots.example.org',
      'http://localhost:8080',
      'http://[::1]:1',
      'http://127.0.0.1',
    ]) {
      assert.equal(Gateway.at(address, 'token').ok, true, address);
    }
    for (const token of ['', 'a b', 'a\r\nx: y', 'ü']) {
      assert.equal(Gateway.at('https://x.example', token).ok, false, JSON.stringify(token));
    }
  });

  it('does not follow a gateway that sends it elsewhere', async () => {
    let elsewhere = 0;
    await served(
      (_request, response) => {
        elsewhere++;
        response.end('[]');
      },
      async (other) => {
        const asked = await served(
          (_request, response) => response.writeHead(302, { location: other }).end(),
          (address) => gatewayAt(address).bots(),
        );
        assert.equal(asked.ok, false);
      },
    );
    assert.equal(elsewhere, 0);
  });

  it('keeps the path below which a gateway is served, and asks for what was meant', async () => {
    const seen: (string | undefined)[] = [];
    await served(
      (request, response) => {
        seen.push(request.url, request.headers.authorization);
        response.setHeader('content-type', 'application/json').end('{"items":[]}');
      },
      async (address) => {
        const asked = await gatewayAt(`${address}/gateway`).inbox('../x', {
          order: 'newest',
          after: undefined,
        });
        assert.deepEqual(asked, { ok: true, value: { items: [] } });
      },
    );
    assert.deepEqual(seen, ['/gateway/admin/v1/bots/..%2Fx/inbox?order=newest', 'Bearer token']);
  });

  for (const [what, listener, expected] of [
    [
      'a refusal in its own words',
      (_: unknown, response) => response.writeHead(422).end('{"error":{"message":"Too much."}}'),
      /\(422\)\. Too much\./,
    ],
    [
      'an order for what is not there, in its own words',
      (_: unknown, response) =>
        response.writeHead(404).end('{"error":{"code":"not-there","message":"There is no ann."}}'),
      /\(404\)\. There is no ann\.$/,
    ],
    [
      'a token for other bots, in its own words',
      (_: unknown, response) =>
        response.writeHead(403).end('{"error":{"code":"not-allowed","message":"It is for other bots."}}'),
      /\(403\)\. It is for other bots\.$/,
    ],
    [
      'an address that nobody knows',
      (_: unknown, response) =>
        response.writeHead(404).end('{"error":{"code":"unknown","message":"Nothing here."}}'),
      /does not know the bot, or the token may not do this/,
    ],
    ['a wrong token', (_: unknown, response) => response.writeHead(404).end('{}'), /Check the token/],
    ['what is no JSON', (_: unknown, response) => response.end('<html>'), /does not answer/],
    ['a connection that breaks', (request) => request.destroy(), /does not answer/],
  ] as const satisfies readonly (readonly [string, RequestListener, RegExp])[]) {
    it(`says what is wrong after ${what}`, async () => {
      const asked = await served(listener, (address) => gatewayAt(address).bots());
      assert.ok(!asked.ok);
      assert.match(asked.reason, expected);
    });
  }
});
