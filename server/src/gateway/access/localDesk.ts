import type { AccessDesk } from '../../admin/accessDesk';
import type { Asked } from '../../admin/gateway';
import type { GatewayStore } from '../database/contract';
import { Administration, type KnownBots, type Done } from './administration';
import { WHOLE_GATEWAY } from './proof';
import { adminTokenView, credentialView } from './views';

/** Who did it, in the audit log, for what was done on the gateway's own machine. */
const ACTOR = 'cli';

/**
 * The desk of a database that no gateway has to run for: whoever can open it may give access to everything in it.
 *
 * @param names of the bots that there are, as `KnownBots` says
 */
export function localDesk(store: GatewayStore, now: () => Date, names: KnownBots['names']): AccessDesk {
  const admin = new Administration(store, ACTOR, now, { names, only: [] });
  return {
    tokens: async () => ({ ok: true, value: (await store.adminTokens.list()).map(adminTokenView) }),
    createToken: async ({ name, scopes, bots, days }) =>
      asked(await admin.createToken(name, scopes, bots, days), ({ kept, secret }) => ({
        ...adminTokenView(kept),
        secret,
      })),
    rotateToken: async (id) =>
      asked(await admin.rotateToken(id), ({ kept, secret }) => ({ ...adminTokenView(kept), secret })),
    revokeToken: async (id) => asked(await admin.revokeToken(id), () => undefined),
    credentials: async (bot) => asked(await admin.credentials(bot), (kept) => kept.map(credentialView)),
    give: async (bot, order) => {
      switch (order.kind) {
        case 'password':
          return asked(await admin.setPassword(bot, order.password), credentialView);
        case 'token':
          return asked(await admin.createBotToken(bot, order.name, order.days), ({ kept, secret }) => ({
            ...credentialView(kept),
            secret,
          }));
        default:
          return asked(await admin.allow(bot, order.kind, order.name), credentialView);
      }
    },
    take: async (bot, id) => asked(await admin.revoke(bot, id), () => undefined),
    users: async () => ({
      ok: true,
      value: (await store.credentials.list(WHOLE_GATEWAY)).map(credentialView),
    }),
    setUser: async (name, password) => asked(await admin.setUser(name, password), credentialView),
    removeUser: async (name) => asked(await admin.removeUser(name), () => undefined),
    members: async (team) => ({ ok: true, value: await store.credentials.members(WHOLE_GATEWAY, team) }),
    join: async (team, user) => asked(await admin.join(team, user), () => undefined),
    leave: async (team, user) => asked(await admin.leave(team, user), () => undefined),
    close: () => store.close(),
  };
}

function asked<T, R>(done: Done<T>, view: (value: T) => R): Asked<R> {
  return done.ok ? { ok: true, value: view(done.value) } : { ok: false, reason: done.message };
}
