import type { Page } from './contract';
import { StoreError } from './storeError';

/** What a place in a list is made of. */
export const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/;
export const INTEGER = /^\d{1,9}$/;
export const DECIMAL = /^-?\d{1,15}(?:\.\d{1,20})?(?:e-?\d{1,2})?$/;
export const ID = /^[\w-]{1,64}$/;

/** Where a page ends, as a text that callers hand back and need not understand. */
export function cursorOf(...place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place.map(String))).toString('base64url');
}

/**
 * The place behind a cursor, which comes from outside; undefined for none.
 *
 * @throws StoreError `invalid-cursor` for what no page of the list has given
 */
export function readCursor<const P extends readonly RegExp[]>(
  cursor: string | undefined,
  shape: P,
): { readonly [K in keyof P]: string } | undefined {
  if (cursor === undefined) return undefined;
  const place = parse(cursor);
  const isOurs =
    Array.isArray(place) &&
    place.length === shape.length &&
    shape.every((part, index) => typeof place[index] === 'string' && part.test(place[index]));
  if (!isOurs) throw new StoreError('invalid-cursor', 'That is no cursor of this list.');
  return place as unknown as { readonly [K in keyof P]: string };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A page out of one row more than it holds. */
export function pageOf<T>(rows: readonly T[], limit: number, cursor: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: cursor(last) } : { items };
}
