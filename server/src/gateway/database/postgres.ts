import { Pool, type PoolConfig } from 'pg';
import { type Connection, databaseOver } from './connection';
import { migrate, type MigrateOutcome } from './migrate';

/** Connections to the server at most; a turn is one statement, and statements are put together. */
const CONNECTIONS = 8;
/** Of these, how many write turns: the rest is for everything else. */
const WRITERS = 3;
/** Milliseconds. No query of a gateway takes as long; one that does would keep others from their connection. */
const LONGEST_STATEMENT = 30_000;
const LONGEST_CONNECT = 5_000;

/**
 * Connects to a PostgreSQL server and brings its tables up to date.
 *
 * @param url what `DATABASE_URL` holds; parameters of node-postgres in it count
 * @throws StoreError, and whatever node-postgres makes of an address that is none
 */
export async function openPostgres(
  url: string,
): Promise<{ readonly connection: Connection; readonly migrated: MigrateOutcome }> {
  const config: PoolConfig = {
    connectionString: url,
    application_name: 'botlane',
    connectionTimeoutMillis: LONGEST_CONNECT,
    keepAlive: true,
  };
  // A migration, and waiting for somebody else's, may take longer than a query.
  const patient = databaseOver(new Pool({ ...config, max: 1 }));
  let migrated: MigrateOutcome;
  try {
    migrated = await migrate(patient.db);
  } finally {
    await patient.pool.end();
  }
  const { db, pool } = databaseOver(
    new Pool({ ...config, max: CONNECTIONS, statement_timeout: LONGEST_STATEMENT }),
  );
  return {
    connection: { kind: 'postgresql', db, pool, parallel: WRITERS, close: () => pool.end() },
    migrated,
  };
}
