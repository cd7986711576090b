import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type {
  GatewayStore,
  InboxEntry,
  InboxQuery,
  IncomingMessage,
} from '../../../server/src/gateway/database/contract';
import { inboxId } from '../../../server/src/gateway/database/inboxId';
import { onEachDatabase } from '../../support/databases';
import { beginning, turn } from './turns';

const NOON = Date.UTC(2026, 10, 21, 12);

interface Said {
  readonly text: string;
  readonly language?: string;
  readonly environment?: 'live' | 'draft';
  readonly heard?: Partial<NonNullable<IncomingMessage['heard']>> | null;
}

onEachDatabase('Inbox', (database) => {
  let store: GatewayStore;
  let bots = 0;
  before(async () => {
    store = await database.open();
  });

  /** Everything in conversations of their own, a second apart. */
  async function say(all: readonly Said[]): Promise<string> {
    const bot = `bot-${++bots}`;
    for (const [second, { text, language = 'en', environment = 'live', heard }] of all.entries()) {
      const { conversation } = await store.conversations.create(beginning({ bot, environment }));
      const full = { intent: 'book', score: 0.5, understood: true, exact: false, ...heard };
      const incoming = { kind: 'text', text, ...(heard !== null && { heard: full }) } as const;
      const at = new Date(NOON + 1000 * second);
      await store.conversations.write(conversation, 1, turn(text, { incoming, language, at }));
    }
    return bot;
  }

  async function texts(bot: string, query: Partial<InboxQuery> = {}): Promise<readonly string[]> {
    const page = await store.inbox.list({ bot, order: 'newest', limit: 100, ...query });
    return page.items.map(({ text }) => text);
  }

  it('shows a text once, as it was said last, with how often it was said', async () => {
    const bot = await say([
      { text: 'Two tickets', heard: { score: 0.2, understood: false } },
      { text: 'refund' },
      { text: '  two   TICKETS ', heard: { intent: 'buy', score: 0.9 }, environment: 'draft' },
      { text: 'two tickets', language: 'nl' },
    ]);
    const { items } = await store.inbox.list({ bot, order: 'newest', limit: 10 });
    assert.deepEqual(
      items.map(({ text, language, count }) => [text, language, count]),
      [
        ['two tickets', 'nl', 1],
        ['  two   TICKETS ', 'en', 2],
        ['refund', 'en', 1],
      ],
    );
    const { id: _, ...latest } = items[1] as InboxEntry;
    assert.deepEqual(latest, {
      text: '  two   TICKETS ',
      language: 'en',
      count: 2,
      firstAt: new Date(NOON),
      lastAt: new Date(NOON + 2000),
      environment: 'draft',
      version: 1,
      intent: 'buy',
      score: 0.9,
      understood: true,
    });
    assert.equal(await store.inbox.count(bot), 3);
  });

  it('leaves out expressions of the bot and answers to its questions', async () => {
    const bot = await say([
      { text: 'known', heard: { exact: true } },
      { text: 'an answer', heard: null },
      { text: 'new' },
    ]);
    assert.deepEqual(await texts(bot), ['new']);
  });

  it('leaves out what was decided, until that is taken back', async () => {
    const bot = await say([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
    const decide = (text: string, verdict: 'accepted' | 'ignored') =>
      ({ id: inboxId(text, 'en'), verdict, by: 'ada', at: new Date(NOON) }) as const;
    await store.inbox.decide(bot, [
      decide('one', 'accepted'),
      decide('TWO', 'ignored'),
      decide('two', 'accepted'),
    ]);
    await store.inbox.decide(bot, []);
    assert.deepEqual(await texts(bot), ['three']);
    assert.equal(await store.inbox.count(bot), 1);
    assert.equal(await store.inbox.undecide(bot, [inboxId('one', 'en'), inboxId('nothing', 'en')]), 1);
    assert.deepEqual(await texts(bot), ['three', 'one']);
    assert.equal(await store.inbox.undecide('another', [inboxId('two', 'en')]), 0);
  });

  it('takes all decisions or none', async () => {
    const bot = await say([{ text: 'one' }, { text: 'two' }]);
    const decision = { verdict: 'ignored', by: 'ada', at: new Date(NOON) } as const;
    const decisions = [
      { ...decision, id: inboxId('one', 'en') },
      { ...decision, id: '\u0000' },
    ];
    await assert.rejects(store.inbox.decide(bot, decisions), { reason: 'invalid-text' });
    assert.equal(await store.inbox.count(bot), 2);
  });

  it('filters by what was made of a text', async () => {
    const bot = await say([
      { text: 'draft', environment: 'draft' },
      { text: 'lost', heard: { intent: undefined, score: 0, understood: false } },
      { text: 'niet', language: 'nl', heard: { understood: false } },
    ]);
    assert.deepEqual(await texts(bot, { environment: 'draft' }), ['draft']);
    assert.deepEqual(await texts(bot, { intent: null }), ['lost']);
    assert.deepEqual(await texts(bot, { intent: 'book' }), ['niet', 'draft']);
    assert.deepEqual(await texts(bot, { understood: false, language: 'nl' }), ['niet']);
    assert.deepEqual(await texts(bot, { since: new Date(NOON + 2000) }), ['niet']);
  });

  it('gives every entry once, in order, whatever the size of the pages', async () => {
    const words = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const said = fc.record({
      text: words,
      heard: fc.record({ score: fc.constantFrom(0, 0.1, 1 / 3, 1e-7, 0.999999999999) }),
    });
    const order = fc.constantFrom('newest', 'most-frequent', 'lowest-score');
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 12 }),
        order,
        fc.integer({ min: 1, max: 4 }),
        async (all, by, limit) => {
          const bot = await say(all);
          const found: InboxEntry[] = [];
          for (let after: string | undefined, more = true; more; more = after !== undefined) {
            const page = await store.inbox.list({ bot, order: by, limit, after });
            assert.ok(page.items.length <= limit);
            found.push(...page.items);
            after = page.next;
          }
          const whole = await store.inbox.list({ bot, order: by, limit: 100 });
          assert.deepEqual(found, whole.items);
          const sort = (entry: InboxEntry) =>
            ({ newest: -entry.lastAt.getTime(), 'most-frequent': -entry.count, 'lowest-score': entry.score })[
              by
            ];
          assert.deepEqual(
            found.map(sort),
            found.map(sort).toSorted((a, b) => a - b),
          );
          const counts = new Map(found.map(({ text, count }) => [text, count]));
          for (const text of new Set(all.map((one) => one.text))) {
            assert.equal(counts.get(text), all.filter((one) => one.text === text).length);
          }
          assert.equal(await store.inbox.count(bot), found.length);
        },
      ),
      { numRuns: 12 },
    );
  });
});
