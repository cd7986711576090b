import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Reply } from '../../server/src/gateway/conversation/contract';
import { emptyDatabase, onEachDatabase } from '../support/databases';
import { GatewayProcess } from '../support/gatewayProcess';
import { BotRepository } from '../support/repository';

/** A request as its client remembers it; `reply` once it was acknowledged. */
interface Sent {
  readonly conversation: string;
  readonly text: string;
  readonly reply?: Reply;
}

onEachDatabase('Gateway processes', (database) => {
  let repository: BotRepository;
  let data: string;
  const key = randomBytes(32).toString('base64');
  const started: GatewayProcess[] = [];

  before(async () => {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    const open = await repository.releases.deploy(repository.bot(), {
      kind: 'visibility',
      visibility: 'public',
    });
    assert.ok(open.outcome === 'deployed');
    data = mkdtempSync(join(realpathSync(tmpdir()), 'botlane gateway '));
    if (database.address.kind === 'embedded') {
      renameSync(database.address.folder, join(data, 'database'));
    }
  });
  afterEach(async () => {
    for (const gateway of started.splice(0)) await gateway.end('SIGKILL');
  });
  after(() => {
    repository?.remove();
    if (data) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(more: NodeJS.ProcessEnv = {}): Promise<GatewayProcess> {
    const { address } = database;
    const env = {
      BOTLANE_SESSION_KEY: key,
      ...(address.kind === 'postgresql' && { DATABASE_URL: address.url }),
      ...more,
    };
    const words = ['--requests-per-minute', '100000'];
    const gateway = await GatewayProcess.start({ folder: repository.folder, data, env, words });
    started.push(gateway);
    return gateway;
  }

  it('have every acknowledged message after kill -9 under load, and answer none of them twice', async () => {
    const first = await start();
    const conversations = await Promise.all(Array.from({ length: 12 }, () => first.begin()));
    const sent: Sent[] = [];
    let acknowledged = 0;
    const walks = conversations.map(async (conversation) => {
      for (let index = 0; ; index++) {
        const request = { conversation, text: `nonsense ${index}` };
        try {
          sent.push({ ...request, reply: await first.say(conversation, request.text) });
        } catch {
          // The gateway is gone; whether this one was written before, its client cannot know.
          sent.push(request);
          return;
        }
        if (++acknowledged === 200) void first.end('SIGKILL');
      }
    });
    await Promise.all(walks);
    assert.equal(await first.ended(), null);
    assert.equal(sent.length, acknowledged + conversations.length, 'each was talking when it was killed');
    const second = await start();
    for (const { conversation, text, reply } of sent) {
      const again = await second.say(conversation, text);
      if (reply) assert.deepEqual(again, reply, 'the same request gets the same answer');
    }
    for (const conversation of conversations) {
      const own = sent.filter((one) => one.conversation === conversation);
      await assertInOrder(
        second,
        conversation,
        own.map(({ text }) => text),
      );
    }
  });

  if (database.kind === 'postgresql') {
    it('behave as one, three at one server: conversations stay in order, though one of them is killed', async () => {
      const gateways = await Promise.all([start(), start(), start()]);
      const [doomed, ...others] = gateways;
      const conversations = await Promise.all(
        [...gateways, ...gateways, ...gateways].map((gateway) => gateway.begin()),
      );
      let taken = 0;
      /** As a proxy in front of them sends it: to any of them, and once more to another one when that is gone. */
      const say = async (conversation: string, text: string, at: number): Promise<Reply> => {
        const [gateway = doomed, next = doomed] = [gateways[at % 3], others[at % 2]];
        assert.ok(gateway && next);
        try {
          const reply = await gateway.say(conversation, text);
          if (++taken === 100) void doomed?.end('SIGKILL');
          return reply;
        } catch (error) {
          if (gateway !== doomed) throw error;
          return next.say(conversation, text);
        }
      };
      const walks = conversations.map(async (conversation, walker) => {
        const texts: string[] = [];
        for (let round = 0; round < 12; round++) {
          // Three at the same moment, one for each gateway, in whichever order they come to be.
          const together = [0, 1, 2].map((at) => ({ text: `nonsense ${round} ${at}`, at: at + walker }));
          const replies = await Promise.all(together.map(({ text, at }) => say(conversation, text, at)));
          const order = together.map(({ text }, at) => ({ text, id: replies[at]?.messages[0]?.id ?? 0 }));
          order.sort((a, b) => a.id - b.id);
          texts.push(...order.map(({ text }) => text));
        }
        return { conversation, texts };
      });
      const said = await Promise.all(walks);
      assert.equal(await doomed?.ended(), null, 'it was killed while they talked');
      const [reader] = others;
      assert.ok(reader);
      for (const { conversation, texts } of said) await assertInOrder(reader, conversation, texts);
    });

    it('stop to the end although the database is gone, and say what could not be done', async () => {
      const found = await emptyDatabase('postgresql');
      assert.ok(!('missing' in found) && found.kind === 'postgresql');
      const gateway = await start({ DATABASE_URL: found.url, BOTLANE_EDITOR_TOKEN: 'x'.repeat(43) });
      await dropDatabase(found.url);
      assert.equal(await gateway.end('SIGTERM'), 0);
      const failed = gateway.lines.find(({ msg, ['problem']: problem }) => msg === 'stopping' && problem);
      assert.match(String(failed?.['problem']), /./);
      assert.equal(gateway.lines.at(-1)?.msg, 'stopped');
    });

    it('each admit the editor that started them, though it shows all the same token, until they end', async () => {
      const token = randomBytes(32).toString('base64url');
      const bots = async (gateway: GatewayProcess): Promise<number> => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`${gateway.address}/admin/v1/bots`, { headers })).status;
      };
      const [one, other] = [
        await start({ BOTLANE_EDITOR_TOKEN: token }),
        await start({ BOTLANE_EDITOR_TOKEN: token }),
      ];
      assert.deepEqual([await bots(one), await bots(other)], [200, 200]);
      assert.equal(await one.end('SIGTERM'), 0);
      assert.equal(await bots(other), 200);
      const stranger = await start();
      assert.equal(await bots(stranger), 401, 'a gateway that this editor did not start');
    });
  }
});

/** As an administrator does it who wants nobody to use it any more. */
async function dropDatabase(url: string): Promise<void> {
  const [, server = '', name = ''] = /^(.*\/)([^/]+)$/.exec(url) ?? [];
  const client = new Client({ connectionString: `${server}postgres` });
  await client.connect();
  await client.query(`drop database ${name} with (force)`);
  await client.end();
}

/** That everything was said once, in this order, with its answer directly behind it. */
async function assertInOrder(
  gateway: GatewayProcess,
  conversation: string,
  texts: readonly string[],
): Promise<void> {
  const said = (await gateway.history(conversation)).map(({ id, from, text }) => `${id} ${from}: ${text}`);
  const expected = texts.flatMap((text, index) => [
    `${2 * index + 2} user: ${text}`,
    `${2 * index + 3} bot: This is not_understood.`,
  ]);
  assert.deepEqual(said, ['1 bot: This is welcome.', ...expected]);
}
