import assert from 'node:assert/strict';
import {
  type AccessOrder,
  AccessOrderRequest,
  AccessRequest,
  AccountsRequest,
  BotsRequest,
  InboxRequest,
} from '../../server/src/protocol';
import { TestGateway } from '../support/gateway';
import { LanguageClient } from '../support/languageClient';

const PASSWORD = 'correct horse battery';

// What the editor does at the gateway of its window, asked of the real server and obeyed by a real gateway.
describe('a gateway over the protocol', () => {
  let gateway: TestGateway;
  let client: LanguageClient;
  let bot: string;
  let token: string;

  before(async () => {
    gateway = await TestGateway.start({ 'choo-choo': {} }, { draft: true });
    await gateway.deploy(
      'choo-choo',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'password' },
    );
    const made = await gateway.admin.createToken('editor', ['read', 'inbox', 'deploy'], [], undefined);
    assert.ok(made.ok);
    token = made.value.secret;
    client = await LanguageClient.start({
      folders: [gateway.repository('choo-choo').folder],
      initializationOptions: { trusted: true },
    });
    const [node] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(node);
    bot = node.root;
  });
  after(async () => {
    await client?.stop();
    await gateway?.stop();
  });

  const there = (secret = token) => ({ address: gateway.address, token: secret });

  async function access(draft = false) {
    const outcome = await client.ask(AccessRequest, { bot, gateway: there(), draft });
    assert.ok(outcome.kind === 'access', JSON.stringify(outcome));
    return outcome.credentials;
  }

  async function follow(order: AccessOrder, draft = false, secret = token) {
    const outcome = await client.ask(AccessOrderRequest, { bot, gateway: there(secret), draft, order });
    assert.ok(outcome.kind === 'done', JSON.stringify(outcome));
    return outcome;
  }

  async function idOf(kind: string, draft = false): Promise<string> {
    const found = (await access(draft)).find((one) => one.kind === kind);
    assert.ok(found, kind);
    return found.id;
  }

  it('gives and takes access one by one, and the gateway obeys at once', async () => {
    const signIn = async (name: string): Promise<number> =>
      (await gateway.signIn('/bots/choo-choo', { name, secret: PASSWORD })).status;
    assert.equal(await signIn(''), 401);
    await follow({ kind: 'give', credential: { kind: 'password', password: PASSWORD } });
    assert.equal(await signIn(''), 303);
    await follow({ kind: 'take', id: await idOf('password') });
    assert.equal(await signIn(''), 401);

    await follow({ kind: 'account', name: 'ann', password: PASSWORD });
    const accounts = await client.ask(AccountsRequest, { gateway: there() });
    assert.deepEqual(accounts, { kind: 'accounts', names: ['ann'] });
    assert.equal(await signIn('ann'), 401, 'an account opens nothing by itself');
    await follow({ kind: 'give', credential: { kind: 'user', name: 'ann' } });
    assert.equal(await signIn('ann'), 303);
    await follow({ kind: 'take', id: await idOf('user') });
    assert.equal(await signIn('ann'), 401);

    await follow({ kind: 'join', team: 'support', user: 'ann' });
    await follow({ kind: 'give', credential: { kind: 'team', name: 'support' } });
    assert.equal(await signIn('ann'), 303);
    await follow({ kind: 'leave', team: 'support', user: 'ann' });
    assert.equal(await signIn('ann'), 401);
  });

  it('makes tokens for testers of the draft, which open the draft only', async () => {
    const { secret } = await follow({ kind: 'give', credential: { kind: 'token', name: 'tester' } }, true);
    const start = async (where: string): Promise<number> =>
      (await gateway.fetch(`/${where}/choo-choo/conversations`, { bearer: secret, json: {} })).status;
    assert.deepEqual([await start('drafts'), await start('bots')], [201, 404]);
    assert.equal(
      (await access()).some(({ name }) => name === 'tester'),
      false,
    );
    await follow({ kind: 'take', id: await idOf('token', true) }, true);
    assert.equal(await start('drafts'), 404);
  });

  it('says why it is not done: a weak password, an account that is not there, a token that may not', async () => {
    const refusals: readonly (readonly [RegExp, AccessOrder, string])[] = [
      [/10 to 200/, { kind: 'give', credential: { kind: 'password', password: 'short' } }, token],
      [/There is no account nobody\./, { kind: 'join', team: 'x', user: 'nobody' }, token],
      [/the token may not do this/, { kind: 'take', id: 'x' }, 'wrong'],
    ];
    for (const [reason, order, secret] of refusals) {
      const outcome = await client.ask(AccessOrderRequest, { bot, gateway: there(secret), order });
      assert.ok(outcome.kind === 'refused');
      assert.match(outcome.reason, reason);
    }
  });

  it('lets somebody in with a token for this bot only, which is told no account', async () => {
    const made = await gateway.admin.createToken('some', ['deploy'], ['choo-choo'], undefined);
    assert.ok(made.ok);
    const { secret } = made.value;
    await follow({ kind: 'give', credential: { kind: 'user', name: 'ann' } }, false, secret);
    const listed = await client.ask(AccessRequest, { bot, gateway: there(secret) });
    assert.ok(listed.kind === 'access' && listed.credentials.some(({ name }) => name === 'ann'));
    const issued = await follow(
      { kind: 'give', credential: { kind: 'token', name: 'partner' } },
      false,
      secret,
    );
    assert.match(issued.secret ?? '', /^botlane_bot_/);
    const accounts = await client.ask(AccountsRequest, { gateway: there(secret) });
    assert.ok(accounts.kind === 'refused');
    assert.match(accounts.reason, /for some bots only/);
  });

  it('shows the inbox page by page', async () => {
    await gateway.deploy('choo-choo', { kind: 'visibility', visibility: 'public' });
    const begun = await gateway.fetch('/bots/choo-choo/conversations', { json: {} });
    const { conversation } = (await begun.json()) as { readonly conversation: string };
    const texts = Array.from({ length: 203 }, (_, index) => `parcel ${index} never came`);
    for (const text of texts) {
      const path = `/bots/choo-choo/conversations/${conversation}/messages`;
      assert.equal((await gateway.fetch(path, { json: { text } })).status, 200);
    }
    const shown: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await client.ask(InboxRequest, {
        bot,
        gateway: there(),
        ...(after !== undefined && { after }),
      });
      assert.ok(page.kind === 'inbox', JSON.stringify(page));
      shown.push(...page.rows.map(({ item }) => item.text));
      sizes.push(page.rows.length);
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(sizes, [200, 3]);
    assert.deepEqual(shown.toSorted(), texts.toSorted());
  });
});
