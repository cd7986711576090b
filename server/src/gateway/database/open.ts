import { t } from '@vscode/l10n';
import type { Connection } from './connection';
import type { OpenOutcome, StoreAddress } from './contract';
import { openEmbedded } from './embedded';
import { toStoreError } from './faults';
import type { MigrateOutcome } from './migrate';
import { openPostgres } from './postgres';
import { DatabaseStore } from './store';

/** Opens the database, with its tables as this program needs them. Never rejects. */
export async function openStore(address: StoreAddress): Promise<OpenOutcome> {
  try {
    return await (address.kind === 'postgresql' ? onServer(address.url) : inFolder(address.folder));
  } catch (error) {
    const { reason, message } = toStoreError(error);
    return reason === 'unavailable'
      ? refusal(
          'unreachable',
          t('The database cannot be reached: {0}. See whether it runs and lets this user in.', message),
        )
      : refusal('unusable', t('The database cannot be used: {0}.', message));
  }
}

async function onServer(url: string): Promise<OpenOutcome> {
  if (!/^postgres(?:ql)?:\/\//i.test(url)) {
    return refusal('unusable', t("The address of the database must begin with 'postgresql://'."));
  }
  const { connection, migrated } = await openPostgres(url);
  return settled(connection, migrated);
}

async function inFolder(folder: string): Promise<OpenOutcome> {
  const opened = await openEmbedded(folder);
  if (!opened.locked) return settled(opened.connection, opened.migrated);
  const { holder, file } = opened.by;
  return refusal(
    'in-use',
    t(
      "The data folder is open in process {0} on '{1}'. End that one, or give this one another folder or a PostgreSQL server. If there is no such process, delete '{2}'.",
      holder.pid,
      holder.host,
      file,
    ),
  );
}

async function settled(connection: Connection, migrated: MigrateOutcome): Promise<OpenOutcome> {
  if (migrated.ok) return { ok: true, store: new DatabaseStore(connection, migrated.schema) };
  await connection.close();
  switch (migrated.reason) {
    case 'newer':
      return refusal(
        'newer',
        t(
          'A newer Botlane has written this database (its tables have number {0}, this program knows {1}). Install that version or a later one.',
          migrated.schema,
          migrated.known,
        ),
      );
    case 'version':
      return refusal('unusable', t('PostgreSQL {0} is too old: it must be 14 or later.', migrated.found));
    case 'encoding':
      return refusal(
        'unusable',
        t('The database keeps its texts in {0}. Make one whose encoding is UTF8.', migrated.found),
      );
  }
}

function refusal(reason: Extract<OpenOutcome, { ok: false }>['reason'], message: string): OpenOutcome {
  return { ok: false, reason, message };
}
