import { createRoute, z } from '@hono/zod-openapi';
import type { ConversationProblem, ConversationRef } from '../../conversation/contract';
import type { Environment } from '../../database/contract';
import { addRoute } from '../addRoute';
import { addressKey } from '../address';
import type { GatewayApp, GatewayContext } from '../context';
import { json, jsonBody, refusals } from '../describe';
import { botGuard } from '../guards';
import { isOwnPage } from '../origins';
import { notFound, refuse, tooMany } from '../refusal';
import {
  botParam,
  conversationParams,
  HIGHEST_NUMBER,
  historySchema,
  idempotencyHeader,
  inputSchema,
  ratingSchema,
  replySchema,
  startHeader,
  startSchema,
} from '../schemas';
import type { Services } from '../services';

const TAGS = ['Conversations'];

/** Starts conversations, takes what users do, tells what was said, and takes what users think of it. */
export function addConversationRoutes(
  app: GatewayApp,
  services: Services,
  environment: Environment,
  base: string,
): void {
  const guard = botGuard(services, environment, ['web', 'rest']);
  const { conversations, store, now } = services;

  addRoute(
    app,
    createRoute({
      method: 'post',
      path: `${base}/conversations`,
      tags: TAGS,
      summary: 'Begin a conversation: the bot’s welcome.',
      middleware: guard,
      request: { params: botParam, headers: startHeader, body: jsonBody(startSchema) },
      responses: { 201: json(replySchema, 'What the bot said.'), ...refusals },
    }),
    async (context) => {
      const { address } = context.get('sender');
      const wait = services.starts.take(addressKey(address), performance.now());
      if (wait > 0) return tooMany(context, wait);
      const { language, user } = context.req.valid('json');
      const signedIn = context.get('proof')?.user;
      const reply = await conversations.start({
        bot: context.get('bot').bot,
        environment,
        channel: channelOf(context),
        user: signedIn || user,
        language,
        idempotencyKey: context.req.valid('header')['idempotency-key'],
      });
      return reply.ok ? context.json(reply.value, 201) : refuseProblem(context, reply.problem);
    },
  );

  addRoute(
    app,
    createRoute({
      method: 'post',
      path: `${base}/conversations/{conversation}/messages`,
      tags: TAGS,
      summary: 'Say something, press a button or change the language.',
      middleware: guard,
      request: { params: conversationParams, headers: idempotencyHeader, body: jsonBody(inputSchema) },
      responses: { 200: json(replySchema, 'What the bot said.'), ...refusals },
    }),
    async (context) => {
      const ref = refOf(context, environment);
      if (!ref) return notFound(context);
      const reply = await conversations.send({
        ...ref,
        input: context.req.valid('json'),
        idempotencyKey: context.req.valid('header')['idempotency-key'],
      });
      return reply.ok ? context.json(reply.value, 200) : refuseProblem(context, reply.problem);
    },
  );

  addRoute(
    app,
    createRoute({
      method: 'get',
      path: `${base}/conversations/{conversation}/messages`,
      tags: TAGS,
      summary: 'What was said, oldest first.',
      middleware: guard,
      request: {
        params: conversationParams,
        query: z.object({
          after: z.coerce.number().int().nonnegative().max(HIGHEST_NUMBER).optional().openapi({
            description: 'Id of the last message that is known already.',
          }),
        }),
      },
      responses: { 200: json(historySchema, 'At most a few hundred messages.'), ...refusals },
    }),
    async (context) => {
      const ref = refOf(context, environment);
      if (!ref) return notFound(context);
      const { after } = context.req.valid('query');
      const history = await conversations.history({ ...ref, after });
      return history.ok ? context.json(history.value, 200) : refuseProblem(context, history.problem);
    },
  );

  addRoute(
    app,
    createRoute({
      method: 'post',
      path: `${base}/conversations/{conversation}/feedback`,
      tags: TAGS,
      summary: 'Rate what the bot said.',
      middleware: guard,
      request: { params: conversationParams, body: jsonBody(ratingSchema) },
      responses: {
        204: { description: 'It is kept; a later rating of the message replaces it.' },
        ...refusals,
      },
    }),
    async (context) => {
      const ref = refOf(context, environment);
      if (!ref) return notFound(context);
      const { message, thumb, comment } = context.req.valid('json');
      const { conversation: id, ...rest } = ref;
      const isKept = await store.feedback.put({ ...rest, id }, { message, thumb, comment, at: now() });
      return isKept ? context.body(null, 204) : notFound(context);
    },
  );

  addRoute(
    app,
    createRoute({
      method: 'delete',
      path: `${base}/conversations/{conversation}`,
      tags: TAGS,
      summary: 'Delete a conversation with everything that is kept about it.',
      middleware: guard,
      request: { params: conversationParams },
      responses: { 204: { description: 'Nothing of it is left.' }, ...refusals },
    }),
    async (context) => {
      const ref = refOf(context, environment);
      if (!ref) return notFound(context);
      const { conversation: id, ...rest } = ref;
      return (await store.conversations.delete({ ...rest, id }))
        ? context.body(null, 204)
        : notFound(context);
    },
  );
}

/** The chat page is the channel `web`; everybody else uses the API. */
function channelOf(context: GatewayContext): 'web' | 'api' {
  return context.req.header('origin') !== undefined && isOwnPage(context) ? 'web' : 'api';
}

/** The conversation that a path names, under the bot that the guard let in; undefined when it can be no id. */
function refOf(context: GatewayContext, environment: Environment): ConversationRef | undefined {
  const conversation = context.req.param('conversation') ?? '';
  if (!/^[\w-]{1,64}$/.test(conversation)) return undefined;
  return { bot: context.get('bot').bot, environment, conversation };
}

/** A failure of the host of conversations as an answer. */
export function refuseProblem(context: GatewayContext, problem: ConversationProblem): Response {
  const { reason, message } = problem;
  switch (reason) {
    case 'unknown':
      return notFound(context);
    case 'too-long':
      return refuse(context, 413, reason, message);
    case 'malformed':
      return refuse(context, 400, reason, message);
    case 'busy':
      context.header('Retry-After', '1');
      return refuse(context, 409, reason, message);
    case 'key-reused':
      return refuse(context, 422, reason, message);
    case 'unavailable':
      context.header('Retry-After', '1');
      return refuse(context, 503, reason, message);
  }
}
