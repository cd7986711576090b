/**
 * Thrown where a text leaves the subset, and caught where it is then read by the library. It goes through the many levels
 * of the readers without a check at each of them; one object, because a stack trace per refusal would cost more than what was read.
 */
class Refusal extends Error {}

const REFUSAL = new Refusal('Not in the subset.');

/** Leaves this to the library. @throws always */
export function refuse(): never {
  throw REFUSAL;
}

/** What `read` returns; undefined when it leaves the subset. */
export function orRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
