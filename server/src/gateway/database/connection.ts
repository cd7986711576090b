import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { StoreHealth } from './contract';
import { GuardedPool } from './guardedPool';
import type { Tables } from './tables';

export type Database = Kysely<Tables>;

/** An open database, of either kind. */
export interface Connection {
  readonly kind: StoreHealth['kind'];
  readonly db: Database;
  readonly pool: GuardedPool;
  /** How many statements it works on at the same time. */
  readonly parallel: number;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** The queries' view of a pool. */
export function databaseOver(pool: Pool): { readonly db: Database; readonly pool: GuardedPool } {
  const guarded = new GuardedPool(pool);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guarded }) }), pool: guarded };
}
