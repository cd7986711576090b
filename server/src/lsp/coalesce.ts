/**
 * Runs `work` once after the messages that are already waiting: two turns of the event loop, in which a queued change
 * gets its say and starts the count anew. No clock is involved, so the first key stroke is answered at once.
 */
export function afterQueuedMessages(work: () => void): { schedule(): void; cancel(): void } {
  let first: NodeJS.Immediate | undefined;
  let second: NodeJS.Immediate | undefined;
  const cancel = (): void => {
    clearImmediate(first);
    clearImmediate(second);
  };
  return {
    schedule(): void {
      cancel();
      first = setImmediate(() => {
        second = setImmediate(work);
      });
    },
    cancel,
  };
}

/** Runs asynchronous work one at a time; calls that come meanwhile are answered by one more run. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = true;
    running ??= loop().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Something that others wait for, and that can come again. */
export class Milestone {
  #waiting: (() => void)[] = [];

  /** Resolves the next time that it is reached. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  reached(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Takes the steps of some work one per turn of the event loop, so that messages come in between; a later call begins anew. */
export function stepByStep(begin: () => Iterator<void>): { schedule(): void; cancel(): void } {
  let turn: NodeJS.Immediate | undefined;
  const take = (steps: Iterator<void>): void => {
    turn = setImmediate(() => {
      if (steps.next().done !== true) take(steps);
    });
  };
  const cancel = (): void => clearImmediate(turn);
  return {
    schedule(): void {
      cancel();
      take(begin());
    },
    cancel,
  };
}
