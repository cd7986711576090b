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
  #ended: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
    // A connection that breaks is replaced, and its query rejects; without listeners it would end the process besides.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Requests that wait for a connection. */
  get waiting(): number {
    return this.#pool.waitingCount;
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.#ended) throw new StoreError('closed', 'The database was closed.');
    try {
      return guarded(await this.#pool.connect());
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** Waits for what is under way. */
  end(): Promise<void> {
    this.#ended ??= this.#pool.end();
    return this.#ended;
  }
}

/** Only what kysely asks of a client; cursors are not used. */
function guarded(client: PoolClient): PostgresPoolClient {
  const query = async (statement: string, parameters: readonly unknown[]): Promise<unknown> => {
    refuseUnstorable(parameters);
    try {
      return await client.query(statement, [...parameters]);
    } catch (error) {
      throw toStoreError(error);
    }
  };
  return { query: query as PostgresPoolClient['query'], release: () => client.release() };
}
