import { StoreError } from './storeError';

/** How long a statement may keep those behind it waiting for it (milliseconds). */
const PATIENCE = 50;

/** What waits at most; a database that is so far behind gets no more work. */
const MOST_WAITING = 20_000;

export interface BatchOptions<I> {
  /** In one statement. */
  readonly most: number;
  /** Statements at the same time: a second one while the first takes long, or when there is enough for a whole one. */
  readonly parallel: number;
  /** Things with the same key never go into the same statement. */
  readonly key?: (input: I) => string;
  /** Milliseconds after which a statement is held up; 50 when absent. */
  readonly patience?: number;
}

interface Waiting<I, O> {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts work that arrives while the database is busy into one statement: a statement and its way to the disk cost about the
 * same for one turn and for a hundred. When the database is idle, work goes out at once; otherwise it waits for the
 * statement before it, or until there is enough for a whole one. A statement that is held up is waited for no longer.
 */
export class Batches<I, O> {
  readonly #run: (inputs: readonly I[]) => Promise<readonly O[]>;
  readonly #options: BatchOptions<I>;
  #waiting: Waiting<I, O>[] = [];
  #running = 0;
  /** Of those that run, the ones that are waited for no longer. */
  readonly #heldUp = new Set<readonly Waiting<I, O>[]>();
  #isDue = false;

  /** @param run gives an output for every input, in their order; when it rejects, none of them took place */
  constructor(run: (inputs: readonly I[]) => Promise<readonly O[]>, options: BatchOptions<I>) {
    this.#run = run;
    this.#options = options;
  }

  /** @throws StoreError */
  add(input: I): Promise<O> {
    if (this.#waiting.length >= MOST_WAITING) {
      return Promise.reject(new StoreError('unavailable', 'The database is too far behind.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (this.#isDue) return;
      this.#isDue = true;
      // What else arrives in this turn of the event loop comes along.
      setImmediate(() => {
        this.#isDue = false;
        this.#start();
      });
    });
  }

  #start(): void {
    const { most, parallel } = this.#options;
    while (this.#waiting.length > 0 && this.#running < parallel) {
      if (this.#running > this.#heldUp.size && this.#waiting.length < most) return;
      void this.#work(this.#take());
    }
  }

  async #work(batch: readonly Waiting<I, O>[]): Promise<void> {
    const patience = setTimeout(() => {
      this.#heldUp.add(batch);
      this.#start();
    }, this.#options.patience ?? PATIENCE);
    this.#running++;
    await this.#settle(batch);
    clearTimeout(patience);
    this.#running--;
    this.#heldUp.delete(batch);
    this.#start();
  }

  #take(): readonly Waiting<I, O>[] {
    const { most, key } = this.#options;
    if (!key) return this.#waiting.splice(0, most);
    const keys = new Set<string>();
    const taken: Waiting<I, O>[] = [];
    const left: Waiting<I, O>[] = [];
    for (const one of this.#waiting) {
      const name = key(one.input);
      if (taken.length < most && !keys.has(name)) taken.push(one);
      else left.push(one);
      keys.add(name);
    }
    this.#waiting = left;
    return taken;
  }

  /** One input that the database refuses must not take the others with it: they are tried one by one. */
  async #settle(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await this.#run(batch.map(({ input }) => input));
      for (const [index, { resolve, reject }] of batch.entries()) {
        if (index < outputs.length) resolve(outputs[index] as O);
        else reject(new StoreError('failed', 'The database gave fewer answers than it was asked for.'));
      }
    } catch (error) {
      const isMistake =
        error instanceof StoreError && (error.reason === 'invalid-text' || error.reason === 'failed');
      if (batch.length > 1 && isMistake) for (const one of batch) await this.#settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}
