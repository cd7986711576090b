import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Conversation, GatewayStore } from '../../../server/src/gateway/database/contract';
import { RecentConversations } from '../../../server/src/gateway/database/recentConversations';
import { onEachDatabase } from '../../support/databases';
import { beginning, turn } from './turns';

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
