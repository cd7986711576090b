import { sql } from 'kysely';
import type { Database } from './connection';
import type { ReleaseSeen, ReleaseStore } from './contract';

export class ReleasesSeen implements ReleaseStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  seen({ bot, environment, version, commit, at }: ReleaseSeen): Promise<void> {
    return this.#db.transaction().execute(async (transaction) => {
      // Gateways see a release at the same time; the second one must find the mark of the first.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${bot}\n${environment}`}, 1))`.execute(
        transaction,
      );
      const last = await transaction
        .selectFrom('botlane.releases_seen')
        .select('version')
        .where('bot', '=', bot)
        .where('environment', '=', environment)
        .orderBy('id', 'desc')
        .executeTakeFirst();
      // One head can bring several versions (a schedule), and several heads one version (another deployment of it).
      if (last?.version === version) return;
      await transaction
        .insertInto('botlane.releases_seen')
        .values({ bot, environment, version, commit, at })
        .execute();
    });
  }

  async list(bot: string, since: Date, until: Date): Promise<readonly ReleaseSeen[]> {
    return this.#db
      .selectFrom('botlane.releases_seen')
      .select(['bot', 'environment', 'version', 'commit', 'at'])
      .where('bot', '=', bot)
      .where('at', '>=', since)
      .where('at', '<', until)
      .orderBy('id')
      .execute();
  }
}
