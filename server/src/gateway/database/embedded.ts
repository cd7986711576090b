import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { type Connection, databaseOver } from './connection';
import { embeddedProgram } from './embeddedFiles';
import { lockFolder, type LockOutcome } from './folderLock';
import { migrate, type MigrateOutcome } from './migrate';

export type EmbeddedOutcome =
  | { readonly locked: false; readonly connection: Connection; readonly migrated: MigrateOutcome }
  | { readonly locked: true; readonly by: Extract<LockOutcome, { ok: false }> };

/**
 * Opens the PostgreSQL that is embedded in this process, with its files in a folder that nobody else has open, and brings
 * its tables up to date. It has one session: everything waits in one row.
 *
 * @throws StoreError, or what the file system says
 */
export async function openEmbedded(folder: string): Promise<EmbeddedOutcome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const locked = await lockFolder(folder);
  if (!locked.ok) return { locked: true, by: locked };
  const undo: (() => Promise<void>)[] = [() => locked.lock.release()];
  try {
    // Ten megabytes that nobody needs who has a server.
    const { PGlite } = await import('@electric-sql/pglite');
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
    const program = await embeddedProgram();
    const pglite = await PGlite.create({
      dataDir: join(folder, 'postgresql'),
      relaxedDurability: false,
      ...program,
    });
    undo.unshift(() => pglite.close());
    // There is one session, which belongs to one client for good.
    const config = Object.assign(createPgConfig(pglite), { max: 1, idleTimeoutMillis: 0 });
    const { db, pool } = databaseOver(new Pool(config));
    undo.unshift(() => pool.end());
    const close = async (): Promise<void> => {
      for (const step of undo.splice(0)) await step();
    };
    return {
      locked: false,
      connection: { kind: 'embedded', db, pool, parallel: 1, close },
      migrated: await migrate(db),
    };
  } catch (error) {
    for (const step of undo.splice(0)) await step().catch(() => undefined);
    throw error;
  }
}
