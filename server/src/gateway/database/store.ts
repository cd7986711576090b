import { sql } from 'kysely';
import { AdminTokens } from './adminTokens';
import { Audit } from './audit';
import type { Connection } from './connection';
import type { GatewayStore, StoreHealth } from './contract';
import { Conversations } from './conversations';
import { Credentials } from './credentials';
import { FeedbackRows } from './feedback';
import { Inbox } from './inbox';
import { ReleasesSeen } from './releasesSeen';
import { Retention } from './retention';
import { SignIns } from './signIns';
import { Statistics } from './statistics';

/** The contract over an open database whose tables are up to date. */
export class DatabaseStore implements GatewayStore {
  readonly conversations: Conversations;
  readonly credentials: Credentials;
  readonly signIns: SignIns;
  readonly adminTokens: AdminTokens;
  readonly audit: Audit;
  readonly inbox: Inbox;
  readonly feedback: FeedbackRows;
  readonly statistics: Statistics;
  readonly releases: ReleasesSeen;
  readonly retention: Retention;
  readonly #connection: Connection;
  readonly #schema: number;

  /** @param schema the number of the last migration */
  constructor(connection: Connection, schema: number) {
    const { db } = connection;
    this.#connection = connection;
    this.#schema = schema;
    this.conversations = new Conversations(connection);
    this.credentials = new Credentials(db);
    this.signIns = new SignIns(db);
    this.adminTokens = new AdminTokens(db);
    this.audit = new Audit(db);
    this.inbox = new Inbox(db);
    this.feedback = new FeedbackRows(db);
    this.statistics = new Statistics(db);
    this.releases = new ReleasesSeen(db);
    this.retention = new Retention(connection);
  }

  async health(): Promise<StoreHealth> {
    const began = performance.now();
    const { kind, pool, db } = this.#connection;
    const answer = await sql`select 1`.execute(db).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    return {
      ok: answer === undefined,
      kind,
      schema: this.#schema,
      latency: performance.now() - began,
      waiting: pool.waiting,
      ...(answer !== undefined && { problem: answer }),
    };
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
