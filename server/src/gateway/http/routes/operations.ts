import { createRoute, z } from '@hono/zod-openapi';
import { version } from '../../../../../package.json';
import { addRoute, hidden } from '../addRoute';
import type { GatewayApp } from '../context';
import { json, refusals } from '../describe';
import { adminGuard, open } from '../guards';
import type { Metrics } from '../metrics';
import type { Services } from '../services';

const TAGS = ['Operations'];
const readySchema = z.object({ ready: z.boolean() }).openapi('Readiness');

/** What machines ask that run the gateway. */
export function addOperationRoutes(app: GatewayApp, services: Services, metrics: Metrics): void {
  const { bots, store } = services;

  addRoute(
    app,
    createRoute({
      method: 'get',
      path: '/healthz',
      tags: TAGS,
      summary: 'Whether the process answers at all.',
      middleware: open,
      responses: { 200: json(z.object({ status: z.literal('ok') }), 'It does.') },
    }),
    (context) => context.json({ status: 'ok' }),
  );

  addRoute(
    app,
    createRoute({
      method: 'get',
      path: '/readyz',
      tags: TAGS,
      summary: 'Whether requests can be sent here: releases were read and the database answers.',
      middleware: open,
      responses: { 200: json(readySchema, 'Ready.'), 503: json(readySchema, 'Not ready.') },
    }),
    async (context) => {
      // Which bot is not served is told to holders of a token only (/admin/v1/bots): names of bots are no public matter.
      const ready = bots.isReady && (await store.health()).ok;
      return context.json({ ready }, ready ? 200 : 503);
    },
  );

  addRoute(
    app,
    createRoute({
      method: 'get',
      path: '/metrics',
      tags: TAGS,
      summary: 'Metrics for Prometheus.',
      middleware: adminGuard(services, 'read'),
      security: [{ token: [] }],
      responses: {
        200: { content: { 'text/plain': { schema: z.string() } }, description: 'The text format.' },
        ...refusals,
      },
    }),
    async (context) => {
      context.header('Content-Type', metrics.contentType);
      return context.body(await metrics.text());
    },
  );

  let description: unknown;
  addRoute(app, hidden('get', '/openapi.json'), (context) => {
    description ??= describeApi(app);
    return context.json(description as Record<string, never>);
  });
}

/** The description of the API, made from the routes themselves. */
function describeApi(app: GatewayApp): ReturnType<GatewayApp['getOpenAPI31Document']> {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Botlane gateway',
      version,
      description:
        'Internal bots take a bearer token that was made for them, or the cookie of their sign-in page. The admin API ' +
        'takes a token of its own, with scopes. An answer of 429 or 503 says in Retry-After when to come again.',
    },
  });
}
