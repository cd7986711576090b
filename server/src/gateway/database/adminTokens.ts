import type { Selectable } from 'kysely';
import type { Database } from './connection';
import type { AdminToken, AdminTokenStore } from './contract';
import { usedBefore } from './credentials';
import type { AdminTokenTable } from './tables';
import { newId } from './turnWriter';

export class AdminTokens implements AdminTokenStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async create(
    { name, hash, scopes, bots, expiresAt }: Parameters<AdminTokenStore['create']>[0],
    at: Date,
  ): Promise<AdminToken> {
    const row = await this.#db
      .insertInto('botlane.admin_tokens')
      .values({
        id: newId(),
        name,
        hash,
        scopes: [...scopes],
        bots: [...bots],
        created_at: at,
        expires_at: expiresAt ?? null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toAdminToken(row);
  }

  async find(hash: string, now: Date): Promise<AdminToken | undefined> {
    const row = await this.#db
      .selectFrom('botlane.admin_tokens')
      .selectAll()
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .executeTakeFirst();
    return row && toAdminToken(row);
  }

  async list(): Promise<readonly AdminToken[]> {
    const rows = await this.#db
      .selectFrom('botlane.admin_tokens')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(toAdminToken);
  }

  async rotate(id: string, hash: string, at: Date): Promise<AdminToken | undefined> {
    const row = await this.#change(id, at).set({ hash }).returningAll().executeTakeFirst();
    return row && toAdminToken(row);
  }

  async revoke(id: string, at: Date): Promise<boolean> {
    const revoked = await this.#change(id, at).set({ revoked_at: at }).executeTakeFirst();
    return revoked.numUpdatedRows > 0n;
  }

  async used(id: string, at: Date): Promise<void> {
    await this.#db
      .updateTable('botlane.admin_tokens')
      .set({ last_used_at: at })
      .where('id', '=', id)
      .where(usedBefore(at))
      .execute();
  }

  /** Of one that is in force. */
  #change(id: string, at: Date) {
    return this.#db
      .updateTable('botlane.admin_tokens')
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]));
  }
}

function toAdminToken(row: Selectable<AdminTokenTable>): AdminToken {
  return {
    id: row.id,
    name: row.name,
    hash: row.hash,
    scopes: row.scopes,
    bots: row.bots,
    createdAt: row.created_at,
    ...(row.expires_at && { expiresAt: row.expires_at }),
    ...(row.revoked_at && { revokedAt: row.revoked_at }),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  };
}
