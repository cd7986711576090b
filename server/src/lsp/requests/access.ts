import type { AccessDesk } from '../../admin/accessDesk';
import type { CredentialView } from '../../admin/credentials';
import { type Asked, Gateway } from '../../admin/gateway';
import { remoteDesk } from '../../admin/remoteDesk';
import { type AccessOrder, type AccessOutcome, AccessRequest } from '../../protocol';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** Who is let in to a bot at the gateway of the window. */
export function registerAccess(session: Session): void {
  answerForBot(session, AccessRequest, refused, async (bot, params): Promise<AccessOutcome> => {
    const { gateway: access, draft = false, order } = params;
    const gateway = Gateway.at(access.address, access.token);
    if (!gateway.ok) return refused(gateway.reason);
    const desk = remoteDesk(gateway.value);
    const name = draft ? `${bot.id}@draft` : bot.id;
    const done = order ? await follow(desk, name, order) : undefined;
    if (done && !done.ok) return refused(done.reason);
    const [credentials, users] = await Promise.all([desk.credentials(name), desk.users()]);
    if (!credentials.ok) return refused(credentials.reason);
    if (!users.ok) return refused(users.reason);
    return {
      kind: 'access',
      credentials: inForce(credentials.value),
      users: inForce(users.value).map((user) => user.name),
      ...(done?.value !== undefined && { secret: done.value }),
    };
  });
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
