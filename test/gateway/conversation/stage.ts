import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type {
  Answer,
  Conversations,
  Input,
  Reply,
  TurnReport,
} from '../../../server/src/gateway/conversation/contract';
import { createConversations } from '../../../server/src/gateway/conversation/host';
import { Sealer } from '../../../server/src/gateway/conversation/sealer';
import type { GatewayStore } from '../../../server/src/gateway/database/contract';
import { callPerformer } from '../../../server/src/gateway/effects/perform';
import { openedStore, type TestDatabase } from '../../support/databases';
import { BotRepository, intentFile, smallBot } from '../../support/repository';
import { Served } from '../../support/served';
import { WebService } from '../../support/webService';

export const BOT = { bot: 'choo-choo', environment: 'live' } as const;
export const CODE = '7291-secret';

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

/** A published bot with the service that it calls, and as many gateways on one database as a test wants. */
export class Stage {
  readonly sealer = new Sealer(randomBytes(32));
  readonly reports: TurnReport[] = [];
  readonly #database: TestDatabase;
  readonly #stores: GatewayStore[] = [];
  #repository: BotRepository | undefined;
  #service: WebService | undefined;
  #served: Served | undefined;
  #store: GatewayStore | undefined;

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  get repository(): BotRepository {
    assert.ok(this.#repository);
    return this.#repository;
  }

  get service(): WebService {
    assert.ok(this.#service);
    return this.#service;
  }

  get served(): Served {
    assert.ok(this.#served);
    return this.#served;
  }

  get store(): GatewayStore {
    assert.ok(this.#store);
    return this.#store;
  }

  async open(): Promise<void> {
    this.#service = await WebService.start();
    this.#repository = new BotRepository();
    writeBot(this.repository, this.service.origin);
    this.repository.commit();
    await this.repository.published('full');
    this.#served = await Served.open(this.repository.folder);
    this.#store = await this.#database.open();
  }

  async close(): Promise<void> {
    await this.#served?.bots.close();
    this.#service?.stop();
    this.#repository?.remove();
  }

  /** Before each test. */
  reset(): void {
    this.service.count = 0;
    this.reports.length = 0;
  }

  /** After each test: nothing is held, and no connection is left. */
  async release(): Promise<void> {
    this.service.release();
    for (const own of this.#stores.splice(0)) await own.close();
  }

  /** A gateway; each has its own connections where the database can be opened twice. */
  async host(
    options: { readonly callLimit?: number; readonly sealer?: Sealer } = {},
  ): Promise<Conversations> {
    const { callLimit = 30_000 } = options;
    const own = this.#database.kind === 'postgresql' ? await openedStore(this.#database.address) : this.store;
    if (own !== this.store) this.#stores.push(own);
    const conversations = createConversations({
      bots: this.served.bots,
      store: own.conversations,
      sealer: options.sealer ?? this.sealer,
      perform: callPerformer(this.service.settings(callLimit)),
      callLimit,
    });
    conversations.on('turn', (turn) => this.reports.push(turn));
    return conversations;
  }
}

/** The stage of a suite: made before its tests, and cleared between them. */
export function stageOf(database: TestDatabase): Stage {
  const stage = new Stage(database);
  before(async function prepare() {
    this.timeout(120_000);
    await stage.open();
  });
  after(() => stage.close());
  beforeEach(() => stage.reset());
  afterEach(() => stage.release());
  return stage;
}

export async function begin(conversations: Conversations): Promise<string> {
  return valueOf(await conversations.start({ ...BOT, channel: 'web' })).conversation;
}

export async function say(
  conversations: Conversations,
  conversation: string,
  input: Input | string,
  idempotencyKey?: string,
): Promise<readonly string[]> {
  return textsOf(await sent(conversations, conversation, input, idempotencyKey));
}

export function sent(
  conversations: Conversations,
  conversation: string,
  input: Input | string,
  idempotencyKey?: string,
): Promise<Answer<Reply>> {
  const what = typeof input === 'string' ? { text: input } : input;
  return conversations.send({ ...BOT, conversation, input: what, idempotencyKey });
}

export async function history(
  conversations: Conversations,
  conversation: string,
): Promise<readonly string[]> {
  const { messages } = valueOf(await conversations.history({ ...BOT, conversation }));
  assert.deepEqual(
    messages.map(({ id }) => id),
    [...messages.keys()].map((index) => (messages[0]?.id ?? 0) + index),
    'no number is missing',
  );
  return messages.map(({ from, text }) => `${from}: ${text}`);
}

export function valueOf<T>(answer: Answer<T> | undefined): T {
  assert.ok(answer?.ok, JSON.stringify(answer));
  return answer.value;
}

function textsOf(answer: Answer<Reply>): readonly string[] {
  return valueOf(answer).messages.map(({ text }) => text);
}
