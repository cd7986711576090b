/** Small things that are looked at in one step. */
const ITEMS_A_STEP = 256;

/**
 * Looks at many things, and stops after every so many of them, so that the caller can do something else between.
 * @param size how many it looks at in one step
 */
export function* inPieces<T>(
  items: Iterable<T>,
  look: (item: T) => void,
  size = ITEMS_A_STEP,
): Generator<void, void, void> {
  let count = 0;
  for (const item of items) {
    look(item);
    if (++count % size === 0) yield;
  }
}

/** Takes all steps of some work at once. @returns its result */
export function atOnce<Result>(steps: Iterator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Takes things off the end of a list until it is empty; more may be put there meanwhile. */
export function* takenFrom<T>(list: T[]): Generator<T, void, void> {
  for (let item = list.pop(); item !== undefined; item = list.pop()) yield item;
}
