import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type {
  Conversation,
  GatewayStore,
  NewConversation,
} from '../../../server/src/gateway/database/contract';
import { onEachDatabase, withTables } from '../../support/databases';
import { beginning, turn } from './turns';

const DAY = 86_400_000;
const NOW = new Date('2026-11-21T12:00:00Z');

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY);
}

onEachDatabase('Personal data', (database) => {
  let store: GatewayStore;
  beforeEach(async () => {
    store = await database.open();
  });
  afterEach(() => store.close());

  /** A conversation with a rated answer; each turn so many days ago. */
  async function talked(
    days: readonly number[],
    changes: Partial<NewConversation> = {},
  ): Promise<Conversation> {
    const [first = 0, ...rest] = days;
    const start = beginning(changes);
    const { conversation } = await store.conversations.create({
      ...start,
      turn: { ...start.turn, at: daysAgo(first) },
    });
    for (const [index, day] of rest.entries()) {
      const at = daysAgo(day);
      const written = await store.conversations.write(conversation, index + 1, turn(`day ${day}`, { at }));
      assert.equal(written.outcome, 'written');
      const message = written.turn.outgoing[0]?.id ?? 0;
      assert.ok(
        await store.feedback.put(conversation, { message, thumb: 'down', comment: `of day ${day}`, at }),
      );
    }
    return conversation;
  }

  /** How many rows of a conversation there are, in every table that has any. */
  async function rowsOf({ id }: Conversation): Promise<Readonly<Record<string, number>>> {
    await store.close();
    const counts = await withTables(database.address, async (db) => {
      const { rows: columns } = await sql<{ table: string; column: string }>`
        select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'botlane' and data_type = 'text'`.execute(db);
      const found: Record<string, number> = {};
      for (const { table, column } of columns) {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from ${sql.table(`botlane.${table}`)} where ${sql.ref(column)} = ${id}`.execute(
          db,
        );
        if (rows[0]?.count) found[table] = (found[table] ?? 0) + rows[0].count;
      }
      return found;
    });
    store = await database.open();
    return counts;
  }

  it('is exported whole', async () => {
    const conversation = await talked([3, 2, 1], { user: 'ada' });
    const exported = await store.conversations.export(conversation);
    assert.deepEqual(exported?.conversation, await store.conversations.read(conversation));
    assert.deepEqual(
      exported?.messages.map(({ text }) => text),
      ['Welcome.', 'day 2', 'Answer to day 2', 'day 1', 'Answer to day 1'],
    );
    assert.deepEqual(
      exported.feedback.map(({ message, thumb, comment }) => [message, thumb, comment]),
      [
        [3, 'down', 'of day 2'],
        [5, 'down', 'of day 1'],
      ],
    );
  });

  it('is gone from every table when a conversation is deleted', async () => {
    const conversation = await talked([3, 2, 1]);
    const other = await talked([3, 2, 1]);
    assert.deepEqual(Object.keys(await rowsOf(conversation)).sort(), [
      'conversations',
      'feedback',
      'messages',
      'turns',
    ]);
    assert.equal(await store.conversations.delete(conversation), true);
    assert.deepEqual(await rowsOf(conversation), {});
    assert.equal(await store.conversations.delete(conversation), false);
    assert.deepEqual(await rowsOf(other), { conversations: 1, turns: 3, messages: 5, feedback: 2 });
    assert.deepEqual(await store.conversations.write(conversation, 3, turn('x')), { outcome: 'unknown' });
  });

  it('leaves no row behind though turns are written while a conversation is deleted', async () => {
    const conversation = await talked([1]);
    const writing = (async () => {
      for (let revision = 1; ; revision++) {
        const written = await store.conversations.write(conversation, revision, turn('more'));
        if (written.outcome !== 'written') return written.outcome;
      }
    })();
    assert.equal(await store.conversations.delete(conversation), true);
    assert.equal(await writing, 'unknown');
    assert.deepEqual(await rowsOf(conversation), {});
  });

  it('of a user is deleted with all conversations of that user', async () => {
    const mine = [
      await talked([1, 1], { user: 'eve' }),
      await talked([1], { user: 'eve', environment: 'draft' }),
    ];
    const other = await talked([1], { user: 'eve', bot: 'another' });
    assert.equal(await store.conversations.deleteUser('choo-choo', 'eve'), 2);
    for (const one of mine) assert.deepEqual(await rowsOf(one), {});
    assert.ok(await store.conversations.read(other));
  });

  it('is purged when its time is over, bot by bot', async () => {
    await store.retention.purge(NOW);
    assert.equal(await store.retention.days('short'), 365);
    await store.retention.set('short', 30);
    await store.retention.set('short', 10);
    assert.equal(await store.retention.days('short'), 10);
    const old = await talked([40, 20, 11], { bot: 'short' });
    const goesOn = await talked([40, 20, 9, 1], { bot: 'short' });
    const elsewhere = await talked([40, 20], { bot: 'long' });
    const ancient = await talked([400, 380], { bot: 'long' });
    const purged = await store.retention.purge(NOW);
    assert.deepEqual(purged, { conversations: 2, messages: 5 + 3 + 3, signIns: 0 });
    assert.deepEqual(await rowsOf(old), {});
    assert.deepEqual(await rowsOf(ancient), {});
    assert.deepEqual(await rowsOf(goesOn), { conversations: 1, turns: 2, messages: 4, feedback: 2 });
    assert.deepEqual(await rowsOf(elsewhere), { conversations: 1, turns: 2, messages: 3, feedback: 1 });
    // What was counted stays.
    const range = { bot: 'short', since: daysAgo(50), until: NOW };
    assert.equal((await store.statistics.total(range)).messages, 5);
    assert.deepEqual(await store.retention.purge(NOW), { conversations: 0, messages: 0, signIns: 0 });
  });

  it('is purged in steps, by two gateways at once', async () => {
    const bot = 'many';
    const many = Array.from({ length: 1200 }, () => {
      const start = beginning({ bot });
      return store.conversations.create({ ...start, turn: { ...start.turn, at: daysAgo(500) } });
    });
    await Promise.all(many);
    const calledOff = await store.retention.purge(NOW, AbortSignal.abort());
    assert.deepEqual(calledOff, { conversations: 0, messages: 0, signIns: 0 });
    const purged = await Promise.all([store.retention.purge(NOW), store.retention.purge(NOW)]);
    assert.equal(purged[0].conversations + purged[1].conversations, 1200);
    assert.deepEqual(await store.conversations.list({ bot, limit: 1 }), { items: [] });
  });

  if (database.kind === 'embedded') {
    it('is in no file any more after a purge', async () => {
      const secret = 'Kaninchen7391';
      const conversation = await talked([1], { user: secret });
      const request = turn(`I am ${secret}`, {
        session: { variables: { name: secret } },
        outgoing: [{ text: `Hello ${secret}`, dialog: 'a/b', buttons: [{ id: 'x', label: secret }] }],
      });
      await store.conversations.write(conversation, 1, request);
      await store.feedback.put(conversation, { message: 3, thumb: 'up', comment: secret, at: NOW });
      await store.close();
      assert.ok(database.address.kind === 'embedded');
      const { folder } = database.address;
      assert.notDeepEqual(filesWith(folder, secret), []);
      store = await database.open();
      await store.conversations.delete(conversation);
      await store.retention.purge(NOW);
      await store.close();
      assert.deepEqual(filesWith(folder, secret), []);
      store = await database.open();
    });
  }
});

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
