import type { StoreErrorReason } from './contract';
import { StoreError } from './storeError';

/** Codes of PostgreSQL after which the very same statement may succeed: two transactions stood in each other's way. */
const COLLISIONS = new Set(['40001', '40P01']);

/** Classes and codes of PostgreSQL that say that it is not there, or not for us, at the moment. */
const AWAY = /^(?:08...|53...|57P0[1-5]|57014|25006|28...|3D000)$/;
const SYSTEM = /^(?:E(?!RR_)[A-Z_]+|CERT_\w+)$/;
/** What node-postgres says without a code. */
const LOST = /terminat|timeout|not queryable|client was closed/i;

/** A fault of the driver as one of ours. Its text never holds the values of a statement. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  // Where a name has several addresses that all refuse, there is a code only.
  const message = said === '' ? (code ?? '') : said;
  return new StoreError(reasonOf(code, message), message, { cause: error });
}

/** Whether the statement lost against another one and can be repeated at once. */
export function isCollision(error: unknown): boolean {
  const code = codeOf(error instanceof StoreError ? error.cause : error);
  return code !== undefined && COLLISIONS.has(code);
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function reasonOf(code: string | undefined, message: string): StoreErrorReason {
  // Characters that its encoding, or JSON in it, does not have.
  if (code === '22021' || code === '22P05') return 'invalid-text';
  if (code === undefined) return LOST.test(message) ? 'unavailable' : 'failed';
  return AWAY.test(code) || SYSTEM.test(code) ? 'unavailable' : 'failed';
}
