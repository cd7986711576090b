import { StoreError } from './storeError';

/** What PostgreSQL takes in no text: U+0000, and half of a surrogate pair, which has no UTF-8. */
const UNSTORABLE = /\0|\p{Surrogate}/u;
const EVERY_UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The text with U+FFFD in the place of what cannot be kept. */
export function storable(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(EVERY_UNSTORABLE, '\uFFFD') : text;
}

/**
 * Looks through the parameters of a statement, lists included.
 *
 * @throws StoreError `invalid-text`, which does not repeat the text
 */
export function refuseUnstorable(parameters: readonly unknown[]): void {
  for (const parameter of parameters) {
    if (Array.isArray(parameter)) refuseUnstorable(parameter);
    else if (typeof parameter === 'string' && UNSTORABLE.test(parameter)) {
      throw new StoreError('invalid-text', 'A text holds U+0000 or half of a surrogate pair.');
    }
  }
}
