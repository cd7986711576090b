import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Limiter } from '../access/limiter';
import { StoreError } from '../database/storeError';
import { addressKey, senderOf, TrustedProxies } from './address';
import type { GatewayDeps, RequestEntry } from './contract';
import type { GatewayContext, GatewayEnv } from './context';
import { setSecurityHeaders } from './headers';
import { malformed, notFound, refuse, tooMany } from './refusal';

/**
 * What every request goes through, before any route: who sends it, how much of it there may be, whether its path is plain,
 * and afterwards the log and the headers. A request that no route has taken is refused whatever came of it.
 */
export function rootHook(
  { settings }: Pick<GatewayDeps, 'settings'>,
  answered: (entry: RequestEntry) => void,
): MiddlewareHandler<GatewayEnv> {
  const { limits, trustProxy } = settings;
  const trusted = new TrustedProxies(trustProxy);
  const requests = new Limiter(limits.requests);
  return async (context, next) => {
    const began = performance.now();
    const { socket } = context.env.incoming;
    const sender = senderOf(
      {
        peer: socket.remoteAddress ?? '',
        isEncrypted: 'encrypted' in socket,
        header: (name) => context.req.header(name),
      },
      trusted,
    );
    context.set('sender', sender);
    const wait = requests.take(addressKey(sender.address), began);
    const refused = wait > 0 ? tooMany(context, wait) : refusalOf(context, limits.body);
    if (refused) context.res = refused;
    else {
      await next();
      if (context.get('route') === undefined) context.res = notFound(context);
    }
    setSecurityHeaders(context);
    answered(entryOf(context, performance.now() - began));
  };
}

/** Paths that a proxy and this program could read differently; they lead nowhere. */
const ODD_PATH = /\/\/|\/$|\\|%2f|%5c|%2e|%00|(?:^|\/)\.{1,2}(?:\/|$)/i;

function refusalOf(context: GatewayContext, mostBytes: number): Response | undefined {
  const { url = '', method } = context.env.incoming;
  const path = url.split('?', 1)[0] ?? '';
  if (path !== '/' && ODD_PATH.test(path)) return notFound(context);
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined;
  const length = context.req.header('content-length');
  // Node never reads more of a body than its length says, so that this is all that has to be looked at.
  if (context.req.header('transfer-encoding') !== undefined) {
    return refuse(context, 411, 'length-required', t('Say how long the body is (Content-Length).'));
  }
  if (length !== undefined && Number(length) > mostBytes) {
    return refuse(context, 413, 'too-large', t('The body may have {0} bytes.', mostBytes));
  }
  return undefined;
}

/** Turns what was thrown into an answer. What is not the client's mistake is told in the log only. */
export function errorHandler(error: unknown, context: GatewayContext): Response {
  if (error instanceof HTTPException) return refusedByRouter(error, context);
  if (error instanceof StoreError) {
    if (error.reason === 'invalid-text') {
      return malformed(context, t('A text holds a character that cannot be kept.'));
    }
    if (error.reason === 'invalid-cursor') {
      return malformed(context, t("'after' is not from a page of this list."));
    }
    context.set('problem', error.message);
    if (error.reason !== 'failed') {
      context.header('Retry-After', '1');
      return refuse(context, 503, 'unavailable', t('The gateway cannot answer at the moment. Try again.'));
    }
  }
  context.set('problem', error instanceof Error ? (error.stack ?? error.message) : String(error));
  return refuse(context, 500, 'failed', t('Something went wrong in the gateway. Its log says what.'));
}

function refusedByRouter(error: HTTPException, context: GatewayContext): Response {
  if (error.status === 415) {
    return refuse(context, 415, 'media-type', t('The body must be of the type that this address takes.'));
  }
  if (error.status === 400) return malformed(context, t('The body is no JSON.'));
  return refuse(context, error.status === 413 ? 413 : 400, 'malformed', t('The request is not understood.'));
}

function entryOf(context: GatewayContext, duration: number): RequestEntry {
  const bot: { readonly bot: string } | undefined = context.get('bot');
  const problem = context.get('problem');
  return {
    id: randomUUID(),
    method: context.req.method,
    route: context.get('route') ?? 'none',
    ...(bot && { bot: bot.bot }),
    status: context.res.status,
    duration,
    ...(problem !== undefined && { problem }),
  };
}
