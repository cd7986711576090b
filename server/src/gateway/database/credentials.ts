import { type Selectable, sql } from 'kysely';
import type { Database } from './connection';
import type { Credential, CredentialKind, CredentialStore, NewCredential } from './contract';
import type { CredentialTable } from './tables';
import { newId } from './turnWriter';

export class Credentials implements CredentialStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  put({ bot, kind, name, hash, expiresAt }: NewCredential, at: Date): Promise<Credential> {
    return this.#db.transaction().execute(async (transaction) => {
      // Of two at the same time the later one counts, instead of failing.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${bot}\n${kind}\n${name}`}, 0))`.execute(
        transaction,
      );
      const replaced = await transaction
        .updateTable('botlane.credentials')
        .set({ revoked_at: at })
        .where('bot', '=', bot)
        .where('kind', '=', kind)
        .where('name', '=', name)
        .where('revoked_at', 'is', null)
        .returning('id')
        .execute();
      for (const { id } of replaced) {
        await transaction.deleteFrom('botlane.sign_ins').where('credential_id', '=', id).execute();
      }
      const row = await transaction
        .insertInto('botlane.credentials')
        .values({ id: newId(), bot, kind, name, hash, created_at: at, expires_at: expiresAt ?? null })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toCredential(row);
    });
  }

  async find(bot: string, kind: CredentialKind, name: string, now: Date): Promise<Credential | undefined> {
    const row = await this.#inForce(bot, kind, now).where('name', '=', name).executeTakeFirst();
    return row && toCredential(row);
  }

  async findByHash(
    bot: string,
    kind: CredentialKind,
    hash: string,
    now: Date,
  ): Promise<Credential | undefined> {
    const row = await this.#inForce(bot, kind, now).where('hash', '=', hash).executeTakeFirst();
    return row && toCredential(row);
  }

  async list(bot: string): Promise<readonly Credential[]> {
    const rows = await this.#db
      .selectFrom('botlane.credentials')
      .selectAll()
      .where('bot', '=', bot)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(toCredential);
  }

  revoke(bot: string, id: string, at: Date): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const revoked = await transaction
        .updateTable('botlane.credentials')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('bot', '=', bot)
        .where('revoked_at', 'is', null)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]))
        .executeTakeFirst();
      await transaction
        .deleteFrom('botlane.sign_ins')
        .where('credential_id', '=', id)
        .where('bot', '=', bot)
        .execute();
      return revoked.numUpdatedRows > 0n;
    });
  }

  forgetUser(user: string, at: Date): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const revoked = await transaction
        .updateTable('botlane.credentials')
        .set({ revoked_at: at })
        .where('kind', '=', 'user')
        .where('name', '=', user)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      await transaction.deleteFrom('botlane.team_members').where('user_name', '=', user).execute();
      await transaction.deleteFrom('botlane.sign_ins').where('user_name', '=', user).execute();
      return revoked.numUpdatedRows > 0n;
    });
  }

  async used(id: string, at: Date): Promise<void> {
    await this.#db
      .updateTable('botlane.credentials')
      .set({ last_used_at: at })
      .where('id', '=', id)
      .where(usedBefore(at))
      .execute();
  }

  async addMember(bot: string, team: string, user: string, at: Date): Promise<void> {
    await this.#db
      .insertInto('botlane.team_members')
      .values({ bot, team, user_name: user, added_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async removeMember(bot: string, team: string, user: string): Promise<boolean> {
    const removed = await this.#db
      .deleteFrom('botlane.team_members')
      .where('bot', '=', bot)
      .where('team', '=', team)
      .where('user_name', '=', user)
      .executeTakeFirst();
    return removed.numDeletedRows > 0n;
  }

  async members(bot: string, team: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('botlane.team_members')
      .select('user_name')
      .where('bot', '=', bot)
      .where('team', '=', team)
      .orderBy(sql`user_name collate "C"`)
      .execute();
    return rows.map(({ user_name }) => user_name);
  }

  async teamsOf(bot: string, user: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('botlane.team_members')
      .select('team')
      .where('bot', '=', bot)
      .where('user_name', '=', user)
      .orderBy(sql`team collate "C"`)
      .execute();
    return rows.map(({ team }) => team);
  }

  #inForce(bot: string, kind: CredentialKind, now: Date) {
    return this.#db
      .selectFrom('botlane.credentials')
      .selectAll()
      .where('bot', '=', bot)
      .where('kind', '=', kind)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]));
  }
}

/** "Last used" is kept to the minute, so that a busy token does not write all the time. */
export function usedBefore(at: Date) {
  return sql<boolean>`(last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`;
}

function toCredential(row: Selectable<CredentialTable>): Credential {
  return {
    id: row.id,
    bot: row.bot,
    kind: row.kind,
    name: row.name,
    hash: row.hash,
    createdAt: row.created_at,
    ...(row.expires_at && { expiresAt: row.expires_at }),
    ...(row.revoked_at && { revokedAt: row.revoked_at }),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  };
}
