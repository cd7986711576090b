import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { Conversation, GatewayStore, StoreAddress } from '../../../server/src/gateway/database/contract';
import { onEachDatabase } from '../../support/databases';
import { appendTurns, type Remembering } from './append';
import { beginning, turn } from './turns';
import type { Task } from './writer';

onEachDatabase('Turns of a conversation', (database) => {
  async function begun(store: GatewayStore, count: number): Promise<readonly Conversation[]> {
    const created = await Promise.all(
      Array.from({ length: count }, () => store.conversations.create(beginning())),
    );
    return created.map(({ conversation }) => conversation);
  }

  /** Every turn ran on what all turns before it had left behind, and messages stand in that order. */
  async function assertOrdered(
    store: GatewayStore,
    conversation: Conversation,
    turns: number,
  ): Promise<void> {
    const read = await store.conversations.read(conversation);
    assert.ok(read);
    const { keys } = read.session as Remembering;
    assert.equal(keys.length, turns);
    assert.equal(new Set(keys).size, turns);
    const messages = (await store.conversations.messages(conversation, 0, 10 * turns)) ?? [];
    assert.deepEqual(
      messages.filter(({ from }) => from === 'user').map(({ text }) => text),
      keys.map((key, index) => `${key} behind ${keys[index - 1] ?? 'nothing'}`),
    );
    assert.deepEqual(
      messages.map(({ id }) => id),
      messages.map((_, index) => index + 1),
    );
    assert.equal(messages.length, 1 + 2 * turns);
  }

  it('stay in order, and none is lost, when many are written at the same time', async () => {
    const store = await database.open();
    const conversations = await begun(store, 3);
    const writers = conversations.flatMap((one) =>
      ['a', 'b', 'c'].map((name) => appendTurns(store, one, name, 15, () => undefined)),
    );
    await Promise.all(writers);
    for (const one of conversations) await assertOrdered(store, one, 45);
    await store.close();
  });

  if (database.kind === 'postgresql') {
    it('stay in order over three processes', async () => {
      const store = await database.open();
      const conversations = await begun(store, 4);
      const codes = ['a', 'b', 'c'].map(async (name) => {
        const { process: writer } = startWriter({
          address: database.address,
          name,
          conversations,
          turns: 20,
        });
        const [code] = (await once(writer, 'exit')) as [number];
        return code;
      });
      assert.deepEqual(await Promise.all(codes), [0, 0, 0]);
      for (const one of conversations) await assertOrdered(store, one, 60);
    });

    it('are written once each, though two gateways write the same ones in opposite order', async () => {
      const [one, other] = [await database.open(), await database.open()];
      const conversations = await begun(one, 100);
      for (let round = 1; round <= 5; round++) {
        const write = (store: GatewayStore, all: readonly Conversation[]) =>
          all.map((conversation) => store.conversations.write(conversation, round, turn(`round ${round}`)));
        const outcomes = await Promise.all([
          ...write(one, conversations),
          ...write(other, conversations.toReversed()),
        ]);
        const count = (word: string): number => outcomes.filter(({ outcome }) => outcome === word).length;
        assert.deepEqual([count('written'), count('outdated')], [100, 100]);
      }
    });

    it('are written once each, though every connection is cut while they are written', async () => {
      const store = await database.open();
      const conversations = await begun(store, 10);
      const cuts: Promise<number>[] = [];
      const acknowledge = (key: string): void => {
        if (/-(?:10|20|30)$/.test(key)) cuts.push(cutConnections(database.address));
      };
      const faults = await Promise.all(
        conversations.map((one) => appendTurns(store, one, 'a', 40, acknowledge)),
      );
      assert.ok(Math.max(...(await Promise.all(cuts))) > 0, 'connections were cut');
      assert.ok(Math.max(...faults) > 0, 'somebody noticed');
      for (const one of conversations) await assertOrdered(store, one, 40);
    });
  }

  it('are all there when their process is killed while it writes, and are not answered twice', async () => {
    const before = await database.open();
    const conversations = await begun(before, 4);
    await before.close();
    const { process: writer, acknowledged } = startWriter({
      address: database.address,
      name: 'a',
      conversations,
      turns: 100_000,
    });
    await acknowledged(200);
    writer.kill('SIGKILL');
    await once(writer, 'close');
    const known = await acknowledged(0);
    assert.ok(known.length >= 200, String(known.length));
    const store = await database.open();
    for (const [index, line] of known.entries()) {
      const [id, key = ''] = line.split(' ');
      const conversation = conversations.find((one) => one.id === id);
      assert.ok(conversation);
      const stored = await store.conversations.turn(conversation, key);
      assert.deepEqual([stored?.done, stored?.outgoing.length], [true, 1], line);
      if (index % 20 > 0) continue;
      const read = await store.conversations.read(conversation);
      const again = await store.conversations.write(
        conversation,
        read?.revision ?? 0,
        turn('again', { key }),
      );
      assert.deepEqual(again, { outcome: 'repeated', turn: stored });
    }
    for (const one of conversations) {
      const read = await store.conversations.read(one);
      assert.ok(read);
      await assertOrdered(store, one, (read.session as Remembering).keys.length);
    }
  });
});

interface Writer {
  readonly process: ChildProcess;
  /** Waits for so many acknowledged keys, and gives all that came until then. */
  readonly acknowledged: (count: number) => Promise<readonly string[]>;
}

function startWriter(task: Task): Writer {
  const child = spawn(process.execPath, [join(__dirname, 'writer.js'), JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let ended = false;
  let wake = (): void => undefined;
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  reader.once('close', () => {
    ended = true;
    wake();
  });
  const acknowledged = async (count: number): Promise<readonly string[]> => {
    while (lines.length < count) {
      assert.ok(!ended, 'the writer goes on');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return lines;
  };
  return { process: child, acknowledged };
}

/** How many there were. */
async function cutConnections(address: StoreAddress): Promise<number> {
  assert.ok(address.kind === 'postgresql');
  const client = new Client({ connectionString: address.url });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'botlane' and datname = current_database()`,
  );
  await client.end();
  return rowCount ?? 0;
}
