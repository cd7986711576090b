import { createRoute, z } from '@hono/zod-openapi';
import { t } from '@vscode/l10n';
import { ADMIN_PATH } from '../../../../admin/api';
import { adminTokenView } from '../../../access/views';
import { addRoute } from '../../addRoute';
import type { GatewayApp } from '../../context';
import { json, jsonBody, refusals } from '../../describe';
import { adminGuard } from '../../guards';
import { refuse } from '../../refusal';
import { plainText } from '../../schemas';
import type { Services } from '../../services';
import { administration, guarded, pageQuery, refuseOrder } from './common';

const idParam = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) });
const kept = z.looseObject({ id: z.string() });
const issued = json(kept.extend({ secret: z.string() }), 'The secret is told here only.');

/** The tokens of the admin API itself, and what was done with them. */
export function addTokenRoutes(app: GatewayApp, services: Services): void {
  const { store } = services;
  const deploy = { ...guarded('deploy'), middleware: adminGuard(services, 'deploy') };

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'get',
      path: `${ADMIN_PATH}/tokens`,
      summary: 'Tokens of the admin API, the revoked ones too.',
      responses: { 200: json(z.array(kept), 'Without any secret.'), ...refusals },
    }),
    async (context) => context.json((await store.adminTokens.list()).map(adminTokenView)),
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'post',
      path: `${ADMIN_PATH}/tokens`,
      summary: 'Make a token. It can do no more than the one that makes it, and no longer.',
      request: {
        body: jsonBody(
          z.object({
            name: plainText(100, 1),
            scopes: z.array(z.enum(['read', 'inbox', 'deploy'])).min(1),
            bots: z.array(plainText(100, 1)).max(1000).default([]),
            days: z.number().int().min(1).max(3650).optional(),
          }),
        ),
      },
      responses: { 201: issued, ...refusals },
    }),
    async (context) => {
      const { name, scopes, bots, days } = context.req.valid('json');
      const own = context.get('admin');
      if (!scopes.every((scope) => own.scopes.includes(scope))) {
        return refuse(context, 403, 'not-allowed', t('A token can give no scope that it has not itself.'));
      }
      const made = await administration(services, context).createToken(
        name,
        scopes,
        bots,
        days,
        own.expiresAt,
      );
      if (!made.ok) return refuseOrder(context, made);
      return context.json({ ...adminTokenView(made.value.kept), secret: made.value.secret }, 201);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'post',
      path: `${ADMIN_PATH}/tokens/{id}/rotate`,
      summary: 'Give a token a new secret; the old one is good for nothing at once.',
      request: { params: idParam },
      responses: { 200: issued, ...refusals },
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      const own = context.get('admin');
      const token = (await store.adminTokens.list()).find((one) => one.id === id);
      if (token && !token.scopes.every((scope) => own.scopes.includes(scope))) {
        return refuse(context, 403, 'not-allowed', t('A token can give no scope that it has not itself.'));
      }
      if (token && own.expiresAt && (!token.expiresAt || token.expiresAt > own.expiresAt)) {
        return refuse(
          context,
          403,
          'not-allowed',
          t('A token can give no secret that is good for longer than itself.'),
        );
      }
      const made = await administration(services, context).rotateToken(id);
      if (!made.ok) return refuseOrder(context, made);
      return context.json({ ...adminTokenView(made.value.kept), secret: made.value.secret });
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'delete',
      path: `${ADMIN_PATH}/tokens/{id}`,
      summary: 'Revoke a token.',
      request: { params: idParam },
      responses: { 204: { description: 'It is good for nothing any more.' }, ...refusals },
    }),
    async (context) => {
      const revoked = await administration(services, context).revokeToken(context.req.valid('param').id);
      return revoked.ok ? context.body(null, 204) : refuseOrder(context, revoked);
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('read'),
      method: 'get',
      path: `${ADMIN_PATH}/audit`,
      summary: 'Who gave and took access, and decided what, the newest first.',
      middleware: adminGuard(services, 'read'),
      request: { query: pageQuery.extend({ bot: plainText(100).optional() }) },
      responses: { 200: json(z.looseObject({ items: z.array(z.looseObject({})) }), 'A page.'), ...refusals },
    }),
    async (context) => context.json(await store.audit.list(context.req.valid('query'))),
  );
}
