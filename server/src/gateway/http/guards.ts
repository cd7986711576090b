import { t } from '@vscode/l10n';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AdminAdmission } from '../access/adminGate';
import type { AdminScope, Environment } from '../database/contract';
import type { BotInForce } from '../releases/contract';
import { addressKey } from './address';
import type { GatewayContext, GatewayEnv } from './context';
import { bearerOf, cookieOf } from './credentials';
import { allowOrigin, isOwnPage } from './origins';
import { notFound, refuse, tooMany } from './refusal';
import type { Services } from './services';

/** How a request reaches a bot: each must be connected in `channels` of bot.yaml. */
export type Channel = 'web' | 'rest';

/** For routes that are everybody's. */
export const open: MiddlewareHandler<GatewayEnv> = async (context, next) => {
  take(context);
  await next();
};

/**
 * For routes of a bot: lets a request through to a bot that is served, connected to one of `channels`, and open to whoever
 * asks. Everything else gets one and the same answer, so that nobody learns which internal bots there are.
 *
 * @param options.bot the bot, where the path does not name one
 */
export function botGuard(
  services: Services,
  environment: Environment,
  channels: readonly Channel[],
  options: { readonly bot?: string | undefined } = {},
): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    take(context);
    const now = services.now();
    const name = options.bot ?? context.req.param('bot') ?? '';
    const bot = connected(services.bots.inForce(name, environment, now), channels);
    const admission = await services.doorkeeper.admit(bot, shownBy(context), now);
    if (bot?.deployment.visibility === 'public') allowOrigin(context, bot);
    if (admission.outcome === 'wait') return tooMany(context, admission.seconds);
    if (admission.outcome === 'out' || !bot) return notFound(context);
    context.set('bot', bot);
    context.set('proof', admission.proof);
    await next();
    return undefined;
  };
}

/** What a request brings along. The cookie counts only for the gateway's own pages: other sites cannot use it. */
export function shownBy(context: GatewayContext): {
  readonly bearer: string | undefined;
  readonly cookie: string | undefined;
  readonly address: string;
} {
  return {
    bearer: bearerOf(context),
    cookie: isOwnPage(context) ? cookieOf(context) : undefined,
    address: addressKey(context.get('sender').address),
  };
}

/** The bot, when one of the channels is connected. */
export function connected(bot: BotInForce | undefined, channels: readonly Channel[]): BotInForce | undefined {
  return channels.some((channel) => bot?.channels[channel] !== undefined) ? bot : undefined;
}

/**
 * For routes of the admin API. A path with `{bot}` asks for a token that is good for that bot, any other for one that is
 * good for all.
 *
 * @param options.isList the answer leaves out what the token is not good for, so that any token will do
 */
export function adminGuard(
  services: Services,
  scope: AdminScope,
  options: { readonly isList?: boolean } = {},
): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    take(context);
    const { bearer, address } = shownBy(context);
    const about = options.isList ? 'any' : { bot: context.req.param('bot') };
    const admission = await services.adminGate.admit(bearer, scope, about, address, services.now());
    switch (admission.outcome) {
      case 'wait':
        return tooMany(context, admission.seconds);
      case 'out':
        return unauthorized(context);
      case 'not-allowed':
        return refuse(context, 403, 'not-allowed', whyNotAllowed(admission.lacks, scope));
      case 'in':
        context.set('admin', admission.token);
        await next();
        return undefined;
    }
  };
}

function whyNotAllowed(
  lacks: Extract<AdminAdmission, { readonly outcome: 'not-allowed' }>['lacks'],
  scope: AdminScope,
): string {
  switch (lacks) {
    case 'scope':
      return t('The token is not good for this: it needs “{0}”.', scope);
    case 'bot':
      return t('The token is not good for this: it is for other bots.');
    case 'whole gateway':
      return t(
        'The token is not good for this: it is for some bots only, and this is about the whole gateway.',
      );
  }
}

/** The same for every address of the admin API, those that do not exist included. */
export function unauthorized(context: GatewayContext): Response {
  context.header('WWW-Authenticate', 'Bearer');
  return refuse(context, 401, 'unauthorized', t('Send a token of the admin API: “Authorization: Bearer …”.'));
}

/** Marks the request as taken; the root refuses what no guard has seen. */
function take(context: GatewayContext): void {
  const path = routePath(context);
  let pattern = patterns.get(path);
  if (pattern === undefined) patterns.set(path, (pattern = path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')));
  context.set('route', pattern);
}

/** Routes as they are described and measured, by the paths that they are registered with; there are a few dozen. */
const patterns = new Map<string, string>();
