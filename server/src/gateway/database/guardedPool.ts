import { EventEmitter } from 'node:events';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { toStoreError } from './faults';
import { StoreError } from './storeError';
import { refuseUnstorable } from './texts';

/**
 * The pool as the queries see it: no statement leaves with a text that the database would choke on, every fault is a
 * `StoreError`, and after `end` nothing begins any more.
 */
export class GuardedPool implements PostgresPool {
  readonly #pool: Pool;
  readonly #events = new EventEmitter();
  #ended: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
    // A connection that breaks is replaced, and its query rejects; without listeners it would end the process besides.
    pool.on('error', () => this.#events.emit('away'));
    pool.on('connect', (client) => client.on('error', () => this.#events.emit('away')));
  }

  /** Told whenever the server shows to be away, or to have been: a connection broke, or a statement is `unavailable`. */
  on(event: 'away', listener: () => void): void {
    this.#events.on(event, listener);
  }

  /** Requests that wait for a connection. */
  get waiting(): number {
    return this.#pool.waitingCount;
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.#ended) throw new StoreError('closed', 'The database was closed.');
    try {
      return this.#guarded(await this.#pool.connect());
    } catch (error) {
      throw this.#fault(error);
    }
  }

  /** Waits for what is under way. */
  end(): Promise<void> {
    this.#ended ??= this.#pool.end();
    return this.#ended;
  }

  /** Only what kysely asks of a client; cursors are not used. */
  #guarded(client: PoolClient): PostgresPoolClient {
    const query = async (statement: string, parameters: readonly unknown[]): Promise<unknown> => {
      refuseUnstorable(parameters);
      try {
        return await client.query(statement, [...parameters]);
      } catch (error) {
        throw this.#fault(error);
      }
    };
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  }

  #fault(error: unknown): StoreError {
    const fault = toStoreError(error);
    if (fault.reason === 'unavailable') this.#events.emit('away');
    return fault;
  }
}
