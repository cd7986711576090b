import type { RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { GatewayApp, GatewayEnv } from './context';
import { open } from './guards';

/** A route that can be added: one with a guard. */
export type GuardedRoute = RouteConfig & { readonly middleware: MiddlewareHandler<GatewayEnv> };

/**
 * Adds a route with its description. Its guard runs first, then what the request holds is validated, then the handler
 * runs; it answers as described, or with a refusal.
 */
export function addRoute<R extends GuardedRoute>(
  app: GatewayApp,
  route: R,
  handler: (context: Parameters<RouteHandler<R, GatewayEnv>>[0]) => Response | Promise<Response>,
): void {
  // The library wants a type for every refusal of every route; they all are alike.
  const answer: unknown = handler;
  app.openapi(route, answer as RouteHandler<R, GatewayEnv>);
}

/** A route that is no part of the API's description and decides for itself who is let in: pages and scripts. */
export function hidden(method: 'get' | 'post', path: string): GuardedRoute {
  return { method, path, hide: true, middleware: open, responses: {} };
}
