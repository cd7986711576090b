import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createConversations, type TurnReport } from '../../../server/src/gateway/conversation/host';
import { Sealer } from '../../../server/src/gateway/conversation/sealer';
import type {
  Answer,
  ConversationProblemReason,
  Conversations,
  Input,
  Reply,
} from '../../../server/src/gateway/conversation/contract';
import type { GatewayStore } from '../../../server/src/gateway/database/contract';
import { callPerformer } from '../../../server/src/gateway/effects/perform';
import { onEachDatabase, openedStore, type TestDatabase } from '../../support/databases';
import { startPublisher } from '../../support/publisher';
import { BotRepository, flowFile, intentFile, smallBot } from '../../support/repository';
import { Served } from '../../support/served';
import { WebService } from '../../support/webService';

const BOT = { bot: 'choo-choo', environment: 'live' } as const;
const CODE = '7291-secret';

/** A bot that calls a service, asks for something that nobody else may read, and counts nothing twice. */
function writeBot(repository: BotRepository, service: string): void {
  const bot = smallBot().get('bot.yaml') ?? '';
  repository.write(
    'bot.yaml',
    `${bot}variables:\n  code: { type: string, sensitive: true }\n  total: { type: number }\nrelease:\n  tests: "off"\n`,
  );
  repository.write(
    'flows/booking.flow.yaml',
    `flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: One moment.
    do:
      - http:
          method: GET
          url: ${service}/orders
          save:
            total: /total
          onError: failed
    next: done
  done:
    say:
      - text:
          en: That makes {total}.
        buttons:
          - label:
              en: Start again
            next: general/welcome
  failed:
    say:
      - text:
          en: The service did not answer.
    end: true
`,
  );
  repository.write(
    'flows/refunds.flow.yaml',
    `flow: refunds
dialogs:
  start:
    trigger:
      intent: refund
    ask:
      text:
        en: Which code?
      save: code
      next: got
  got:
    say:
      - text:
          en: So it is {code}.
        buttons:
          - label:
              en: Use {code}
            next: start
    end: true
`,
  );
  repository.write('intents/remember.intent.yaml', intentFile('remember', 'what was my secret'));
  repository.write(
    'flows/memory.flow.yaml',
    'flow: memory\ndialogs:\n  start:\n    trigger:\n      intent: remember\n    say:\n      - text:\n          en: I keep {code}.\n    end: true\n',
  );
}

onEachDatabase('Gateway: conversations', (database: TestDatabase) => {
  let repository: BotRepository;
  let service: WebService;
  let served: Served;
  let store: GatewayStore;
  const sealer = new Sealer(randomBytes(32));
  const reports: TurnReport[] = [];

  before(async function prepare() {
    this.timeout(120_000);
    service = await WebService.start();
    repository = new BotRepository();
    writeBot(repository, service.origin);
    repository.commit();
    await repository.published('full');
    served = await Served.open(repository.folder);
    store = await database.open();
  });
  after(async () => {
    await served?.bots.close();
    service?.stop();
    repository?.remove();
  });
  beforeEach(() => {
    service.count = 0;
    reports.length = 0;
  });

  /** A gateway; each has its own connections where the database can be opened twice. */
  async function host(
    options: { readonly callLimit?: number; readonly sealer?: Sealer } = {},
  ): Promise<Conversations> {
    const { callLimit = 30_000 } = options;
    const own = database.kind === 'postgresql' ? await openedStore(database.address) : store;
    if (own !== store) stores.push(own);
    return createConversations({
      bots: served.bots,
      store: own.conversations,
      sealer: options.sealer ?? sealer,
      perform: callPerformer(service.settings(callLimit)),
      callLimit,
      turned: (turn) => reports.push(turn),
    });
  }
  const stores: GatewayStore[] = [];
  afterEach(async () => {
    service.release();
    for (const own of stores.splice(0)) await own.close();
  });

  async function begin(conversations: Conversations): Promise<string> {
    return valueOf(await conversations.start({ ...BOT, channel: 'web' })).conversation;
  }

  async function say(
    conversations: Conversations,
    conversation: string,
    input: Input | string,
    idempotencyKey?: string,
  ): Promise<readonly string[]> {
    return textsOf(await sent(conversations, conversation, input, idempotencyKey));
  }

  function sent(
    conversations: Conversations,
    conversation: string,
    input: Input | string,
    idempotencyKey?: string,
  ): Promise<Answer<Reply>> {
    const what = typeof input === 'string' ? { text: input } : input;
    return conversations.send({ ...BOT, conversation, input: what, idempotencyKey });
  }

  async function history(conversations: Conversations, conversation: string): Promise<readonly string[]> {
    const { messages } = valueOf(await conversations.history({ ...BOT, conversation }));
    assert.deepEqual(
      messages.map(({ id }) => id),
      [...messages.keys()].map((index) => (messages[0]?.id ?? 0) + index),
      'no number is missing',
    );
    return messages.map(({ from, text }) => `${from}: ${text}`);
  }

  it('greet, answer, call a service, take presses, and can be read again', async () => {
    const conversations = await host();
    const started = valueOf(await conversations.start({ ...BOT, channel: 'web', user: 'Ada' }));
    assert.deepEqual(
      started.messages.map(({ text }) => text),
      ['This is welcome.'],
    );
    assert.deepEqual([started.version, started.language, started.handover], [1, 'en', false]);
    const { conversation } = started;
    const answered = valueOf(await sent(conversations, conversation, 'book a train please'));
    assert.deepEqual(
      answered.messages.map(({ text }) => text),
      ['One moment.', 'That makes 12.'],
    );
    const button = answered.messages[1]?.buttons[0];
    assert.deepEqual(await say(conversations, conversation, { press: button?.id ?? '' }), [
      'This is welcome.',
    ]);
    assert.deepEqual(await history(conversations, conversation), [
      'bot: This is welcome.',
      'user: book a train please',
      'bot: One moment.',
      'bot: That makes 12.',
      'user: Start again',
      'bot: This is welcome.',
    ]);
    const later = valueOf(
      await conversations.history({ ...BOT, conversation, after: answered.messages[1]?.id }),
    );
    assert.equal(later.messages.length, 2);
    assert.deepEqual(
      reports.map(({ outcome, calls }) => `${outcome} ${calls}`),
      ['answered 0', 'answered 1', 'answered 0'],
    );
  });

  it('answer a repeated request as before, however often and at whichever gateway, and do nothing twice', async () => {
    const gateways = [await host(), await host()];
    const [first] = gateways;
    assert.ok(first);
    const startKey = randomBytes(8).toString('hex');
    const starts = await Promise.all(
      [...gateways, ...gateways].map((one) =>
        one.start({ ...BOT, channel: 'web', idempotencyKey: startKey }).then(valueOf),
      ),
    );
    assert.equal(new Set(starts.map((reply) => JSON.stringify(reply))).size, 1);
    const conversation = starts[0]?.conversation ?? '';
    const answers = await Promise.all(
      [...gateways, ...gateways, ...gateways].map((one) =>
        sent(one, conversation, 'book a train please', 'once').then(valueOf),
      ),
    );
    assert.equal(new Set(answers.map((reply) => JSON.stringify(reply))).size, 1);
    assert.equal(service.count, 1, 'the service was called once');
    assert.equal((await history(first, conversation)).length, 4);
    assert.equal(reasonOf(await sent(first, conversation, 'something else', 'once')), 'key-reused');
    assert.equal(reasonOf(await sent(first, conversation, { press: 'x' }, 'once')), 'key-reused');
    assert.equal((await history(first, conversation)).length, 4);
  });

  it('answer a start that is repeated while the welcome calls a service', async () => {
    const conversations = createConversations({
      bots: {
        inForce: (bot, environment, now) => {
          const found = served.bots.inForce(bot, environment, now);
          if (!found) return undefined;
          const { defaults, ...runnable } = found.runnable;
          return { ...found, runnable: { ...runnable, defaults: { ...defaults, welcome: 'booking/start' } } };
        },
      },
      store: store.conversations,
      sealer,
      perform: callPerformer(service.settings()),
      callLimit: 30_000,
    });
    const start = (): Promise<Answer<Reply>> =>
      conversations.start({ ...BOT, channel: 'web', idempotencyKey: 'while-the-welcome-calls' });
    service.holds = true;
    const first = start();
    await service.reached(1);
    const second = start();
    service.release();
    assert.deepEqual(valueOf(await second), valueOf(await first));
    assert.equal(service.count, 1);
  });

  it('go in order at several gateways at once: no message is lost, doubled or answered to another', async () => {
    const gateways = [await host(), await host(), await host()];
    const [first] = gateways;
    assert.ok(first);
    const conversation = await begin(first);
    const texts = Array.from({ length: 24 }, (_, index) => `nonsense ${index}`);
    const replies = await Promise.all(
      texts.map((text, index) => sent(gateways[index % 3] ?? first, conversation, text, text).then(valueOf)),
    );
    const kept = valueOf(await first.history({ ...BOT, conversation })).messages;
    assert.equal(kept.length, 1 + 2 * texts.length);
    for (const [index, reply] of replies.entries()) {
      assert.deepEqual(
        reply.messages.map(({ text }) => text),
        ['This is not_understood.'],
      );
      const before = kept.find(({ id }) => id === (reply.messages[0]?.id ?? 0) - 1);
      assert.equal(before?.text, texts[index], 'the answer stands directly behind its message');
    }
  });

  it('hold no connection while a service is called: others are answered, and the same one waits its turn', async () => {
    const conversations = await host();
    service.holds = true;
    const slow = await Promise.all(Array.from({ length: 40 }, () => begin(conversations)));
    const waiting = slow.map((conversation) => say(conversations, conversation, 'book a train please'));
    await service.reached(slow.length);
    const other = await begin(conversations);
    assert.deepEqual(await say(conversations, other, 'nonsense'), ['This is not_understood.']);
    const second = say(conversations, slow[0] ?? '', 'nonsense');
    service.release();
    for (const answer of waiting) assert.deepEqual(await answer, ['One moment.', 'That makes 12.']);
    assert.deepEqual(await second, ['This is not_understood.']);
    assert.deepEqual((await history(conversations, slow[0] ?? '')).slice(1), [
      'user: book a train please',
      'bot: One moment.',
      'bot: That makes 12.',
      'user: nonsense',
      'bot: This is not_understood.',
    ]);
  });

  it('go on when the gateway that called a service is gone; the service is not asked a second time', async function goOn() {
    this.timeout(60_000);
    const [gone, next] = [await host({ callLimit: 300 }), await host()];
    const [one, two] = [await begin(gone), await begin(gone)];
    service.holds = true;
    // Never told that its time is over: as good as killed.
    const dead = createConversations({
      bots: served.bots,
      store: store.conversations,
      sealer,
      perform: () => new Promise(() => undefined),
      callLimit: 300,
    });
    void sent(dead, one, 'book a train please', 'lost');
    void sent(dead, two, 'book a train please', 'lost');
    for (const conversation of [one, two]) {
      while (!(await store.conversations.read({ ...BOT, id: conversation }))?.open);
    }
    const [again, other] = await Promise.all([
      say(next, one, 'book a train please', 'lost'),
      say(next, two, 'nonsense', 'new'),
    ]);
    assert.deepEqual(again, ['One moment.', 'The service did not answer.']);
    assert.deepEqual(other, ['This is not_understood.']);
    assert.equal(service.count, 0);
    assert.deepEqual(await say(next, one, 'book a train please', 'lost'), again, 'and so it stays');
    assert.deepEqual(await say(next, two, 'book a train please', 'lost'), ['One moment.']);
  });

  it('tell the bot that a service did not answer in time', async () => {
    const conversations = await host({ callLimit: 200 });
    const conversation = await begin(conversations);
    service.holds = true;
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), [
      'One moment.',
      'The service did not answer.',
    ]);
  });

  it('keep nothing of a sensitive variable in clear, and still know it', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    await say(conversations, conversation, 'give my money back please');
    const told = valueOf(await sent(conversations, conversation, CODE, 'code'));
    assert.equal(told.messages[0]?.text, `So it is ${CODE}.`, 'its user reads it');
    assert.equal(told.messages[0]?.buttons[0]?.label, `Use ${CODE}`);
    assert.deepEqual(await say(conversations, conversation, 'what was my secret please'), [
      `I keep ${CODE}.`,
    ]);
    await say(conversations, conversation, { press: told.messages[0]?.buttons[0]?.id ?? '' });
    const kept = JSON.stringify(await store.conversations.export({ ...BOT, id: conversation }));
    assert.ok(!kept.includes(CODE) && !kept.includes('7291'), kept);
    assert.ok(kept.includes('So it is •••.'));
    assert.ok(
      !JSON.stringify(await store.inbox.list({ bot: 'choo-choo', order: 'newest', limit: 100 })).includes(
        '•••',
      ),
    );
    assert.ok(!JSON.stringify(reports).includes('7291'));
    assert.deepEqual(
      await say(conversations, conversation, CODE, 'code'),
      ['So it is •••.'],
      'a repeated request',
    );
  });

  it('take a sensitive variable for unset where the key is another one', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    await say(conversations, conversation, 'give my money back please');
    await say(conversations, conversation, CODE);
    const stranger = await host({ sealer: new Sealer(randomBytes(32)) });
    assert.deepEqual(await say(stranger, conversation, 'what was my secret please'), ['I keep .']);
  });

  it('refuse what they cannot take, each for its reason', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    const rows: readonly (readonly [string, Promise<Answer<unknown>>, ConversationProblemReason])[] = [
      ['no such bot', conversations.start({ bot: 'other', environment: 'live', channel: 'web' }), 'unknown'],
      [
        'no drafts here',
        conversations.start({ bot: 'choo-choo', environment: 'draft', channel: 'web' }),
        'unknown',
      ],
      ['no such conversation', sent(conversations, 'nothing', 'hello'), 'unknown'],
      ['no such conversation to read', conversations.history({ ...BOT, conversation: 'nothing' }), 'unknown'],
      ['too long', sent(conversations, conversation, 'x'.repeat(10_001)), 'too-long'],
      ['a key too long', sent(conversations, conversation, 'hello', 'k'.repeat(201)), 'too-long'],
      ['nothing', sent(conversations, conversation, ' '), 'malformed'],
      ['U+0000', sent(conversations, conversation, 'a\0b'), 'malformed'],
      ['half a pair', sent(conversations, conversation, 'a\ud800b'), 'malformed'],
      ['half a pair in a key', sent(conversations, conversation, 'hello', '\udc00'), 'malformed'],
      [
        'an empty user',
        conversations.talk({ ...BOT, channel: 'rest', user: '', input: { text: 'a' } }),
        'malformed',
      ],
    ];
    for (const [what, answer, reason] of rows) assert.equal(reasonOf(await answer), reason, what);
    assert.deepEqual(await history(conversations, conversation), ['bot: This is welcome.']);
  });

  it('begin with a message where a channel knows only its users, once per user', async () => {
    const gateways = [await host(), await host()];
    const request = { ...BOT, channel: 'rest', user: 'Grace' };
    const first = await Promise.all(
      gateways.map((one, index) =>
        one.talk({ ...request, input: { text: 'nonsense' }, idempotencyKey: `first ${index}` }).then(valueOf),
      ),
    );
    assert.equal(new Set(first.map(({ conversation }) => conversation)).size, 1);
    const next = valueOf(await gateways[0]?.talk({ ...request, input: { text: 'nonsense' } }));
    assert.equal(next.conversation, first[0]?.conversation);
    const other = valueOf(await gateways[0]?.talk({ ...request, user: 'Hedy', input: { text: 'nonsense' } }));
    assert.notEqual(other.conversation, next.conversation);
    assert.equal((await history(gateways[0] as Conversations, next.conversation)).length, 6);
  });

  it('end with what is under way, and take nothing new', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    service.holds = true;
    const running = say(conversations, conversation, 'book a train please');
    await service.reached(1);
    const drained = conversations.drain(30_000);
    assert.equal(reasonOf(await sent(conversations, conversation, 'nonsense')), 'unavailable');
    service.release();
    await drained;
    assert.deepEqual(await running, ['One moment.', 'That makes 12.']);
  });

  it('end although a call never comes to an end', async () => {
    let called = (): void => undefined;
    const calling = new Promise<void>((resolve) => (called = resolve));
    const conversations = createConversations({
      bots: served.bots,
      store: store.conversations,
      sealer,
      perform: () => {
        called();
        return new Promise(() => undefined);
      },
      callLimit: 30_000,
    });
    const conversation = await begin(conversations);
    void say(conversations, conversation, 'book a train please');
    await calling;
    await conversations.drain(0);
  });

  it('do not wait for a service for ever when the gateway stops', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    service.holds = true;
    const running = say(conversations, conversation, 'book a train please');
    await service.reached(1);
    await conversations.drain(0);
    assert.deepEqual(await running, ['One moment.', 'The service did not answer.']);
  });

  // The tests below change what is live; they come last, and in this order.

  it('go on over a switch that another process makes, without a dropped or doubled message', async function overSwitch() {
    this.timeout(120_000);
    const conversations = await host();
    repository.write(
      'flows/general.flow.yaml',
      repository
        .read('flows/general.flow.yaml')
        .toString()
        .replace('This is not_understood.', 'Version two.'),
    );
    await repository.train();
    const publisher = startPublisher(repository.folder, ['full', '2']);
    const talkers = await Promise.all(Array.from({ length: 4 }, () => begin(conversations)));
    await publisher.ready;
    publisher.go();
    const isLive = (): boolean => served.inForce()?.version === 2;
    const walks = talkers.map(async (conversation) => {
      const versions: (number | null)[] = [];
      for (let after = 0; after < 3; after += isLive() ? 1 : 0) {
        const reply = valueOf(await sent(conversations, conversation, `nonsense ${versions.length}`));
        assert.deepEqual(
          reply.messages.map(({ text }) => text),
          [reply.version === 2 ? 'Version two.' : 'This is not_understood.'],
        );
        versions.push(reply.version);
      }
      return { conversation, versions };
    });
    for (const { conversation, versions } of await Promise.all(walks)) {
      assert.deepEqual(
        versions,
        versions.toSorted((a, b) => Number(a) - Number(b)),
        'never back to the old one',
      );
      assert.deepEqual(versions.slice(-2), [2, 2]);
      const said = await history(conversations, conversation);
      assert.deepEqual(
        said.filter((line) => line.startsWith('user: ')),
        versions.map((_, index) => `user: nonsense ${index}`),
      );
      assert.equal(said.length, 1 + 2 * versions.length);
    }
    assert.equal((await publisher.end).result?.outcome, 'published');
  });

  it('walk at random while versions change under them', async function randomWalk() {
    this.timeout(120_000);
    const gateways = [await host(), await host()];
    const made = { switches: 0 };
    const walks = Array.from({ length: 3 }, async (_, walker) => {
      const below = randomFrom(walker + 1);
      const [first] = gateways;
      assert.ok(first);
      const conversation = await begin(first);
      const lines: string[] = ['bot: This is welcome.'];
      const buttons: string[] = ['never/offered'];
      while (made.switches < 4) {
        const input = walkInput(below, buttons);
        const gateway = gateways[below(2)] ?? first;
        const reply = valueOf(await sent(gateway, conversation, input));
        if ('text' in input) lines.push(`user: ${input.text}`);
        else if ('press' in input) lines.push('user: a press');
        lines.push(...reply.messages.map(({ text }) => `bot: ${text}`));
        buttons.push(...reply.messages.flatMap((message) => message.buttons.map(({ id }) => id)));
        buttons.splice(0, buttons.length - 5);
      }
      const kept = await history(first, conversation);
      for (const [index, line] of kept.entries()) {
        assert.ok(isKeptOf(line, lines[index] ?? ''), `${index}: ${line} instead of ${lines[index]}`);
      }
      assert.equal(kept.length, Math.min(lines.length, 500), 'nothing is missing');
    });
    for (const version of [1, 2, 1, 2]) {
      const result = await repository.releases.makeLive(repository.bot(), version);
      assert.ok(result.outcome === 'live', JSON.stringify(result));
      await served.until(() => served.inForce()?.version === version);
      made.switches++;
    }
    await Promise.all(walks);
  });

  it('finish a turn on the version that began it', async function finishOld() {
    this.timeout(60_000);
    const conversations = await host();
    const conversation = await begin(conversations);
    service.holds = true;
    const running = sent(conversations, conversation, 'book a train please');
    await service.reached(1);
    const switched = await repository.releases.makeLive(repository.bot(), 1);
    assert.ok(switched.outcome === 'live', JSON.stringify(switched));
    await served.until(() => served.inForce()?.version === 1);
    service.release();
    assert.equal(valueOf(await running).version, 2);
    const next = valueOf(await sent(conversations, conversation, 'nonsense'));
    assert.deepEqual([next.version, next.messages[0]?.text], [1, 'This is not_understood.']);
  });

  it('begin anew at the welcome when the dialog in which they stand is gone', async function dialogGone() {
    this.timeout(60_000);
    const conversations = await host();
    const conversation = await begin(conversations);
    assert.deepEqual(await say(conversations, conversation, 'give my money back please'), ['Which code?']);
    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'No more refunds.'));
    repository.delete('flows/memory.flow.yaml');
    repository.delete('intents/remember.intent.yaml');
    await repository.published('full', 'Without refunds', {});
    await served.bots.refresh();
    assert.deepEqual(await say(conversations, conversation, 'anything'), ['This is welcome.']);
  });

  it('say that the bot is switched off, and stay where they are', async () => {
    const conversations = await host();
    const conversation = await begin(conversations);
    const deploy = async (status: 'active' | 'inactive'): Promise<void> => {
      const result = await repository.releases.deploy(repository.bot(), { kind: 'status', status });
      assert.ok(result.outcome === 'deployed', JSON.stringify(result));
      await served.bots.refresh();
    };
    await deploy('inactive');
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), ['This is disabled.']);
    assert.equal(service.count, 0);
    await deploy('active');
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), [
      'One moment.',
      'That makes 12.',
    ]);
  });
});

/** Park and Miller's generator: the same walk for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WALK = [
  'book a train please',
  'give my money back please',
  'nonsense',
  '12',
  'what was my secret please',
];

function walkInput(below: (limit: number) => number, buttons: readonly string[]): Input {
  const kind = below(6);
  if (kind < 2) return { press: buttons[below(buttons.length)] ?? 'never/offered' };
  return { text: WALK[below(WALK.length)] ?? '' };
}

/** Whether what is kept is what was said: sensitive values are signs, and a press has the label of its button. */
function isKeptOf(kept: string, said: string): boolean {
  if (said === 'user: a press') return kept.startsWith('user: ');
  const hidden = said.startsWith('user: ')
    ? 'user: •••'
    : said.replace(/^(bot: (?:So it is|I keep)) .*/, '$1 •••.');
  return kept === said || kept === hidden;
}

function valueOf<T>(answer: Answer<T> | undefined): T {
  assert.ok(answer?.ok, JSON.stringify(answer));
  return answer.value;
}

function textsOf(answer: Answer<Reply>): readonly string[] {
  return valueOf(answer).messages.map(({ text }) => text);
}

function reasonOf(answer: Answer<unknown>): string {
  return answer.ok ? 'none' : answer.problem.reason;
}
