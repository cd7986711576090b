import { type Migration, Migrator, sql } from 'kysely';
import type { Database } from './connection';
import { MIGRATIONS, numberOf } from './migrations/migrations';

export type MigrateOutcome =
  | { readonly ok: true; readonly schema: number }
  /** Migrations were run that this program does not know. */
  | { readonly ok: false; readonly reason: 'newer'; readonly schema: number; readonly known: number }
  /** Too old, or not in UTF-8; `found` is what the server says of itself. */
  | { readonly ok: false; readonly reason: 'version' | 'encoding'; readonly found: string };

/** PostgreSQL 14 is the oldest that its makers still mend. */
const OLDEST = 140_000;

/**
 * Brings the tables to what this program knows, in one transaction and under a lock that other starters wait for.
 *
 * @throws StoreError when a migration fails; nothing of it is left then
 */
export async function migrate(
  db: Database,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<MigrateOutcome> {
  const unfit = await unfitServer(db);
  if (unfit) return unfit;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: 'botlane',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const known = Math.max(...Object.keys(migrations).map(numberOf));
  const before = await newest(db);
  if (before > known) return { ok: false, reason: 'newer', schema: before, known };
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return { ok: true, schema: known };
  // Somebody newer may have been quicker.
  const after = await newest(db);
  if (after > known) return { ok: false, reason: 'newer', schema: after, known };
  throw error;
}

async function unfitServer(db: Database): Promise<MigrateOutcome | undefined> {
  const { rows } = await sql<{ number: number; version: string; encoding: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`.execute(db);
  const [server] = rows;
  if (!server || server.number < OLDEST)
    return { ok: false, reason: 'version', found: server?.version ?? '' };
  return server.encoding === 'UTF8' ? undefined : { ok: false, reason: 'encoding', found: server.encoding };
}

/** The number of the last migration that was run; 0 in an empty database. */
async function newest(db: Database): Promise<number> {
  const { rows: there } = await sql`select 1 where to_regclass('botlane.migrations') is not null`.execute(db);
  if (there.length === 0) return 0;
  const { rows } = await sql<{ name: string }>`select name from botlane.migrations`.execute(db);
  return Math.max(0, ...rows.map(({ name }) => numberOf(name)));
}
