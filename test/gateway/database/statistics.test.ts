import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type {
  Counts,
  GatewayStore,
  StatisticsDimension,
  StatisticsQuery,
} from '../../../server/src/gateway/database/contract';
import { onEachDatabase } from '../../support/databases';
import { beginning, turn } from './turns';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);

/** A conversation with one turn, as the property makes it up. */
interface Talk {
  readonly minute: number;
  readonly environment: 'draft' | 'live';
  readonly channel: string;
  readonly user: string;
  readonly language: string;
  readonly version: number | null;
  readonly intent: string;
  readonly understood: boolean;
  readonly handover: boolean;
  readonly thumb: 'up' | 'down' | undefined;
}

const talk: fc.Arbitrary<Talk> = fc.record({
  minute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  environment: fc.constantFrom('draft', 'live'),
  channel: fc.constantFrom('web', 'rest'),
  user: fc.constantFrom('', 'ada', 'eve'),
  language: fc.constantFrom('en', 'nl'),
  version: fc.constantFrom(null, 1, 2),
  intent: fc.constantFrom('book', 'refund'),
  understood: fc.boolean(),
  handover: fc.boolean(),
  thumb: fc.constantFrom(undefined, 'up', 'down'),
});

const filter = fc.record(
  {
    environment: fc.constantFrom('draft' as const, 'live' as const),
    channel: fc.constantFrom('web', 'rest'),
    language: fc.constantFrom('en', 'nl'),
    version: fc.constantFrom(null, 1, 2),
  },
  { requiredKeys: [] },
);

onEachDatabase('Statistics', (database) => {
  let store: GatewayStore;
  let bots = 0;
  before(async () => {
    store = await database.open();
  });

  async function happened(talks: readonly Talk[]): Promise<string> {
    const bot = `bot-${++bots}`;
    for (const one of talks) {
      const at = new Date(START + one.minute * 60_000);
      const common = { at, language: one.language, version: one.version };
      const { environment, channel, user } = one;
      const start = beginning({ bot, environment, channel, user });
      const { conversation } = await store.conversations.create({
        ...start,
        turn: { ...start.turn, ...common },
      });
      const heard = { intent: one.intent, score: 0.5, understood: one.understood, exact: false };
      const incoming = { kind: 'text', text: 'x', heard } as const;
      await store.conversations.write(
        conversation,
        1,
        turn('x', { ...common, incoming, handover: one.handover, dialogs: ['a/b', 'a/b', one.intent] }),
      );
      if (one.thumb === undefined) continue;
      const rating = { message: 3, comment: '', at };
      await store.feedback.put(conversation, { ...rating, thumb: one.thumb === 'up' ? 'down' : 'up' });
      await store.feedback.put(conversation, { ...rating, thumb: one.thumb });
    }
    return bot;
  }

  it('counts what happened, by every dimension and over time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(talk, { maxLength: 10 }), filter, async (talks, by) => {
        const bot = await happened(talks);
        const query: StatisticsQuery = {
          bot,
          since: new Date(START),
          until: new Date(START + 2 * DAY),
          ...by,
        };
        const inQuery = talks.filter(
          (one) =>
            one.minute < 2 * 24 * 60 &&
            Object.entries(by).every(([name, value]) => one[name as StatisticsDimension] === value),
        );
        assert.deepEqual(await store.statistics.total(query), {
          ...countsOf(inQuery),
          users: usersOf(inQuery),
        });
        for (const [unit, length] of [
          ['hour', HOUR],
          ['day', DAY],
        ] as const) {
          const points = groups(
            inQuery,
            ({ minute }) => Math.floor((minute * 60_000) / length) * length + START,
          );
          assert.deepEqual(
            await store.statistics.timeline(query, unit),
            [...points]
              .sort(([a], [b]) => a - b)
              .map(([at, own]) => ({ at: new Date(at), ...countsOf(own), users: usersOf(own) })),
          );
        }
        for (const dimension of ['version', 'environment', 'channel', 'language'] as const) {
          const expected = [...groups(inQuery, (one) => String(one[dimension] ?? ''))];
          assert.deepEqual(
            byName(await store.statistics.split(query, dimension)),
            byName(expected.map(([name, own]) => ({ name, ...countsOf(own) }))),
          );
        }
        const intents = groups(
          inQuery.filter(({ understood }) => understood),
          ({ intent }) => intent,
        );
        assert.deepEqual(
          byName(await store.statistics.intents(query, 10)),
          byName([...intents].map(([name, own]) => ({ name, count: own.length }))),
        );
        const [most] = await store.statistics.dialogs(query, 1);
        if (inQuery.length > 0) assert.deepEqual(most, { name: 'a/b', count: 2 * inQuery.length });
      }),
      { numRuns: 12 },
    );
  });

  it('compares the hours before a release with those after it', async () => {
    const talks: Talk[] = [9, 11, 12, 13, 14, 17].map((hour) => ({
      minute: hour * 60 + 30,
      environment: 'live',
      channel: 'web',
      user: '',
      language: 'en',
      version: 1,
      intent: 'book',
      understood: hour > 12,
      handover: false,
      thumb: undefined,
    }));
    const bot = await happened(talks);
    const { before, after } = await store.statistics.around({ bot }, new Date(START + 12.2 * HOUR), 4);
    assert.deepEqual([before.messages, before.notUnderstood], [2, 2]);
    assert.deepEqual([after.messages, after.notUnderstood], [2, 0]);
  });

  it('marks a release once, however many gateways see it, and again when it comes back', async () => {
    const release = (version: number, hour: number, commit = `c${version}`) =>
      ({ bot: 'seen', environment: 'live', version, commit, at: new Date(START + hour * HOUR) }) as const;
    await Promise.all(Array.from({ length: 6 }, () => store.releases.seen(release(1, 1))));
    // Another deployment of the same version, and then what its schedule says.
    await store.releases.seen(release(1, 1.5, 'c2'));
    await store.releases.seen(release(2, 2));
    await store.releases.seen(release(1, 3));
    const seen = await store.releases.list('seen', new Date(START), new Date(START + DAY));
    assert.deepEqual(seen, [release(1, 1), release(2, 2), release(1, 3)]);
    assert.equal((await store.releases.list('seen', new Date(START), new Date(START + 3 * HOUR))).length, 2);
  });

  it('lists feedback, and takes it for messages of the bot only', async () => {
    const bot = 'rated';
    const { conversation } = await store.conversations.create(beginning({ bot }));
    await store.conversations.write(conversation, 1, turn('x', { version: 4 }));
    const rating = { thumb: 'up', comment: 'Nice', at: new Date(START) } as const;
    for (const message of [0, 2, 4]) {
      assert.equal(await store.feedback.put(conversation, { ...rating, message }), false, String(message));
    }
    assert.equal(
      await store.feedback.put({ ...conversation, bot: 'other' }, { ...rating, message: 3 }),
      false,
    );
    assert.equal(await store.feedback.put(conversation, { ...rating, message: 1 }), true);
    const later = new Date(START + HOUR);
    assert.equal(
      await store.feedback.put(conversation, { ...rating, message: 3, thumb: 'down', at: later }),
      true,
    );
    const first = await store.feedback.list({ bot, limit: 1 });
    assert.deepEqual(first.items, [
      {
        bot,
        environment: 'live',
        conversation: conversation.id,
        message: 3,
        thumb: 'down',
        comment: 'Nice',
        at: later,
        version: 4,
        dialog: 'booking/start',
      },
    ]);
    const rest = await store.feedback.list({ bot, limit: 5, after: first.next });
    assert.deepEqual(
      rest.items.map(({ message }) => message),
      [1],
    );
    assert.deepEqual((await store.feedback.list({ bot, thumb: 'up', since: later, limit: 5 })).items, []);
  });
});

function countsOf(talks: readonly Talk[]): Counts {
  const count = (holds: (one: Talk) => boolean): number => talks.filter(holds).length;
  return {
    conversations: talks.length,
    messages: talks.length,
    asked: talks.length,
    notUnderstood: count(({ understood }) => !understood),
    handovers: count(({ handover }) => handover),
    thumbsUp: count(({ thumb }) => thumb === 'up'),
    thumbsDown: count(({ thumb }) => thumb === 'down'),
  };
}

/** Nobody in particular is somebody else every time. */
function usersOf(talks: readonly Talk[]): number {
  return new Set(talks.map(({ channel, user }, index) => (user === '' ? index : `${channel} ${user}`))).size;
}

function groups<K>(talks: readonly Talk[], key: (one: Talk) => K): ReadonlyMap<K, readonly Talk[]> {
  const found = new Map<K, Talk[]>();
  for (const one of talks) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}

function byName<T extends { readonly name: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
