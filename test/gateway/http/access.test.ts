import assert from 'node:assert/strict';
import type { Deployment } from '../../../server/src/release/contract';
import { onEachDatabase } from '../../support/databases';
import { cookiesOf, TestGateway } from '../../support/gateway';

const PASSWORD = 'correct horse battery';
const HOUR = 3_600_000;

/** What somebody can hold. Each is made for the bot anew for every deployment. */
const CREDENTIALS = [
  'nothing',
  'the password',
  'a wrong password',
  'a password that was replaced',
  'a user who is allowed',
  'a user who is not allowed',
  'a user whose access was taken',
  'a user with a wrong password',
  'a member of a team that is allowed',
  'a former member of that team',
  'a member of a team whose access was taken',
  'a token',
  'a token that was revoked',
  'a token that is over',
  "another bot's token",
  'no token at all',
] as const;
type CredentialName = (typeof CREDENTIALS)[number];

const WITH_PASSWORD: readonly CredentialName[] = [
  'the password',
  'a user who is allowed',
  'a member of a team that is allowed',
];

/** The whole policy, row by row: who is let in; everybody else gets the same refusal. */
const TABLE: readonly {
  readonly visibility: Deployment['visibility'];
  readonly access: Deployment['access'];
  readonly admitted: readonly CredentialName[] | 'everybody';
}[] = [
  { visibility: 'public', access: null, admitted: 'everybody' },
  { visibility: 'public', access: 'password', admitted: 'everybody' },
  { visibility: 'public', access: 'token', admitted: 'everybody' },
  { visibility: 'internal', access: null, admitted: [] },
  { visibility: 'internal', access: 'password', admitted: WITH_PASSWORD },
  { visibility: 'internal', access: 'token', admitted: ['a token'] },
];

interface Holder {
  readonly bearer?: string;
  readonly cookie?: string;
}

onEachDatabase('Gateway: who is let in', (database) => {
  let gateway: TestGateway;
  let holders: ReadonlyMap<CredentialName, () => Promise<Holder>>;
  let unknown: string;

  before(async () => {
    gateway = await TestGateway.start({ one: {}, two: {} }, { database: database.address });
    await gateway.deploy(
      'two',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'token' },
    );
    holders = await makeHolders();
    const answer = await gateway.fetch('/bots/nowhere/conversations', { json: {} });
    unknown = `${answer.status} ${await answer.text()}`;
    assert.match(unknown, /^404 /);
  });
  after(() => gateway?.stop());

  async function makeHolders(): Promise<typeof holders> {
    const { admin } = gateway;
    const secret = async (bot: string, name: string, days?: number): Promise<string> => {
      const made = await admin.createBotToken(bot, name, days);
      assert.ok(made.ok);
      return made.value.secret;
    };
    const signIn =
      (name: string, password: string): (() => Promise<Holder>) =>
      async () => ({ cookie: cookiesOf(await gateway.signIn('/bots/one', { name, secret: password })) });
    await admin.setPassword('one', 'the one before this');
    await admin.setPassword('one', PASSWORD);
    for (const name of ['ann', 'bob', 'cas', 'mia', 'max', 'moe'])
      await admin.setUser(name, `${name} ${PASSWORD}`);
    await admin.allow('one', 'user', 'ann');
    const taken = await admin.allow('one', 'user', 'cas');
    assert.ok(taken.ok);
    await admin.revoke('one', taken.value.id);
    await admin.join('support', 'mia');
    await admin.join('support', 'max');
    await admin.leave('support', 'max');
    await admin.allow('one', 'team', 'support');
    await admin.join('sales', 'moe');
    const sales = await admin.allow('one', 'team', 'sales');
    assert.ok(sales.ok);
    await admin.revoke('one', sales.value.id);
    const good = await secret('one', 'good');
    const revoked = await secret('one', 'revoked');
    const list = await gateway.store.credentials.list('one');
    await admin.revoke('one', list.find(({ name }) => name === 'revoked')?.id ?? '');
    const over = await secret('one', 'over', 1);
    const others = await secret('two', 'good');
    const bearer = (token: string) => (): Promise<Holder> => Promise.resolve({ bearer: token });
    return new Map<CredentialName, () => Promise<Holder>>([
      ['nothing', () => Promise.resolve({})],
      ['the password', signIn('', PASSWORD)],
      ['a wrong password', signIn('', 'incorrect horse')],
      ['a password that was replaced', signIn('', 'the one before this')],
      ['a user who is allowed', signIn('ann', `ann ${PASSWORD}`)],
      ['a user who is not allowed', signIn('bob', `bob ${PASSWORD}`)],
      ['a user whose access was taken', signIn('cas', `cas ${PASSWORD}`)],
      ['a user with a wrong password', signIn('ann', PASSWORD)],
      ['a member of a team that is allowed', signIn('mia', `mia ${PASSWORD}`)],
      ['a former member of that team', signIn('max', `max ${PASSWORD}`)],
      ['a member of a team whose access was taken', signIn('moe', `moe ${PASSWORD}`)],
      ['a token', bearer(good)],
      ['a token that was revoked', bearer(revoked)],
      ['a token that is over', bearer(over)],
      ["another bot's token", bearer(others)],
      ['no token at all', bearer('x')],
    ]);
  }

  /** In two hours. */
  async function schedule(action: 'activate' | 'deactivate'): Promise<void> {
    const at = new Date(Date.now() + 2 * HOUR).toISOString().slice(0, 16);
    await gateway.deploy('one', { kind: 'schedule', action, at, zone: 'UTC' });
  }

  async function clearSchedule(): Promise<void> {
    const kept = gateway.repository('one').git('show', 'bots/one/live:deployment.json');
    for (const { id } of (JSON.parse(kept) as Pick<Deployment, 'schedule'>).schedule) {
      await gateway.deploy('one', { kind: 'unschedule', id });
    }
  }

  for (const { visibility, access, admitted } of TABLE) {
    describe(`${visibility}, access ${access ?? 'none'}`, () => {
      const held = new Map<CredentialName, Holder>();
      before(async () => {
        await gateway.deploy('one', { kind: 'visibility', visibility }, { kind: 'access', access });
        await Promise.all([...holders].map(async ([name, make]) => held.set(name, await make())));
      });
      afterEach(() => {
        gateway.ahead = 0;
      });

      for (const status of ['active', 'inactive'] as const) {
        describe(`${status}, and the opposite by schedule`, () => {
          before(async () => {
            await gateway.deploy('one', { kind: 'status', status });
            await schedule(status === 'active' ? 'deactivate' : 'activate');
          });
          after(clearSchedule);

          for (const name of CREDENTIALS) {
            const isIn = admitted === 'everybody' || admitted.includes(name);
            /** Asks so many hours from now. */
            const assertAnswer = async (hours: number): Promise<void> => {
              gateway.ahead = hours * HOUR;
              const isActive = (status === 'active') === hours < 2;
              const holder = held.get(name) ?? {};
              const answer = await gateway.fetch('/bots/one/conversations', { ...holder, json: {} });
              const text = await answer.text();
              const page = await gateway.fetch('/bots/one', holder);
              const shown = await page.text();
              if (!isIn) {
                assert.equal(`${answer.status} ${text}`, unknown, 'the answer for a bot that does not exist');
                const other = await gateway.fetch('/bots/nowhere', holder);
                assert.equal(`${page.status} ${plain(shown)}`, `401 ${plain(await other.text())}`);
                return;
              }
              assert.equal(answer.status, 201, text);
              assert.match(text, isActive ? /This is welcome\./ : /This is disabled\./);
              assert.equal(page.status, 200);
              assert.match(shown, /data-chat/);
            };
            it(`${isIn ? 'lets in' : 'keeps out'} ${name}, before and after`, async () => {
              if (name !== 'a token that is over') await assertAnswer(0);
              await assertAnswer(name === 'a token that is over' ? 25 : 3);
            });
          }
        });
      }
    });
  }

  describe('while somebody is in', () => {
    it('shuts out at once whose access is taken while signed in', async () => {
      await gateway.deploy(
        'one',
        { kind: 'visibility', visibility: 'internal' },
        { kind: 'access', access: 'password' },
      );
      const { admin } = gateway;
      const holds = async (cookie: string): Promise<number> =>
        (await gateway.fetch('/bots/one/conversations', { cookie, json: {} })).status;
      const signedIn = async (name: string, secret: string): Promise<string> => {
        const cookie = cookiesOf(await gateway.signIn('/bots/one', { name, secret }));
        assert.equal(await holds(cookie), 201, name);
        return cookie;
      };
      const mia = await signedIn('mia', `mia ${PASSWORD}`);
      await admin.leave('support', 'mia');
      assert.equal(await holds(mia), 404, 'left the team');
      const ann = await signedIn('ann', `ann ${PASSWORD}`);
      await admin.setUser('ann', 'another good password');
      assert.equal(await holds(ann), 404, 'the password is another one');
      const again = await signedIn('ann', 'another good password');
      await admin.removeUser('ann');
      assert.equal(await holds(again), 404, 'the account is gone');
      const shared = await signedIn('', PASSWORD);
      await admin.setPassword('one', 'a new shared password');
      assert.equal(await holds(shared), 404, 'the shared password is another one');
      const late = await signedIn('', 'a new shared password');
      gateway.ahead = 13 * HOUR;
      assert.equal(await holds(late), 404, 'signed in too long ago');
      gateway.ahead = 0;
      const out = await signedIn('', 'a new shared password');
      await gateway.fetch('/bots/one/sign-out', { method: 'POST', cookie: out });
      assert.equal(await holds(out), 404, 'signed out');
    });

    it('gives a new account nothing of the one before it that had its name', async () => {
      const { admin } = gateway;
      const signIn = async (): Promise<number> =>
        (await gateway.signIn('/bots/one', { name: 'eve', secret: PASSWORD })).status;
      await admin.setUser('eve', PASSWORD);
      await admin.allow('one', 'user', 'eve');
      await admin.join('support', 'eve');
      assert.equal(await signIn(), 303);
      await admin.removeUser('eve');
      await admin.setUser('eve', PASSWORD);
      assert.equal(await signIn(), 401);
      assert.deepEqual(await gateway.store.credentials.members('*', 'support'), []);
    });
  });
});

/** A page without what is new in every one, and without the bot's name. */
function plain(page: string): string {
  return page
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="form" value="[^"]*"/g, '')
    .replaceAll(/\/bots\/(?:one|nowhere)/g, '/bots/x');
}
