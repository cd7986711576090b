import type { MiddlewareHandler } from 'hono';
import type { Environment } from '../database/contract';
import type { BotInForce } from '../releases/contract';
import type { GatewayContext, GatewayEnv } from './context';
import type { Services } from './services';

/** How long a browser may keep what a preflight said (seconds). */
const PREFLIGHT_AGE = '600';

/** Whether a request comes from a page of this gateway, or from no page at all. */
export function isOwnPage(context: GatewayContext): boolean {
  const site = context.req.header('sec-fetch-site');
  // Only browsers send it, and no page can change it. A proxy that is not trusted may hide what the origin is.
  if (site === 'same-origin') return true;
  if (site === 'cross-site' || site === 'same-site') return isNavigation(context);
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  const { host, isSecure } = context.get('sender');
  return origin === `${isSecure ? 'https' : 'http'}://${host}`;
}

/** A link or a frame that is opened; it changes nothing and the other site cannot read it. */
function isNavigation(context: GatewayContext): boolean {
  return context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate';
}

/**
 * Lets pages of the bot's web sites read the answer. Never with credentials: the sign-in cookie is for the gateway's own
 * pages.
 */
export function allowOrigin(context: GatewayContext, bot: BotInForce): void {
  context.header('Vary', 'Origin', { append: true });
  const origin = context.req.header('origin');
  if (origin === undefined || !originsOf(bot).includes(origin)) return;
  context.header('Access-Control-Allow-Origin', origin);
  context.header('Access-Control-Expose-Headers', 'Retry-After');
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** What may stand in a header without meaning anything else there; the format asks for the same. */
const ORIGIN = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/** The web sites that a bot's chat window stands in. */
export function originsOf({ channels }: BotInForce): readonly string[] {
  return channels.web?.origins.filter((origin) => ORIGIN.test(origin)) ?? [];
}

/**
 * Answers preflights: those of a public bot's web sites get what they ask for, all others nothing. Internal bots are for
 * the gateway's own pages and for programs, so that there is nothing to ask about them from elsewhere.
 */
export function preflight(services: Services, environment: Environment): MiddlewareHandler<GatewayEnv> {
  return async (context) => {
    context.set('route', 'preflight');
    const bot = services.bots.inForce(context.req.param('bot') ?? '', environment, services.now());
    if (bot?.deployment.visibility === 'public') allowOrigin(context, bot);
    if (context.res.headers.has('Access-Control-Allow-Origin')) {
      context.header('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      context.header('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
      context.header('Access-Control-Max-Age', PREFLIGHT_AGE);
    }
    return context.body(null, 204);
  };
}
