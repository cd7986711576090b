import type { Database } from './connection';
import type { SignIn, SignInStore } from './contract';

export class SignIns implements SignInStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async create({ hash, bot, credential, user, createdAt, expiresAt }: SignIn): Promise<void> {
    await this.#db
      .insertInto('botlane.sign_ins')
      .values({
        hash,
        bot,
        credential_id: credential,
        user_name: user,
        created_at: createdAt,
        expires_at: expiresAt,
      })
      .execute();
  }

  async find(bot: string, hash: string, now: Date): Promise<SignIn | undefined> {
    const row = await this.#db
      .selectFrom('botlane.sign_ins as s')
      .innerJoin('botlane.credentials as c', 'c.id', 's.credential_id')
      .selectAll('s')
      .where('s.hash', '=', hash)
      .where('s.bot', '=', bot)
      .where('s.expires_at', '>', now)
      .where('c.revoked_at', 'is', null)
      .where((where) => where.or([where('c.expires_at', 'is', null), where('c.expires_at', '>', now)]))
      .executeTakeFirst();
    return (
      row && {
        hash: row.hash,
        bot: row.bot,
        credential: row.credential_id,
        user: row.user_name,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    );
  }

  async end(bot: string, hash: string): Promise<void> {
    await this.#db.deleteFrom('botlane.sign_ins').where('bot', '=', bot).where('hash', '=', hash).execute();
  }
}
