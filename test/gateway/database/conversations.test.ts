import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type {
  Conversation,
  GatewayStore,
  NewConversation,
  TurnWrite,
} from '../../../server/src/gateway/database/contract';
import { onEachDatabase } from '../../support/databases';
import { beginning, turn } from './turns';

onEachDatabase('Conversations', (database) => {
  let store: GatewayStore;
  before(async () => {
    store = await database.open();
  });

  async function begun(changes: Partial<NewConversation> = {}): Promise<Conversation> {
    const created = await store.conversations.create(beginning(changes));
    assert.equal(created.outcome, 'created');
    return created.conversation;
  }

  async function said(conversation: Conversation, text: string, changes: Partial<TurnWrite> = {}) {
    const written = await store.conversations.write(conversation, conversation.revision, turn(text, changes));
    assert.equal(written.outcome, 'written', JSON.stringify(written));
    return written;
  }

  it('begins one with its first turn', async () => {
    const start = beginning({ user: 'ada' });
    const created = await store.conversations.create(start);
    assert.equal(created.outcome, 'created');
    assert.match(created.conversation.id, /^[\w-]{22}$/);
    assert.deepEqual(
      created.turn.outgoing.map(({ id, text }) => [id, text]),
      [[1, 'Welcome.']],
    );
    assert.deepEqual(await store.conversations.read(created.conversation), created.conversation);
    assert.deepEqual(await store.conversations.turn(created.conversation, start.turn.key), created.turn);
  });

  it('begins the same one for the same start key of the same owner, at the same time too', async () => {
    const start = beginning({ user: 'grace', startKey: 'once' });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.conversations.create(start)));
    assert.equal(outcomes.filter(({ outcome }) => outcome === 'created').length, 1);
    assert.equal(new Set(outcomes.map(({ conversation }) => conversation.id)).size, 1);
    const answers = outcomes.map(({ turn: first }) => first.outgoing.map(({ text }) => text));
    assert.deepEqual(new Set(answers.map(String)), new Set(['Welcome.']));
    const other = await store.conversations.create({ ...start, user: 'not grace' });
    assert.equal(other.outcome, 'created');
  });

  it('writes session, messages and revision in one step, and gives them back as they were', async () => {
    const conversation = await begun();
    const session = { variables: { odd: 'a\u0000b\ud800', text: '"\\ 😀' }, list: [1, null, true] };
    const request = turn('two tickets', {
      session,
      language: 'nl',
      version: 7,
      outgoing: [
        { text: 'Which day?', dialog: 'booking/day', buttons: [{ id: 'b1', label: 'Today' }] },
        {
          text: 'Or none?',
          dialog: 'booking/day',
          buttons: [{ id: 'b2', label: 'No', url: 'https://x.example' }],
        },
      ],
      handover: true,
    });
    const written = await store.conversations.write(conversation, 1, request);
    assert.equal(written.outcome, 'written');
    const after = await store.conversations.read(conversation);
    assert.deepEqual(after?.session, session);
    assert.deepEqual([after?.revision, after?.lastMessage, after?.language], [2, 4, 'nl']);
    assert.deepEqual(await store.conversations.turn(conversation, request.key), written.turn);
    assert.deepEqual(await store.conversations.messages(conversation, 1, 10), [
      written.turn.incoming,
      ...written.turn.outgoing,
    ]);
    assert.deepEqual(written.turn.incoming?.heard, request.incoming?.heard);
    assert.deepEqual(written.turn.outgoing[1]?.buttons, request.outgoing[1]?.buttons);
    assert.equal(written.turn.handover, true);
  });

  it('answers a repeated request with what was answered, and writes nothing', async () => {
    const conversation = await begun();
    const request = turn('hello');
    const first = await store.conversations.write(conversation, 1, request);
    assert.equal(first.outcome, 'written');
    for (const revision of [1, 2]) {
      const again = await store.conversations.write(conversation, revision, request);
      assert.deepEqual(again, { outcome: 'repeated', turn: first.turn });
    }
    assert.equal((await store.conversations.messages(conversation, 0, 10))?.length, 3);
  });

  it('refuses what was made from an older revision', async () => {
    const conversation = await begun();
    await said(conversation, 'first');
    const late = await store.conversations.write(conversation, conversation.revision, turn('late'));
    assert.deepEqual(late, { outcome: 'outdated' });
    assert.equal((await store.conversations.messages(conversation, 0, 10))?.length, 3);
  });

  it('finds a conversation under its own bot and environment only', async () => {
    const conversation = await begun({ bot: 'choo-choo' });
    for (const wrong of [
      { ...conversation, bot: 'other' },
      { ...conversation, environment: 'draft' as const },
      { ...conversation, id: 'AAAAAAAAAAAAAAAAAAAAAA' },
    ]) {
      assert.equal(await store.conversations.read(wrong), undefined);
      assert.equal(await store.conversations.messages(wrong, 0, 10), undefined);
      assert.equal(await store.conversations.export(wrong), undefined);
      assert.equal(await store.conversations.delete(wrong), false);
      assert.deepEqual(await store.conversations.write(wrong, 1, turn('x')), { outcome: 'unknown' });
    }
  });

  it('keeps others out while the effect of a turn is under way, and lets its own part end it', async () => {
    const conversation = await begun();
    const first = turn('call', { busyFor: 60_000 });
    const opened = await store.conversations.write(conversation, 1, first);
    assert.ok(opened.outcome === 'written' && !opened.turn.done);
    const held = await store.conversations.read(conversation);
    assert.equal(held?.open?.key, first.key);
    assert.ok(held.open.busyFor > 0 && held.open.busyFor <= 60_000, String(held.open.busyFor));
    assert.deepEqual(await store.conversations.write(conversation, 2, turn('other')), {
      outcome: 'outdated',
    });
    const again = await store.conversations.write(conversation, 2, first);
    assert.ok(again.outcome === 'repeated' && !again.turn.done);
    const rest = {
      ...turn('', { key: first.key }),
      outgoing: [{ text: 'Done.', dialog: 'a/b', buttons: [] }],
    };
    delete (rest as { incoming?: unknown }).incoming;
    const ended = await store.conversations.write(conversation, 2, rest);
    assert.ok(ended.outcome === 'written' && ended.turn.done);
    assert.deepEqual(
      [ended.turn.incoming?.text, ...ended.turn.outgoing.map(({ text }) => text)],
      ['call', 'Answer to call', 'Done.'],
    );
    assert.equal((await store.conversations.read(conversation))?.open, undefined);
    assert.equal((await store.conversations.write(conversation, 3, turn('next'))).outcome, 'written');
  });

  it('lets others go on when the lease of a turn is over, whose rest then comes too late', async () => {
    const conversation = await begun();
    const first = turn('call', { busyFor: 0 });
    await said(conversation, 'call', first);
    const next = await store.conversations.write(conversation, 2, turn('next'));
    assert.equal(next.outcome, 'written');
    const { incoming: _, ...rest } = turn('', { key: first.key });
    const late = await store.conversations.write(conversation, 3, rest);
    assert.ok(late.outcome === 'repeated' && late.turn.done);
  });

  it('gives the conversation of an owner that was begun last', async () => {
    const owner = { user: 'newest', channel: 'rest' };
    await begun({ ...owner, turn: turn('', { at: new Date('2026-01-01T00:00:00Z') }) });
    const second = await begun({ ...owner, turn: turn('', { at: new Date('2026-01-02T00:00:00Z') }) });
    const found = await store.conversations.newest(second);
    assert.equal(found?.id, second.id);
    assert.equal(await store.conversations.newest({ ...second, channel: 'web' }), undefined);
  });

  it('lists page by page, filtered', async () => {
    const bot = 'listed';
    const ids: string[] = [];
    for (let day = 1; day <= 5; day++) {
      const at = new Date(Date.UTC(2026, 2, day));
      const { id } = await begun({ bot, user: day === 3 ? 'ada' : '', turn: turn('', { at }) });
      ids.unshift(id);
    }
    const pages: string[][] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await store.conversations.list({ bot, limit: 2, after });
      pages.push(page.items.map(({ id }) => id));
      after = page.next;
    }
    assert.deepEqual(pages, [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    const ofAda = await store.conversations.list({ bot, user: 'ada', limit: 10 });
    assert.deepEqual(
      ofAda.items.map(({ id }) => id),
      [ids[2]],
    );
    const range = { since: new Date(Date.UTC(2026, 2, 2)), until: new Date(Date.UTC(2026, 2, 4)) };
    const inRange = await store.conversations.list({ bot, ...range, limit: 10 });
    assert.deepEqual(
      inRange.items.map(({ id }) => id),
      ids.slice(2, 4),
    );
  });

  it('tells a cursor that it did not give', async () => {
    for (const after of ['x', randomUUID(), Buffer.from('["1","2"]').toString('base64url')]) {
      await assert.rejects(store.conversations.list({ bot: 'listed', limit: 2, after }), {
        reason: 'invalid-cursor',
      });
    }
  });

  it('refuses U+0000 and halves of surrogate pairs before they are sent, and goes on', async () => {
    const conversation = await begun();
    for (const text of ['a\u0000b', '\ud83d', '\ude00 b']) {
      const wrong = store.conversations.write(conversation, 1, turn(text));
      await assert.rejects(wrong, { reason: 'invalid-text' });
      await assert.rejects(store.conversations.create(beginning({ user: text })), { reason: 'invalid-text' });
      await assert.rejects(store.conversations.turn(conversation, text), { reason: 'invalid-text' });
    }
    assert.equal((await store.conversations.write(conversation, 1, turn('a 😀'))).outcome, 'written');
  });

  it('does not let one text that cannot be kept harm the others that come at the same time', async () => {
    const conversations = await Promise.all(Array.from({ length: 10 }, () => begun()));
    const outcomes = await Promise.allSettled(
      conversations.map((one, index) =>
        store.conversations.write(one, 1, turn(index === 4 ? '\u0000' : 'fine')),
      ),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      outcomes.map((_, index) => (index === 4 ? 'rejected' : 'fulfilled')),
    );
  });

  it('keeps what a bot says even where a service put something into it that cannot be kept', async () => {
    const conversation = await begun();
    const outgoing = [{ text: 'a\u0000b', dialog: 'a/b', buttons: [{ id: 'x', label: '\ud800' }] }];
    const { turn: kept } = await said(conversation, 'x', { outgoing });
    assert.equal(kept.outgoing[0]?.text, 'a\uFFFDb');
    assert.deepEqual(await store.conversations.messages(conversation, 2, 1), kept.outgoing);
    assert.equal(kept.outgoing[0]?.buttons[0]?.label, '\uFFFD');
  });
});
