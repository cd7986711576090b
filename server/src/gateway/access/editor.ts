import type { AdminToken } from '../database/contract';
import { hashOfToken } from './secrets';

/** Who did it, in the audit log, when the editor that started a gateway did. */
export const EDITOR = 'editor';

/**
 * What the editor administers the gateway with that it has started. It is in no database: it ends with the process, however
 * that ends, and other gateways on the same database have their own.
 *
 * @param secret made up by the editor, at random
 */
export function editorToken(secret: string, createdAt: Date): AdminToken {
  return {
    id: EDITOR,
    name: EDITOR,
    hash: hashOfToken(secret),
    scopes: ['read', 'inbox', 'deploy'],
    bots: [],
    createdAt,
  };
}
