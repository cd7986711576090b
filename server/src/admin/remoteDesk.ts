import type { AccessDesk } from './accessDesk';
import type { Gateway } from './gateway';

/** The desk of a gateway that runs: its admin API, with a token of scope `deploy`. */
export function remoteDesk(gateway: Gateway): AccessDesk {
  const at = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');
  return {
    tokens: () => gateway.order('GET', 'tokens'),
    createToken: (order) => gateway.order('POST', 'tokens', order),
    rotateToken: (id) => gateway.order('POST', at('tokens', id, 'rotate')),
    revokeToken: (id) => gateway.order('DELETE', at('tokens', id)),
    credentials: (bot) => gateway.order('GET', at('bots', bot, 'credentials')),
    give: (bot, order) => gateway.order('POST', at('bots', bot, 'credentials'), order),
    take: (bot, id) => gateway.order('DELETE', at('bots', bot, 'credentials', id)),
    users: () => gateway.order('GET', 'users'),
    setUser: (name, password) => gateway.order('PUT', at('users', name), { password }),
    removeUser: (name) => gateway.order('DELETE', at('users', name)),
    members: (team) => gateway.order('GET', at('teams', team, 'members')),
    join: (team, user) => gateway.order('PUT', at('teams', team, 'members', user)),
    leave: (team, user) => gateway.order('DELETE', at('teams', team, 'members', user)),
    close: () => Promise.resolve(),
  };
}
