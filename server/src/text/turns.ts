/** A turn of the event loop takes no more than this, in milliseconds, or than one step takes. */
const TURN_MS = 2;

/** Joins small steps to turns, between which messages are answered. @param between is called before each pause */
export function* inTurns<Result>(
  steps: Iterator<void, Result>,
  between: () => void = () => undefined,
): Generator<void, Result, void> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < TURN_MS) continue;
    between();
    yield;
    begun = performance.now();
  }
}

/** Does some work in turns of the event loop. @returns its result; undefined once `isCancelled` says so */
export async function finished<Result>(
  steps: Iterator<void, Result>,
  isCancelled: () => boolean,
): Promise<Result | undefined> {
  const turns = inTurns(steps);
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
    await new Promise((resolve) => setImmediate(resolve));
    if (isCancelled()) return undefined;
  }
}

/** The same of work that somebody waits for to the end. */
export async function finishedInTurns<Result>(steps: Iterator<void, Result>): Promise<Result> {
  const turns = inTurns(steps);
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
