import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_PATH } from '../../../../admin/api';
import { credentialView } from '../../../access/views';
import { WHOLE_GATEWAY } from '../../../access/proof';
import { addRoute } from '../../addRoute';
import type { GatewayApp } from '../../context';
import { json, jsonBody, refusals } from '../../describe';
import { adminGuard } from '../../guards';
import { botParam, plainText } from '../../schemas';
import type { Services } from '../../services';
import { administration, guarded, idParam, refuseOrder } from './common';

const name = plainText(100, 1);
const password = plainText(200, 1);
const days = z.number().int().min(1).max(3650).optional();
const kept = z.looseObject({ id: z.string() });
const nameParam = z.object({ name: z.string().openapi({ param: { name: 'name', in: 'path' } }) });
const teamParam = z.object({ team: z.string().openapi({ param: { name: 'team', in: 'path' } }) });
const memberParam = teamParam.extend({ user: z.string().openapi({ param: { name: 'user', in: 'path' } }) });
const done = { 204: { description: 'Done.' }, ...refusals };

/** Gives and takes access to bots: passwords, bearer tokens, users, teams. */
export function addCredentialRoutes(app: GatewayApp, services: Services): void {
  const { store } = services;
  const deploy = { ...guarded('deploy'), middleware: adminGuard(services, 'deploy') };

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/credentials`,
      summary: 'Who is let in to a bot, the revoked ones too.',
      request: { params: botParam },
      responses: { 200: json(z.array(kept), 'Without any secret.'), ...refusals },
    }),
    async (context) => {
      const { bot } = context.req.valid('param');
      const listed = await administration(services, context).credentials(bot);
      return listed.ok ? context.json(listed.value.map(credentialView), 200) : refuseOrder(context, listed);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'post',
      path: `${ADMIN_PATH}/bots/{bot}/credentials`,
      summary: 'Let somebody in. Of the same kind and name, the one before is revoked.',
      request: {
        params: botParam,
        body: jsonBody(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('password'), password }),
            z.object({ kind: z.literal('token'), name, days }),
            z.object({ kind: z.literal('user'), name }),
            z.object({ kind: z.literal('team'), name }),
          ]),
        ),
      },
      responses: {
        201: json(kept.extend({ secret: z.string().optional() }), 'A token’s secret is told here only.'),
        ...refusals,
      },
    }),
    async (context) => {
      const { bot } = context.req.valid('param');
      const order = context.req.valid('json');
      const admin = administration(services, context);
      if (order.kind === 'token') {
        const token = await admin.createBotToken(bot, order.name, order.days);
        if (!token.ok) return refuseOrder(context, token);
        return context.json({ ...credentialView(token.value.kept), secret: token.value.secret }, 201);
      }
      const put =
        order.kind === 'password'
          ? await admin.setPassword(bot, order.password)
          : await admin.allow(bot, order.kind, order.name);
      return put.ok ? context.json(credentialView(put.value), 201) : refuseOrder(context, put);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'delete',
      path: `${ADMIN_PATH}/bots/{bot}/credentials/{id}`,
      summary: 'Let somebody in no more; who is signed in with it is signed out.',
      request: { params: idParam },
      responses: done,
    }),
    async (context) => {
      const { bot, id } = context.req.valid('param');
      const revoked = await administration(services, context).revoke(bot, id);
      return revoked.ok ? context.body(null, 204) : refuseOrder(context, revoked);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'get',
      path: `${ADMIN_PATH}/users`,
      summary: 'The accounts of this gateway.',
      responses: { 200: json(z.array(kept), 'Without any secret.'), ...refusals },
    }),
    async (context) => context.json((await store.credentials.list(WHOLE_GATEWAY)).map(credentialView)),
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'put',
      path: `${ADMIN_PATH}/users/{name}`,
      summary: 'Make an account, or give it a new password. It opens nothing by itself.',
      request: { params: nameParam, body: jsonBody(z.object({ password })) },
      responses: done,
    }),
    async (context) => {
      const admin = administration(services, context);
      const put = await admin.setUser(context.req.valid('param').name, context.req.valid('json').password);
      return put.ok ? context.body(null, 204) : refuseOrder(context, put);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'delete',
      path: `${ADMIN_PATH}/users/{name}`,
      summary: 'End an account, wherever it is signed in.',
      request: { params: nameParam },
      responses: done,
    }),
    async (context) => {
      const removed = await administration(services, context).removeUser(context.req.valid('param').name);
      return removed.ok ? context.body(null, 204) : refuseOrder(context, removed);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'get',
      path: `${ADMIN_PATH}/teams/{team}/members`,
      summary: 'Who is in a team.',
      request: { params: teamParam },
      responses: { 200: json(z.array(z.string()), 'Names of users.'), ...refusals },
    }),
    async (context) =>
      context.json(await store.credentials.members(WHOLE_GATEWAY, context.req.valid('param').team)),
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'put',
      path: `${ADMIN_PATH}/teams/{team}/members/{user}`,
      summary: 'Put a user into a team.',
      request: { params: memberParam },
      responses: done,
    }),
    async (context) => {
      const { team, user } = context.req.valid('param');
      const joined = await administration(services, context).join(team, user);
      return joined.ok ? context.body(null, 204) : refuseOrder(context, joined);
    },
  );

  addRoute(
    app,
    createRoute({
      ...deploy,
      method: 'delete',
      path: `${ADMIN_PATH}/teams/{team}/members/{user}`,
      summary: 'Take a user out of a team.',
      request: { params: memberParam },
      responses: done,
    }),
    async (context) => {
      const { team, user } = context.req.valid('param');
      const left = await administration(services, context).leave(team, user);
      return left.ok ? context.body(null, 204) : refuseOrder(context, left);
    },
  );
}
