import { t } from '@vscode/l10n';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AdminRefusal } from '../../admin/api';
import type { GatewayContext } from './context';

/** Says no: a status, a fixed word for programs and a sentence for people. Nothing of the request is repeated in it. */
export function refuse(
  context: GatewayContext,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  return context.json({ error: { code, message } } satisfies AdminRefusal, status);
}

/** The same for what is not there and for what this request may not know of. */
export function notFound(context: GatewayContext): Response {
  return refuse(
    context,
    404,
    'unknown',
    t('There is nothing here, or it needs a credential that did not come with the request.'),
  );
}

/** Limits: `seconds` until the same request may be sent again. */
export function tooMany(context: GatewayContext, seconds: number): Response {
  context.header('Retry-After', String(seconds));
  return refuse(context, 429, 'too-many', t('Too many requests. Try again in {0} seconds.', seconds));
}

/** The request itself is wrong; `message` says where. */
export function malformed(context: GatewayContext, message: string): Response {
  return refuse(context, 400, 'malformed', message);
}
