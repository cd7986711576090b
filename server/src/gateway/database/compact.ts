import { sql } from 'kysely';
import type { Connection } from './connection';

/** Tables that hold what users said. */
const PERSONAL = ['conversations', 'turns', 'messages', 'feedback'];

/**
 * Makes the files forget what was deleted. A server does that by itself (autovacuum writes over it in time); the embedded
 * database has nobody who would.
 */
export async function compact({ db, kind }: Pick<Connection, 'db' | 'kind'>): Promise<void> {
  if (kind !== 'embedded') return;
  for (const table of PERSONAL) await sql`vacuum full ${sql.table(`botlane.${table}`)}`.execute(db);
  // The log of changes up to here is no longer needed; its files go, instead of being kept for later with all that is in them.
  await sql`set wal_recycle = off`.execute(db);
  await sql`select pg_switch_wal()`.execute(db);
  await sql`checkpoint`.execute(db);
}
