import { randomUUID } from 'node:crypto';
import { createRoute, type z } from '@hono/zod-openapi';
import { addressKey } from '../address';
import { addRoute } from '../addRoute';
import type { GatewayApp } from '../context';
import { json, jsonBody, refusals } from '../describe';
import { botGuard } from '../guards';
import { tooMany } from '../refusal';
import { botParam, idempotencyHeader, rasaAnswerSchema, rasaMessageSchema } from '../schemas';
import type { Services } from '../services';
import { refuseProblem } from './conversations';
import type { ChatMessage, Input } from '../../conversation/contract';
import type { Environment } from '../../database/contract';

/** A press as a text, the way Rasa's clients send the payload of a button back. */
const PRESS = /^\/press(\{.*\})$/s;

/**
 * The REST channel of Rasa, for chat clients that speak it: each sender has one conversation, and every message is
 * answered with what the bot says. A request with an idempotency key can be repeated where it names its sender.
 *
 * @param options.bot the bot, where the path does not name one
 */
export function addRasaRoutes(
  app: GatewayApp,
  services: Services,
  environment: Environment,
  base: string,
  options: { readonly bot?: string } = {},
): void {
  const { conversations, starts, store } = services;
  addRoute(
    app,
    createRoute({
      method: 'post',
      path: `${base}/webhooks/rest/webhook`,
      tags: ['Rasa-compatible REST channel'],
      summary: 'Say something, as to the REST channel of Rasa.',
      middleware: botGuard(services, environment, ['rest'], options),
      request: {
        ...(options.bot === undefined && { params: botParam }),
        headers: idempotencyHeader,
        body: jsonBody(rasaMessageSchema),
      },
      responses: { 200: json(rasaAnswerSchema, 'What the bot said, oldest first.'), ...refusals },
    }),
    async (context) => {
      const { sender, message } = context.req.valid('json');
      const { bot } = context.get('bot');
      const owner = { bot, environment, channel: 'rest', user: sender ?? randomUUID() };
      // Senders cost nothing: the first message of each begins a conversation like any other.
      if (sender === undefined || !(await store.conversations.newest(owner))) {
        const { address } = context.get('sender');
        const wait = starts.take(addressKey(address), performance.now());
        if (wait > 0) return tooMany(context, wait);
      }
      const reply = await conversations.talk({
        ...owner,
        input: inputOf(message),
        idempotencyKey: context.req.valid('header')['idempotency-key'],
      });
      if (!reply.ok) return refuseProblem(context, reply.problem);
      return context.json(reply.value.messages.map((one) => rasaMessage(owner.user, one)));
    },
  );
}

function inputOf(message: string): Input {
  const [, payload] = PRESS.exec(message.trim()) ?? [];
  if (payload === undefined) return { text: message };
  try {
    const { button } = JSON.parse(payload) as { readonly button?: unknown };
    if (typeof button === 'string') return { press: button };
  } catch {
    // Somebody wrote it by hand: a text like any other.
  }
  return { text: message };
}

function rasaMessage(
  recipient: string,
  { text, buttons }: ChatMessage,
): z.infer<typeof rasaAnswerSchema>[number] {
  return {
    recipient_id: recipient,
    text,
    ...(buttons.length > 0 && {
      buttons: buttons.map(({ id, label, url }) => ({
        title: label,
        payload: url ?? `/press${JSON.stringify({ button: id })}`,
        ...(url !== undefined && { type: 'web_url', url }),
      })),
    }),
  };
}
