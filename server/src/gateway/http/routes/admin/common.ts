import { z } from '@hono/zod-openapi';
import type { Done } from '../../../access/administration';
import { Administration } from '../../../access/administration';
import type { AdminScope } from '../../../database/contract';
import type { GatewayContext } from '../../context';
import { refuse } from '../../refusal';
import { botParam, plainText } from '../../schemas';
import type { Services } from '../../services';

/** Largest page of a list. */
const LARGEST_PAGE = 200;

export const environmentSchema = z.enum(['live', 'draft']);

/** What every list takes. */
export const pageQuery = z.object({
  after: plainText(500).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
});

/** What lists of a range of time take. */
export const rangeQuery = z.object({
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

export const idParam = botParam.extend({
  id: z.string().openapi({ param: { name: 'id', in: 'path' } }),
});

/** `security` of every route, and the scope that it asks for, in its description. */
export function guarded(scope: AdminScope): {
  readonly tags: string[];
  readonly security: { token: string[] }[];
  readonly description: string;
} {
  return { tags: ['Admin API'], security: [{ token: [] }], description: `Scope \`${scope}\`.` };
}

/** Who gives and takes access in the name of the token that came with the request. */
export function administration({ store, now, bots }: Services, context: GatewayContext): Administration {
  const { name, bots: only } = context.get('admin');
  const names = (): readonly string[] => bots.states(now()).map(({ bot }) => bot);
  return new Administration(store, name, now, { names, only });
}

/**
 * An order that came to nothing, as an answer. Its code is not that of `notFound`: whoever reads it may know what is not there.
 */
export function refuseOrder(
  context: GatewayContext,
  { code, message }: Extract<Done<unknown>, { readonly ok: false }>,
): Response {
  return refuse(context, code === 'not-there' ? 404 : 400, code, message);
}

/** Date of a query; undefined stays so. */
export function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
