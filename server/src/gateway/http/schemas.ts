import { z } from '@hono/zod-openapi';
import { LONGEST_KEY, LONGEST_TEXT } from '../conversation/contract';

/*
 * What requests may hold and answers do hold. Validation and /openapi.json are made from the same values; the texts in
 * here are for programmers who read that, not for users.
 */

/** Half of a surrogate pair, and U+0000: no database keeps them, and no text needs them. */
const BROKEN = /\p{Surrogate}|\0/u;

/** Of messages and versions: the database counts them in four bytes. */
export const HIGHEST_NUMBER = 2_147_483_647;

/** A text of a client that can be kept. */
export function plainText(longest: number, shortest = 0): z.ZodString {
  return z
    .string()
    .min(shortest)
    .max(longest)
    .refine((text) => !BROKEN.test(text), 'Neither U+0000 nor half of a surrogate pair.');
}

export const refusalSchema = z
  .object({
    error: z.object({
      code: z.string().openapi({
        description:
          'A fixed word. `unknown`: nothing that this request may know of. `not-there`: what an order of the admin API names.',
        example: 'unknown',
      }),
      message: z.string().openapi({ description: 'One sentence for people.' }),
    }),
  })
  .openapi('Refusal');

const buttonSchema = z
  .object({
    id: z.string().openapi({ description: 'Sent back as `press`.' }),
    label: z.string(),
    url: z.string().optional().openapi({ description: 'To be opened by the client instead of a press.' }),
  })
  .openapi('Button');

const messageSchema = z
  .object({
    id: z.number().int().openapi({ description: 'Unique and ascending in its conversation.' }),
    from: z.enum(['user', 'bot']),
    text: z.string(),
    buttons: z.array(buttonSchema),
    at: z.string().openapi({ description: 'ISO 8601, UTC.' }),
  })
  .openapi('Message');

export const replySchema = z
  .object({
    conversation: z
      .string()
      .openapi({ description: 'The id of the conversation. Whoever knows it can go on.' }),
    messages: z.array(messageSchema).openapi({ description: 'What the bot said, oldest first.' }),
    language: z.string().openapi({ description: 'BCP 47.', example: 'en' }),
    version: z.number().int().nullable().openapi({ description: 'That answered; null for the draft.' }),
    handover: z.boolean().openapi({ description: 'The bot asked for a person.' }),
  })
  .openapi('Reply');

export const historySchema = z
  .object({ language: z.string(), messages: z.array(messageSchema) })
  .openapi('History');

export const startSchema = z
  .object({
    language: plainText(35).optional().openapi({ description: 'BCP 47; the bot’s default when not spoken.' }),
    user: plainText(LONGEST_KEY, 1)
      .optional()
      .openapi({ description: 'What your program calls its user. Ignored for users who are signed in.' }),
  })
  .openapi('Start');

export const inputSchema = z
  .union([
    z.strictObject({ text: plainText(LONGEST_TEXT, 1) }),
    z.strictObject({
      press: plainText(LONGEST_KEY, 1).openapi({ description: 'Id of a button that was offered.' }),
    }),
    z.strictObject({ language: plainText(35, 1).openapi({ description: 'The language to go on in.' }) }),
  ])
  .openapi('Input');

export const ratingSchema = z
  .object({
    message: z
      .number()
      .int()
      .positive()
      .max(HIGHEST_NUMBER)
      .openapi({ description: 'Id of the bot’s message.' }),
    thumb: z.enum(['up', 'down']),
    comment: plainText(2000).default(''),
  })
  .openapi('Rating');

export const rasaMessageSchema = z
  .object({
    sender: plainText(LONGEST_KEY, 1)
      .optional()
      .openapi({ description: 'Who writes. Without it, every message begins a conversation of its own.' }),
    message: plainText(LONGEST_TEXT, 1),
  })
  .openapi('RasaMessage');

export const rasaAnswerSchema = z
  .array(
    z.object({
      recipient_id: z.string(),
      text: z.string().optional(),
      buttons: z
        .array(z.object({ title: z.string(), payload: z.string(), url: z.string().optional() }))
        .optional(),
    }),
  )
  .openapi('RasaAnswer');

export const idempotencyHeader = z.object({
  'idempotency-key': plainText(LONGEST_KEY, 1).optional().openapi({
    description: 'The same key gets the same answer, so that a lost answer can be asked for again.',
  }),
});

/** Shortest key of a start: 16 characters that were drawn at random are not guessed. */
const SHORTEST_START_KEY = 16;

export const startHeader = z.object({
  'idempotency-key': plainText(LONGEST_KEY, SHORTEST_START_KEY)
    .optional()
    .openapi({
      description:
        'The same key gets the same conversation again, so that a lost answer can be asked for again. It is a secret: ' +
        'whoever sends it gets the conversation. Draw it at random, such as a UUID, for every start.',
    }),
});

export const botParam = z.object({
  bot: z.string().openapi({ param: { name: 'bot', in: 'path' }, example: 'choo-choo' }),
});

export const conversationParams = botParam.extend({
  conversation: z.string().openapi({ param: { name: 'conversation', in: 'path' } }),
});
