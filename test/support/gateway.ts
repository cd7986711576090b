import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Administration } from '../../server/src/gateway/access/administration';
import { Sealer } from '../../server/src/gateway/conversation/sealer';
import { createConversations } from '../../server/src/gateway/conversation/host';
import type { GatewayStore, StoreAddress } from '../../server/src/gateway/database/contract';
import { createGatewayApp } from '../../server/src/gateway/http/app';
import type { GatewayApp } from '../../server/src/gateway/http/context';
import type { Limits, RequestEntry } from '../../server/src/gateway/http/contract';
import { listen, type Listening } from '../../server/src/gateway/http/listen';
import { httpSettings } from '../../server/src/gateway/http/settings';
import type { DeploymentChange } from '../../server/src/release/contract';
import { emptyDatabase, openedStore } from './databases';
import { BotRepository, smallBot } from './repository';
import { Served } from './served';

/** Far more than a test sends: limits are tested where they are the point. */
const GENEROUS: Partial<Limits> = {
  requests: { count: 100_000, seconds: 60 },
  starts: { count: 100_000, seconds: 60 },
  failures: { count: 100_000, seconds: 60 },
  failuresPerBot: { count: 100_000, seconds: 60 },
};

export interface GatewayOptions {
  readonly limits?: Partial<Limits>;
  readonly trustProxy?: readonly string[];
  readonly defaultBot?: string;
  readonly draft?: boolean;
  /** An embedded one of its own when absent. */
  readonly database?: StoreAddress;
  /** What the chat page loads; a gateway without a browser needs none. */
  readonly script?: Uint8Array<ArrayBuffer>;
}

/** What a test sends. */
export interface TestRequest {
  readonly method?: string;
  readonly bearer?: string | undefined;
  readonly cookie?: string | undefined;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole gateway: bots published in a real repository, a real database, a real port. */
export class TestGateway {
  /** Milliseconds by which its clock is ahead. */
  ahead = 0;
  readonly log: RequestEntry[] = [];
  readonly #repositories = new Map<string, BotRepository>();
  #first: BotRepository | undefined;
  #served: Served | undefined;
  #store: GatewayStore | undefined;
  #listening: Listening | undefined;
  #app: GatewayApp | undefined;

  private constructor() {}

  /** Publishes the bots, each with files of its own beside those of a small bot, and serves them. */
  static async start(
    bots: Readonly<Record<string, Readonly<Record<string, string>>>>,
    options: GatewayOptions = {},
  ): Promise<TestGateway> {
    const gateway = new TestGateway();
    for (const [id, files] of Object.entries(bots)) await gateway.#publish(id, files);
    await gateway.#open(options);
    return gateway;
  }

  get address(): string {
    assert.ok(this.#listening, 'it listens');
    return this.#listening.address;
  }

  get store(): GatewayStore {
    assert.ok(this.#store, 'it has a database');
    return this.#store;
  }

  get app(): GatewayApp {
    assert.ok(this.#app, 'it is open');
    return this.#app;
  }

  get served(): Served {
    assert.ok(this.#served, 'it is open');
    return this.#served;
  }

  /** Gives and takes access as the command line does. */
  get admin(): Administration {
    return new Administration(this.store, 'test', this.now);
  }

  readonly now = (): Date => new Date(Date.now() + this.ahead);

  repository(bot: string): BotRepository {
    const found = this.#repositories.get(bot);
    assert.ok(found, `there is a bot ${bot}`);
    return found;
  }

  /** Changes how a bot is deployed, and waits until the gateway knows. */
  async deploy(bot: string, ...changes: readonly DeploymentChange[]): Promise<void> {
    const repository = this.repository(bot);
    for (const change of changes) {
      const result = await repository.releases.deploy(repository.bot(), change);
      assert.ok(result.outcome === 'deployed' || result.outcome === 'unchanged', JSON.stringify(result));
    }
    await this.served.bots.refresh();
  }

  /** One request over a connection to the port. Redirects are answers. */
  async fetch(path: string, request: TestRequest = {}): Promise<Response> {
    const { bearer, cookie, json, form, headers = {} } = request;
    return fetch(`${this.address}${path}`, {
      method: request.method ?? (json === undefined && form === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(cookie !== undefined && { cookie }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form !== undefined && { body: new URLSearchParams(form) }),
    });
  }

  /** Signs in on the sign-in page of a bot as a browser does; the answer to the form. */
  async signIn(
    page: string,
    claim: { readonly name?: string; readonly secret: string },
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const asked = await this.fetch(page, { headers });
    const form = /name="form" value="([^"]+)"/.exec(await asked.text())?.[1] ?? '';
    return this.fetch(`${page}/sign-in`, {
      form: { form, name: claim.name ?? '', secret: claim.secret },
      cookie: cookiesOf(asked),
      headers,
    });
  }

  /** Stops it and removes its bots. */
  async stop(): Promise<void> {
    await this.#listening?.close(1000);
    await this.#served?.bots.close();
    await this.#store?.close();
    this.#first?.remove();
  }

  async #publish(id: string, files: Readonly<Record<string, string>>): Promise<void> {
    const first = this.#first;
    const repository = new BotRepository(first ? { at: first.top, folder: id } : { folder: id, id });
    this.#first ??= repository;
    this.#repositories.set(id, repository);
    for (const [path, text] of [...smallBot(id), ...Object.entries(files)]) repository.write(path, text);
    repository.commit();
    await repository.published('full');
  }

  async #open(options: GatewayOptions): Promise<void> {
    assert.ok(this.#first, 'there is a bot');
    this.#served = await Served.open(this.#first.top, { draft: options.draft ?? false, clock: this.now });
    const address = options.database ?? (await emptyDatabase('embedded'));
    assert.ok(!('missing' in address));
    this.#store = await openedStore(address);
    const { bots } = this.#served;
    const settings = httpSettings({
      trustProxy: options.trustProxy ?? [],
      defaultBot: options.defaultBot,
      limits: { ...GENEROUS, ...options.limits },
    });
    this.#app = createGatewayApp({
      bots,
      store: this.#store,
      conversations: createConversations({
        bots,
        store: this.#store.conversations,
        sealer: new Sealer(randomBytes(32)),
        perform: ({ id }) => Promise.resolve({ type: 'failed', effect: id, reason: 'no network in here' }),
        callLimit: 1000,
        clock: this.now,
      }),
      now: this.now,
      log: (entry) => this.log.push(entry),
      page: { script: options.script ?? new Uint8Array(Buffer.from('// nothing')) },
      settings,
    });
    this.#listening = await listen(this.#app, settings, { host: '127.0.0.1', port: 0 });
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
