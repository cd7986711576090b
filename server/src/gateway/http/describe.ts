import { z } from '@hono/zod-openapi';
import { refusalSchema } from './schemas';

/** A body or an answer in JSON, for the description of a route. */
export function json<T extends z.ZodType>(
  schema: T,
  description: string,
): {
  readonly content: { readonly 'application/json': { readonly schema: T } };
  readonly description: string;
} {
  return { content: { 'application/json': { schema } }, description };
}

/** The same for what a request must bring. */
export function jsonBody<T extends z.ZodType>(
  schema: T,
): {
  readonly content: { readonly 'application/json': { readonly schema: T } };
  readonly required: true;
} {
  return { content: { 'application/json': { schema } }, required: true };
}

/** What every route may answer instead. */
export const refusals = {
  default: json(refusalSchema, 'No, and why.'),
} as const;
