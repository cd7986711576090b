import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { GatewayStore } from '../../../server/src/gateway/database/contract';
import { onEachDatabase } from '../../support/databases';

const NOW = new Date('2026-11-21T12:00:00Z');
const LATER = new Date('2026-11-22T12:00:00Z');
const BOT = 'choo-choo';

onEachDatabase('Credentials and tokens', (database) => {
  let store: GatewayStore;
  before(async () => {
    store = await database.open();
  });

  it('puts a credential in the place of the one before', async () => {
    const old = await store.credentials.put({ bot: BOT, kind: 'password', name: '', hash: 'old' }, NOW);
    const fresh = await store.credentials.put({ bot: BOT, kind: 'password', name: '', hash: 'new' }, LATER);
    assert.deepEqual(await store.credentials.find(BOT, 'password', '', LATER), fresh);
    assert.deepEqual(await store.credentials.list(BOT), [fresh, { ...old, revokedAt: LATER }]);
    assert.equal(await store.credentials.find('another', 'password', '', LATER), undefined);
  });

  it('has one in force though many are put at the same time', async () => {
    const credential = { bot: 'crowd', kind: 'user', name: 'ada' } as const;
    const put = Array.from({ length: 8 }, (_, n) =>
      store.credentials.put({ ...credential, hash: `h${n}` }, NOW),
    );
    await Promise.all(put);
    const listed = await store.credentials.list('crowd');
    assert.equal(listed.filter(({ revokedAt }) => !revokedAt).length, 1);
    assert.equal(listed.length, 8);
  });

  it('finds a token by its hash, in its bot, until it expires or is revoked', async () => {
    const hash = randomUUID();
    const token = { bot: BOT, kind: 'token', name: 'ci', hash, expiresAt: LATER } as const;
    const { id } = await store.credentials.put(token, NOW);
    const find = (bot: string, now: Date) => store.credentials.findByHash(bot, 'token', hash, now);
    assert.equal((await find(BOT, NOW))?.id, id);
    assert.equal(await find('another', NOW), undefined);
    assert.equal(await find(BOT, LATER), undefined);
    assert.equal(await store.credentials.findByHash(BOT, 'user', hash, NOW), undefined);
    assert.equal(await store.credentials.revoke('another', id, NOW), false);
    assert.equal(await store.credentials.revoke(BOT, id, NOW), true);
    assert.equal(await store.credentials.revoke(BOT, id, NOW), false);
    assert.equal(await find(BOT, NOW), undefined);
  });

  it('forgets a user under every bot and in every team at once, and nobody else', async () => {
    const { credentials, signIns } = store;
    for (const user of ['eve', 'evelyn']) {
      for (const bot of ['*', 'first', 'second']) {
        await credentials.put({ bot, kind: 'user', name: user, hash: '' }, NOW);
      }
      await credentials.addMember('*', 'eaves', user, NOW);
    }
    await credentials.put({ bot: 'first', kind: 'token', name: 'eve', hash: 'token of eve' }, NOW);
    const team = await credentials.put({ bot: 'first', kind: 'team', name: 'eaves', hash: '' }, NOW);
    const hash = randomUUID();
    await signIns.create({
      hash,
      bot: 'first',
      credential: team.id,
      user: 'eve',
      createdAt: NOW,
      expiresAt: LATER,
    });
    assert.equal(await credentials.forgetUser('eve', NOW), true);
    assert.equal(await credentials.forgetUser('eve', NOW), false);
    for (const bot of ['*', 'first', 'second']) {
      assert.equal(await credentials.find(bot, 'user', 'eve', NOW), undefined, bot);
      assert.ok(await credentials.find(bot, 'user', 'evelyn', NOW), bot);
    }
    assert.deepEqual(await credentials.members('*', 'eaves'), ['evelyn']);
    assert.ok(await credentials.find('first', 'token', 'eve', NOW), 'a token that is called the same');
    assert.equal(await signIns.find('first', hash, NOW), undefined);
  });

  it('keeps when a credential was used last, to the minute', async () => {
    const { id } = await store.credentials.put({ bot: 'used', kind: 'token', name: 'x', hash: 'u' }, NOW);
    const lastUsed = async () => (await store.credentials.list('used'))[0]?.lastUsedAt;
    assert.equal(await lastUsed(), undefined);
    await store.credentials.used(id, NOW);
    assert.deepEqual(await lastUsed(), NOW);
    await store.credentials.used(id, new Date(NOW.getTime() + 59_000));
    assert.deepEqual(await lastUsed(), NOW);
    await store.credentials.used(id, LATER);
    assert.deepEqual(await lastUsed(), LATER);
  });

  it('gives and takes the members of a team one by one', async () => {
    const { credentials } = store;
    for (const user of ['grace', 'ada', 'ada', 'Zoe']) await credentials.addMember(BOT, 'desk', user, NOW);
    await credentials.addMember(BOT, 'night', 'ada', NOW);
    assert.deepEqual(await credentials.members(BOT, 'desk'), ['Zoe', 'ada', 'grace']);
    assert.deepEqual(await credentials.teamsOf(BOT, 'ada'), ['desk', 'night']);
    assert.deepEqual(await credentials.teamsOf('another', 'ada'), []);
    assert.equal(await credentials.removeMember(BOT, 'desk', 'ada'), true);
    assert.equal(await credentials.removeMember(BOT, 'desk', 'ada'), false);
    assert.deepEqual(await credentials.teamsOf(BOT, 'ada'), ['night']);
  });

  it('ends a sign-in with its time, its credential, or by itself', async () => {
    const put = (hash: string) => store.credentials.put({ bot: BOT, kind: 'user', name: 'sam', hash }, NOW);
    const credential = await put('first');
    const signIn = async (credentialId: string) => {
      const hash = randomUUID();
      await store.signIns.create({
        hash,
        bot: BOT,
        credential: credentialId,
        user: 'sam',
        createdAt: NOW,
        expiresAt: LATER,
      });
      return hash;
    };
    const hash = await signIn(credential.id);
    assert.equal((await store.signIns.find(BOT, hash, NOW))?.user, 'sam');
    assert.equal(await store.signIns.find('another', hash, NOW), undefined);
    assert.equal(await store.signIns.find(BOT, hash, LATER), undefined);
    await store.signIns.end(BOT, hash);
    assert.equal(await store.signIns.find(BOT, hash, NOW), undefined);
    const replaced = await signIn(credential.id);
    const second = await put('second');
    assert.equal(await store.signIns.find(BOT, replaced, NOW), undefined);
    const revoked = await signIn(second.id);
    await store.credentials.revoke(BOT, second.id, NOW);
    assert.equal(await store.signIns.find(BOT, revoked, NOW), undefined);
  });

  it('removes sign-ins that are over', async () => {
    const { id } = await store.credentials.put({ bot: 'over', kind: 'user', name: 'x', hash: 'x' }, NOW);
    const signIn = { bot: 'over', credential: id, user: 'x', createdAt: NOW };
    await store.signIns.create({ ...signIn, hash: 'over', expiresAt: NOW });
    await store.signIns.create({ ...signIn, hash: 'not over', expiresAt: LATER });
    assert.equal((await store.retention.purge(NOW)).signIns, 1);
    assert.ok(await store.signIns.find('over', 'not over', NOW));
  });

  it('makes, rotates and revokes admin tokens', async () => {
    const { adminTokens } = store;
    const made = await adminTokens.create(
      { name: 'editor', hash: 'a1', scopes: ['read', 'inbox'], bots: [BOT] },
      NOW,
    );
    assert.deepEqual(await adminTokens.find('a1', NOW), made);
    assert.deepEqual([made.scopes, made.bots], [['read', 'inbox'], [BOT]]);
    const rotated = await adminTokens.rotate(made.id, 'a2', LATER);
    assert.equal(rotated?.id, made.id);
    assert.equal(await adminTokens.find('a1', NOW), undefined);
    assert.equal((await adminTokens.find('a2', NOW))?.id, made.id);
    await adminTokens.used(made.id, NOW);
    assert.equal(await adminTokens.revoke(made.id, LATER), true);
    assert.equal(await adminTokens.revoke(made.id, LATER), false);
    assert.equal(await adminTokens.rotate(made.id, 'a3', LATER), undefined);
    assert.equal(await adminTokens.find('a2', NOW), undefined);
    const expiring = { name: 'short', hash: 'b1', scopes: ['deploy'], bots: [], expiresAt: LATER } as const;
    const short = await adminTokens.create(expiring, LATER);
    assert.ok(await adminTokens.find('b1', NOW));
    assert.equal(await adminTokens.find('b1', LATER), undefined);
    assert.deepEqual(await adminTokens.list(), [
      short,
      { ...made, hash: 'a2', lastUsedAt: NOW, revokedAt: LATER },
    ]);
  });

  it('adds to the audit log, which is read backwards', async () => {
    for (let n = 1; n <= 5; n++) {
      const bot = n === 2 ? '' : BOT;
      await store.audit.add({
        at: NOW,
        actor: 'cli',
        action: 'token.create',
        bot,
        details: { n, name: `t${n}` },
      });
    }
    const first = await store.audit.list({ limit: 2 });
    assert.deepEqual(first.items[0], {
      at: NOW,
      actor: 'cli',
      action: 'token.create',
      bot: BOT,
      details: { n: 5, name: 't5' },
    });
    const rest = await store.audit.list({ limit: 10, after: first.next });
    assert.deepEqual(
      rest.items.map(({ details }) => details['n']),
      [3, 2, 1],
    );
    const ofBot = await store.audit.list({ bot: BOT, limit: 10 });
    assert.equal(ofBot.items.length, 4);
    const wrong = { at: NOW, actor: 'x', action: 'x', bot: '', details: { x: '\u0000' } };
    await assert.rejects(store.audit.add(wrong), { reason: 'invalid-text' });
  });
});
