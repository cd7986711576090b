import { sql } from 'kysely';
import type { Connection } from './connection';

/** Tables that hold what users said. */
const PERSONAL = ['conversations', 'turns', 'messages', 'feedback'];

/** What a statement or transaction that deletes something does besides: it notes that the files still hold it. */
export const NOTE_DELETION = sql`
  insert into botlane.compaction_due as d (one, deletions) values (true, 1)
  on conflict (one) do update set deletions = (d.deletions + 1) % 1000000`;

/**
 * Keeps the files in shape, and makes them forget what was deleted. A server does that by itself (autovacuum writes over it
 * in time); the embedded database has nobody who would.
 */
export async function compact({ db, kind }: Pick<Connection, 'db' | 'kind'>): Promise<void> {
  if (kind !== 'embedded') return;
  const due = await db.selectFrom('botlane.compaction_due').select('deletions').executeTakeFirst();
  if (due) {
    for (const table of PERSONAL) await sql`vacuum full ${sql.table(`botlane.${table}`)}`.execute(db);
    // The log of changes up to here is no longer needed; its files go, instead of being kept for later with all that is in
    // them.
    await sql`set wal_recycle = off`.execute(db);
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
    await db.deleteFrom('botlane.compaction_due').where('deletions', '=', due.deletions).execute();
  }
  await sql`vacuum (analyze)`.execute(db);
}
