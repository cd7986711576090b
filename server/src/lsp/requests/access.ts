import type { AccessDesk } from '../../admin/accessDesk';
import type { CredentialView } from '../../admin/credentials';
import { type Asked, Gateway } from '../../admin/gateway';
import { remoteDesk } from '../../admin/remoteDesk';
import {
  type AccessOrder,
  AccessOrderRequest,
  AccessRequest,
  AccountsRequest,
  type GatewayAccess,
} from '../../protocol';
import type { Session } from '../session';
import { answer, answerForBot, refused } from './answer';

/** Who is let in to a bot at the gateway of the window. */
export function registerAccess(session: Session): void {
  answerForBot(session, AccessRequest, refused, async (bot, { gateway, draft }) => {
    const desk = deskOf(gateway);
    const credentials = desk.ok ? await desk.value.credentials(placeOf(bot.id, draft)) : desk;
    return credentials.ok
      ? { kind: 'access', credentials: inForce(credentials.value) }
      : refused(credentials.reason);
  });

  answerForBot(session, AccessOrderRequest, refused, async (bot, { gateway, draft, order }) => {
    const desk = deskOf(gateway);
    const done = desk.ok ? await follow(desk.value, placeOf(bot.id, draft), order) : desk;
    if (!done.ok) return refused(done.reason);
    return { kind: 'done', ...(done.value !== undefined && { secret: done.value }) };
  });

  answer(session, AccountsRequest, refused, async ({ gateway }) => {
    const desk = deskOf(gateway);
    const users = desk.ok ? await desk.value.users() : desk;
    if (!users.ok) return refused(users.reason);
    return { kind: 'accounts' as const, names: inForce(users.value).map(({ name }) => name) };
  });
}

function deskOf({ address, token }: GatewayAccess): Asked<AccessDesk> {
  const gateway = Gateway.at(address, token);
  return gateway.ok ? { ok: true, value: remoteDesk(gateway.value) } : gateway;
}

/** What the gateway calls the bot in an environment. */
function placeOf(bot: string, draft = false): string {
  return draft ? `${bot}@draft` : bot;
}

/** @returns the secret of a token that was made */
async function follow(desk: AccessDesk, bot: string, order: AccessOrder): Promise<Asked<string | undefined>> {
  if (order.kind === 'give') {
    const given = await desk.give(bot, order.credential);
    return given.ok ? { ok: true, value: given.value.secret } : given;
  }
  const done = await others(desk, bot, order);
  return done.ok ? { ok: true, value: undefined } : done;
}

function others(
  desk: AccessDesk,
  bot: string,
  order: Exclude<AccessOrder, { readonly kind: 'give' }>,
): Promise<Asked<unknown>> {
  switch (order.kind) {
    case 'take':
      return desk.take(bot, order.id);
    case 'account':
      return desk.setUser(order.name, order.password);
    case 'join':
      return desk.join(order.team, order.user);
    case 'leave':
      return desk.leave(order.team, order.user);
  }
}

function inForce(credentials: readonly CredentialView[]): readonly CredentialView[] {
  const now = new Date().toISOString();
  return credentials.filter(
    ({ revokedAt, expiresAt }) => revokedAt === undefined && (expiresAt === undefined || expiresAt > now),
  );
}
