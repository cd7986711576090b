import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import type { Conversation, GatewayStore } from '../../../server/src/gateway/database/contract';
import { RecentConversations } from '../../../server/src/gateway/database/recentConversations';
import { onEachDatabase } from '../../support/databases';
import { beginning, turn } from './turns';

/** The connections that wait for a lock in this database. */
const BEHIND =
  "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'";

async function waitingBehind(holder: Client, count: number): Promise<void> {
  for (;;) {
    // What a transaction sees of the others stays as it was at first.
    await holder.query('select pg_stat_clear_snapshot()');
    const { rows } = await holder.query<{ count: number }>(`select count(*)::int ${BEHIND}`);
    if (rows[0]?.count === count) return;
  }
}

/** As another server has it that lacks the end, and went on from there: the revision is the same. */
async function changeUnseen(holder: Client, { id }: Conversation): Promise<void> {
  await holder.query("update botlane.conversations set language = 'nl' where id = $1", [id]);
  await holder.query('commit');
}

async function latestLanguage(store: GatewayStore, conversation: Conversation): Promise<string | undefined> {
  return (await store.conversations.latest(conversation))?.language;
}

onEachDatabase('What a turn begins from', (database) => {
  async function begun(store: GatewayStore): Promise<Conversation> {
    return (await store.conversations.create(beginning())).conversation;
  }

  it('is what was written last, without what JSON does not have', async () => {
    const store = await database.open();
    const conversation = await begun(store);
    for (let revision = 1; revision <= 3; revision++) {
      const session = { revision, nothing: undefined, zero: -0 };
      await store.conversations.write(conversation, revision, turn('Hello', { session, language: 'nl' }));
      const read = await store.conversations.read(conversation);
      assert.deepEqual(await store.conversations.latest(conversation), {
        session: read?.session,
        language: 'nl',
        revision: revision + 1,
      });
    }
    await store.close();
  });

  it('is of its own bot and environment only', async () => {
    const store = await database.open();
    const conversation = await begun(store);
    assert.ok(await store.conversations.latest(conversation));
    assert.equal(await store.conversations.latest({ ...conversation, bot: 'other' }), undefined);
    assert.equal(await store.conversations.latest({ ...conversation, environment: 'draft' }), undefined);
    await store.close();
  });

  it('says that a turn is open', async () => {
    const store = await database.open();
    const conversation = await begun(store);
    await store.conversations.write(conversation, 1, turn('Pay', { key: 'pay', busyFor: 60_000 }));
    const latest = await store.conversations.latest(conversation);
    assert.equal(latest?.open?.key, 'pay');
    assert.ok(latest.open.busyFor > 0);
    await store.close();
  });

  it('is nothing any more where the conversation was deleted', async () => {
    const store = await database.open();
    const [one, other] = [await begun(store), await begun(store)];
    await store.conversations.delete(one);
    assert.equal(await store.conversations.latest(one), undefined);
    await store.conversations.deleteUser(other.bot, other.user);
    assert.equal(await store.conversations.latest(other), undefined);
    await store.close();
  });

  if (database.kind === 'postgresql') {
    it('may be out of date where two gateways write, which the first write finds out', async () => {
      const [one, other] = [await database.open(), await database.open()];
      const conversation = await begun(one);
      await other.conversations.write(conversation, 1, turn('Hello'));
      const before = await one.conversations.latest(conversation);
      assert.equal(before?.revision, 1);
      const late = await one.conversations.write(conversation, 1, turn('Hello again'));
      assert.deepEqual(late, { outcome: 'outdated' });
      assert.equal((await one.conversations.latest(conversation))?.revision, 2);
      // From now on it is known that there are two.
      await one.conversations.write(conversation, 2, turn('Hello again'));
      await other.conversations.write(conversation, 3, turn('And again'));
      assert.equal((await one.conversations.latest(conversation))?.revision, 4);
    });

    it('stays known to be written by two, whatever turns they write', async () => {
      const [one, other] = [await database.open(), await database.open()];
      const conversation = await begun(one);
      await other.conversations.write(conversation, 1, turn('Hello'));
      await one.conversations.write(conversation, 1, turn('Hello'));
      // A turn with a call in it, and a request that is repeated.
      const call = turn('Pay', { key: 'pay', busyFor: 60_000 });
      await one.conversations.write(conversation, 2, call);
      const { incoming: _, ...rest } = turn('', { key: 'pay' });
      await one.conversations.write(conversation, 3, rest);
      const repeated = await one.conversations.write(conversation, 4, call);
      assert.equal(repeated.outcome, 'repeated');
      await one.conversations.write(conversation, 4, turn('And'));
      await other.conversations.write(conversation, 5, turn('And again'));
      assert.equal((await one.conversations.latest(conversation))?.revision, 6);
    });

    it('is nothing any more where the conversation was deleted while a turn was written', async () => {
      const store = await database.open();
      const [one, other] = [await begun(store), await begun(store)];
      for (const [conversation, erase] of [
        [one, () => store.conversations.delete(one)],
        [other, () => store.conversations.deleteUser(other.bot, other.user)],
      ] as const) {
        await withHolder(async (holder) => {
          await holder.query('select from botlane.conversations where id = $1 for update', [conversation.id]);
          const writing = store.conversations.write(conversation, 1, turn('Hello'));
          await waitingBehind(holder, 1);
          const erasing = erase();
          await waitingBehind(holder, 2);
          await holder.query('commit');
          assert.equal((await writing).outcome, 'written');
          await erasing;
        });
        assert.equal(await store.conversations.latest(conversation), undefined);
      }
    });

    it('is read when a connection broke that nobody used', async () => {
      const store = await database.open();
      const conversation = await begun(store);
      assert.equal((await store.conversations.latest(conversation))?.language, 'en');
      await withHolder(async (holder) => {
        await changeUnseen(holder, conversation);
        await holder.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
      });
      while ((await latestLanguage(store, conversation)) !== 'nl') await setImmediate();
    });

    it('is read when another statement found the server away', async () => {
      const store = await database.open();
      const conversation = await begun(store);
      await withHolder(async (holder) => {
        await changeUnseen(holder, conversation);
        await holder.query('begin');
        await holder.query('lock table botlane.conversations');
        const reading = assert.rejects(store.conversations.read(conversation), { reason: 'unavailable' });
        await waitingBehind(holder, 1);
        assert.equal(await latestLanguage(store, conversation), 'en');
        await holder.query(`select pg_cancel_backend(pid) ${BEHIND}`);
        await reading;
        await holder.query('commit');
      });
      assert.equal(await latestLanguage(store, conversation), 'nl');
    });

    /** A connection of its own, in a transaction. */
    async function withHolder(work: (holder: Client) => Promise<void>): Promise<void> {
      assert.ok(database.address.kind === 'postgresql');
      const holder = new Client({ connectionString: database.address.url });
      await holder.connect();
      try {
        await holder.query('begin');
        await work(holder);
      } finally {
        await holder.end();
      }
    }

    it('is found out to be gone by a write, where another gateway deleted it', async () => {
      const [one, other] = [await database.open(), await database.open()];
      const conversation = await begun(one);
      await other.conversations.delete(conversation);
      assert.deepEqual(await one.conversations.write(conversation, 1, turn('Hello')), { outcome: 'unknown' });
      assert.equal(await one.conversations.latest(conversation), undefined);
    });
  }
});

describe('Gateway: conversations that were written a moment ago', () => {
  const key = (id: number) => ({ bot: 'choo-choo', environment: 'live' as const, id: String(id) });
  const row = (session: string) => ({ ...key(0), session, language: 'en', revision: 1 });

  it('are remembered up to a size, those that are used longest', () => {
    const recent = new RecentConversations();
    const session = 'x'.repeat(1_000_000);
    for (let id = 0; id < 100; id++) {
      recent.set(String(id), row(session));
      // The first one goes on being written.
      recent.set('0', row(session));
    }
    const kept = Array.from({ length: 100 }, (_, id) => id).filter((id) => recent.get(key(id)));
    assert.ok(kept.length < 20, `${kept.length} megabytes`);
    assert.deepEqual([kept.includes(0), kept.includes(99), kept.includes(50)], [true, true, false]);
  });

  it('are forgotten when nobody talks in them', async () => {
    const recent = new RecentConversations(1);
    recent.set('1', row('{}'));
    assert.ok(recent.get(key(1)));
    while (recent.get(key(1))) await setImmediate();
  });
});
