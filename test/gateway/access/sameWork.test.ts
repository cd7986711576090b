import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { AdminGate } from '../../../server/src/gateway/access/adminGate';
import { type Claim, Doorkeeper } from '../../../server/src/gateway/access/doorkeeper';
import type { GatewayStore } from '../../../server/src/gateway/database/contract';
import type { Limits } from '../../../server/src/gateway/http/contract';
import { httpSettings } from '../../../server/src/gateway/http/settings';
import { TestGateway } from '../../support/gateway';

const PASSWORD = 'correct horse battery';
const ADDRESS = '203.0.113.1';

/**
 * How long an answer takes must not say what there is. Times say little on a busy machine; what they are made of can be
 * counted: passwords that are hashed, in the order in which something is looked up.
 */
describe('Gateway: a refusal costs the same', () => {
  let gateway: TestGateway;
  let limits: Limits;

  before(async () => {
    gateway = await TestGateway.start({ locked: {}, bare: {}, tokens: {} });
    const internal = { kind: 'visibility', visibility: 'internal' } as const;
    await gateway.deploy('locked', internal, { kind: 'access', access: 'password' });
    await gateway.deploy('bare', internal, { kind: 'access', access: 'password' });
    await gateway.deploy('tokens', internal, { kind: 'access', access: 'token' });
    const { admin } = gateway;
    await admin.setPassword('locked', PASSWORD);
    await admin.setUser('ann', PASSWORD);
    await admin.setUser('bob', PASSWORD);
    await admin.allow('locked', 'user', 'ann');
    const many = { count: 1000, seconds: 60 };
    limits = { ...httpSettings({ trustProxy: [] }).limits, failures: many, failuresPerBot: many };
  });
  after(() => gateway?.stop());

  function botOf(name: string) {
    return gateway.served.bots.inForce(name, 'live', gateway.now());
  }

  /** What signing in did, as a line; it is refused. */
  async function refusedSignIn(bot: string, claim: Claim): Promise<string> {
    const { store, done } = recorded(gateway.store);
    const keeper = new Doorkeeper(store, limits);
    const hashes = countHashes();
    const { outcome } = await keeper.signIn(botOf(bot), bot, claim, ADDRESS, gateway.now());
    assert.equal(outcome, 'refused');
    return [...done, `${hashes.stop()} hashed`].join(', ');
  }

  it('whether a bot is there, has a password, or takes tokens', async () => {
    const work = new Set<string>();
    for (const bot of ['nowhere', 'bare', 'locked', 'tokens']) {
      work.add(await refusedSignIn(bot, { name: '', secret: 'wrong horse battery' }));
    }
    assert.deepEqual([...work], ['credentials.findByHash, credentials.find, 1 hashed']);
  });

  it('whether there is an account, and whether it is let in', async () => {
    const work = new Set<string>();
    for (const bot of ['nowhere', 'bare', 'locked']) {
      for (const name of ['ann', 'bob', 'nobody']) {
        work.add(await refusedSignIn(bot, { name, secret: 'wrong horse battery' }));
      }
    }
    assert.deepEqual([...work], ['credentials.find, 1 hashed']);
  });

  it('whichever bot a token or a sign-in is not good for', async () => {
    const made = await gateway.admin.createBotToken('tokens', 'partner', undefined);
    assert.ok(made.ok);
    const { secret } = made.value;
    const work = new Set<string>();
    for (const bot of ['nowhere', 'bare', 'locked', 'tokens']) {
      for (const bearer of ['wrong', ...(bot === 'tokens' ? [] : [secret])]) {
        const { store, done } = recorded(gateway.store);
        const shown = { bearer, cookie: 'botlane_session_wrong', address: ADDRESS };
        const { outcome } = await new Doorkeeper(store, limits).admit(botOf(bot), shown, gateway.now());
        assert.equal(outcome, 'out');
        work.add(done.join(', '));
      }
    }
    assert.deepEqual([...work], ['credentials.findByHash, signIns.find']);
  });

  it('whatever a wrong token of the admin API looks like', async () => {
    const work = new Set<string>();
    for (const bearer of ['x', `botlane_admin_${'A'.repeat(43)}`]) {
      const { store, done } = recorded(gateway.store);
      const gate = new AdminGate(store, limits, 'the-token-of-an-editor');
      const { outcome } = await gate.admit(bearer, 'read', 'any', ADDRESS, gateway.now());
      assert.equal(outcome, 'out');
      work.add(done.join(', '));
    }
    assert.deepEqual([...work], ['adminTokens.find']);
  });
});

/** Passwords that are hashed from now on, counted where Node starts the work. */
function countHashes(): { readonly stop: () => number } {
  let count = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'SCRYPTREQUEST') count++;
    },
  }).enable();
  const stop = (): number => {
    hook.disable();
    return count;
  };
  return { stop };
}

/** The same store, and what it is asked, in order. */
function recorded(store: GatewayStore): { readonly store: GatewayStore; readonly done: readonly string[] } {
  const done: string[] = [];
  const listening = (part: object, name: string): object =>
    new Proxy(part, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (typeof found !== 'function') return found;
        return (...words: unknown[]): unknown => {
          done.push(`${name}.${String(key)}`);
          return Reflect.apply(found, target, words);
        };
      },
    });
  const { credentials, signIns, adminTokens } = store;
  const parts = Object.entries({ credentials, signIns, adminTokens }).map(
    ([name, part]) => [name, listening(part, name)] as const,
  );
  return { store: { ...store, ...Object.fromEntries(parts) }, done };
}
