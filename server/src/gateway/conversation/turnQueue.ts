/** More turns of one conversation than this do not wait; people do not type that fast. */
const MOST_WAITING = 16;

/** Lets the turns of a conversation that reach this gateway go on one after the other, in the order in which they came. */
export class TurnQueue {
  readonly #tails = new Map<string, { last: Promise<unknown>; waiting: number }>();

  /** How many turns are under way or wait. */
  get size(): number {
    let size = 0;
    for (const { waiting } of this.#tails.values()) size += waiting;
    return size;
  }

  /** Runs `turn` when those before it are done; undefined when too many wait already. */
  async run<T>(conversation: string, turn: () => Promise<T>): Promise<T | undefined> {
    const queue = this.#tails.get(conversation) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= MOST_WAITING) return undefined;
    this.#tails.set(conversation, queue);
    queue.waiting++;
    const result = queue.last.then(turn);
    // What came of one turn is for whoever sent it, not for the next.
    queue.last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      queue.waiting--;
      if (queue.waiting === 0) this.#tails.delete(conversation);
    }
  }
}
