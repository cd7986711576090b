import assert from 'node:assert/strict';
import { onEachDatabase } from '../../support/databases';
import { TestGateway } from '../../support/gateway';

/** What a client that others wrote makes of an answer: it hands buttons to a chat of its own. */
interface Command {
  readonly message: {
    readonly text: string;
    readonly attributes?: {
      readonly attachment: {
        readonly buttons: readonly { readonly value: string; readonly action: string }[];
      };
    };
  };
}

interface RasaClient {
  runRASAQuery(
    url: string,
    sender: string,
    text: string,
    callback: (answer: readonly object[]) => void,
  ): void;
  commandsByRASAResponse(answer: readonly object[]): readonly Command[];
}

const GENERAL = `flow: general
dialogs:
  welcome:
    say:
      - text:
          en: Welcome.
        buttons:
          - label: {en: Book}
            next: booking/start
    end: true
  not_understood:
    say:
      - text: {en: Shall I book?}
        buttons:
          - label: {en: Book}
            next: booking/start
  error:
    say:
      - text: {en: Oops.}
    end: true
  disabled:
    say:
      - text: {en: Closed.}
    end: true
`;

onEachDatabase('Gateway: the REST channel of Rasa', (database) => {
  let gateway: TestGateway;
  let client: RasaClient;

  before(async () => {
    gateway = await TestGateway.start(
      { bot: { 'flows/general.flow.yaml': GENERAL } },
      { defaultBot: 'bot', database: database.address },
    );
    await gateway.deploy('bot', { kind: 'visibility', visibility: 'public' });
    // The package's own door starts a server; its client is this file.
    const file = '@tiledesk/tiledesk-rasa-connector/Rasa.js';
    const found: unknown = await import(file);
    client = new (found as { readonly Rasa: new () => RasaClient }).Rasa();
  });
  after(() => gateway?.stop());

  function ask(url: string, sender: string, text: string): Promise<readonly object[]> {
    return new Promise((resolve) => client.runRASAQuery(`${gateway.address}${url}`, sender, text, resolve));
  }

  it('talks to a client of the registry: texts, buttons, and a conversation for each sender', async () => {
    for (const url of ['/webhooks/rest/webhook', '/bots/bot/webhooks/rest/webhook']) {
      const answer = await ask(url, `ann ${url}`, 'book a train please');
      assert.deepEqual(answer, [{ recipient_id: `ann ${url}`, text: 'This is booking.' }]);
    }
    const asked = await ask('/webhooks/rest/webhook', 'bob', 'xyzzy');
    const [command] = client.commandsByRASAResponse(asked);
    assert.equal(command?.message.text, 'Shall I book?');
    const [button] = command?.message.attributes?.attachment.buttons ?? [];
    assert.equal(button?.value, 'Book');
    const pressed = await ask('/webhooks/rest/webhook', 'bob', button?.action ?? '');
    assert.deepEqual(pressed, [{ recipient_id: 'bob', text: 'This is booking.' }]);
    const { items } = await gateway.store.conversations.list({ bot: 'bot', channel: 'rest', limit: 10 });
    assert.deepEqual(items.map(({ user }) => user).toSorted(), [
      'ann /bots/bot/webhooks/rest/webhook',
      'ann /webhooks/rest/webhook',
      'bob',
    ]);
  });

  it('takes what looks like a press and is none for a text', async () => {
    for (const message of ['/press{"button":', '/press{"button":7}', '/press{}', '/press']) {
      const answer = await gateway.fetch('/webhooks/rest/webhook', { json: { sender: 'cas', message } });
      assert.match(await answer.text(), /Shall I book\?/, message);
    }
  });

  it('begins a conversation of its own for a message without a sender', async () => {
    const recipients = new Set<string>();
    for (let count = 0; count < 2; count++) {
      const answer = await gateway.fetch('/webhooks/rest/webhook', { json: { message: 'book a train now' } });
      const [first] = (await answer.json()) as readonly { readonly recipient_id: string }[];
      assert.ok(first);
      recipients.add(first.recipient_id);
    }
    assert.equal(recipients.size, 2);
  });

  it('answers a request that is repeated with its key as before', async () => {
    const say = async (): Promise<string> => {
      const request = {
        json: { sender: 'dee', message: 'book a train' },
        headers: { 'idempotency-key': 'once' },
      };
      return (await gateway.fetch('/webhooks/rest/webhook', request)).text();
    };
    assert.equal(await say(), await say());
    const owner = { bot: 'bot', environment: 'live', channel: 'rest', user: 'dee' } as const;
    const conversation = await gateway.store.conversations.newest(owner);
    assert.ok(conversation);
    const messages = await gateway.store.conversations.messages(conversation, 0, 10);
    assert.equal(messages?.filter(({ from }) => from === 'user').length, 1);
  });
});

describe('Gateway: limits of the REST channel of Rasa', function () {
  this.timeout(120_000);
  let gateway: TestGateway;

  before(async () => {
    const limits = { starts: { count: 2, seconds: 3600 } };
    gateway = await TestGateway.start({ bot: {} }, { defaultBot: 'bot', limits });
    await gateway.deploy('bot', { kind: 'visibility', visibility: 'public' });
  });
  after(() => gateway.stop());

  it('count the conversations that new senders begin, and nothing else that is said', async () => {
    const statuses: number[] = [];
    for (const sender of ['ann', 'ann', 'ann', 'bob', 'cas', 'ann']) {
      const answer = await gateway.fetch('/webhooks/rest/webhook', { json: { sender, message: 'hello' } });
      statuses.push(answer.status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 429, 200]);
  });
});
