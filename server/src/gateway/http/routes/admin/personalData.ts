import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_PATH } from '../../../../admin/api';
import type { ConversationKey, Environment } from '../../../database/contract';
import { addRoute } from '../../addRoute';
import type { GatewayApp, GatewayContext } from '../../context';
import { json, jsonBody, refusals } from '../../describe';
import { adminGuard } from '../../guards';
import { notFound } from '../../refusal';
import { botParam, plainText } from '../../schemas';
import type { Services } from '../../services';
import { dateOf, environmentSchema, guarded, idParam, pageQuery, rangeQuery } from './common';

const conversationQuery = z.object({ environment: environmentSchema.default('live') });
const userParam = botParam.extend({ user: z.string().openapi({ param: { name: 'user', in: 'path' } }) });
const retention = z.object({ days: z.number().int().min(1).max(3650) });

/** What is kept of people: to be looked at, handed over and deleted. */
export function addPersonalDataRoutes(app: GatewayApp, services: Services): void {
  const { store, now } = services;
  const inbox = { ...guarded('inbox'), middleware: adminGuard(services, 'inbox') };
  const note = (
    context: GatewayContext,
    action: string,
    bot: string,
    details: Readonly<Record<string, string | number>>,
  ): Promise<void> => store.audit.add({ at: now(), actor: context.get('admin').name, action, bot, details });

  addRoute(
    app,
    createRoute({
      ...inbox,
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/conversations`,
      summary: 'Conversations, without what was said in them.',
      request: {
        params: botParam,
        query: pageQuery.extend(rangeQuery.shape).extend({
          environment: environmentSchema.optional(),
          channel: plainText(50).optional(),
          user: plainText(200).optional(),
        }),
      },
      responses: { 200: json(z.looseObject({ items: z.array(z.looseObject({})) }), 'A page.'), ...refusals },
    }),
    async (context) => {
      const { since, until, ...rest } = context.req.valid('query');
      const { bot } = context.req.valid('param');
      return context.json(
        await store.conversations.list({ bot, since: dateOf(since), until: dateOf(until), ...rest }),
      );
    },
  );

  addRoute(
    app,
    createRoute({
      ...inbox,
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/conversations/{id}`,
      summary: 'Everything that is kept about a conversation, to be handed to its user.',
      request: { params: idParam, query: conversationQuery },
      responses: {
        200: json(z.looseObject({ messages: z.array(z.looseObject({})) }), 'All of it.'),
        ...refusals,
      },
    }),
    async (context) => {
      const key = keyOf(context.req.valid('param'), context.req.valid('query').environment);
      const all = key && (await store.conversations.export(key));
      if (!key || !all) return notFound(context);
      await note(context, 'conversation.export', key.bot, { id: key.id });
      return context.json(all);
    },
  );

  addRoute(
    app,
    createRoute({
      ...inbox,
      method: 'delete',
      path: `${ADMIN_PATH}/bots/{bot}/conversations/{id}`,
      summary: 'Delete a conversation with everything that is kept about it.',
      request: { params: idParam, query: conversationQuery },
      responses: { 204: { description: 'Nothing of it is left.' }, ...refusals },
    }),
    async (context) => {
      const key = keyOf(context.req.valid('param'), context.req.valid('query').environment);
      if (!key || !(await store.conversations.delete(key))) return notFound(context);
      await note(context, 'conversation.delete', key.bot, { id: key.id });
      return context.body(null, 204);
    },
  );

  addRoute(
    app,
    createRoute({
      ...inbox,
      method: 'delete',
      path: `${ADMIN_PATH}/bots/{bot}/users/{user}/conversations`,
      summary: 'Delete every conversation of a user of the bot.',
      request: { params: userParam },
      responses: { 200: json(z.object({ deleted: z.number().int() }), 'How many there were.'), ...refusals },
    }),
    async (context) => {
      const { bot, user } = context.req.valid('param');
      const deleted = await store.conversations.deleteUser(bot, user);
      // The user's name would be just what was to be deleted.
      await note(context, 'user.delete', bot, { conversations: deleted });
      return context.json({ deleted });
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('read'),
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/retention`,
      summary: 'How long messages are kept.',
      middleware: adminGuard(services, 'read'),
      request: { params: botParam },
      responses: { 200: json(retention, 'In days.'), ...refusals },
    }),
    async (context) => context.json({ days: await store.retention.days(context.req.valid('param').bot) }),
  );

  addRoute(
    app,
    createRoute({
      ...guarded('deploy'),
      method: 'put',
      path: `${ADMIN_PATH}/bots/{bot}/retention`,
      summary: 'Say how long messages are kept. What is older is deleted with the next purge.',
      middleware: adminGuard(services, 'deploy'),
      request: { params: botParam, body: jsonBody(retention) },
      responses: { 204: { description: 'Done.' }, ...refusals },
    }),
    async (context) => {
      const { bot } = context.req.valid('param');
      const { days } = context.req.valid('json');
      await store.retention.set(bot, days);
      await note(context, 'retention.set', bot, { days });
      return context.body(null, 204);
    },
  );
}

/** Undefined for what can be no id. */
function keyOf(
  { bot, id }: { readonly bot: string; readonly id: string },
  environment: Environment,
): ConversationKey | undefined {
  return /^[\w-]{1,64}$/.test(id) ? { bot, environment, id } : undefined;
}
