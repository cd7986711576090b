import { sql } from 'kysely';
import { Batches } from './batches';
import type { Connection, Database } from './connection';
import type {
  Conversation,
  ConversationExport,
  ConversationKey,
  ConversationOwner,
  ConversationQuery,
  ConversationStore,
  ConversationSummary,
  CreateOutcome,
  LatestState,
  NewConversation,
  Page,
  StoredMessage,
  StoredTurn,
  TurnWrite,
  WriteOutcome,
} from './contract';
import { cursorOf, ID, INSTANT, pageOf, readCursor } from './cursor';
import { eraseConversations } from './erase';
import { toFeedback } from './feedback';
import { RecentConversations } from './recentConversations';
import { type ConversationRow, MESSAGE_COLUMNS, toConversation, toMessage } from './rows';
import { startInput, type TurnInput, turnInput, type PlacedTurn } from './turnStatement';
import { newId, type StartJob, type TurnJob, writeStarts, writeTurns } from './turnWriter';

/** Turns, or conversations, in one statement at most. */
const BATCH = 128;
/** Gateways count in different rows, picked at random. */
const SHARDS = 64;

/** Everything of the contract's first part. */
export class Conversations implements ConversationStore {
  readonly #db: Database;
  readonly #reads: Batches<string, ConversationRow | undefined>;
  readonly #starts: Batches<StartJob, PlacedTurn | undefined>;
  readonly #turns: Batches<TurnJob, PlacedTurn | undefined>;
  readonly #recent = new RecentConversations();

  constructor({ db, pool, parallel }: Pick<Connection, 'db' | 'pool' | 'parallel'>) {
    this.#db = db;
    // A server that was away may come back without what it had taken last (another one in its place).
    pool.on('away', () => this.#recent.clear());
    const shard = Math.floor(Math.random() * SHARDS);
    const options = { most: BATCH, parallel };
    this.#reads = new Batches((ids) => readRows(db, ids), options);
    this.#starts = new Batches((jobs) => writeStarts(db, jobs, shard), options);
    this.#turns = new Batches((jobs) => writeTurns(db, jobs, shard), {
      ...options,
      key: ({ key }) => key.id,
    });
  }

  async create(conversation: NewConversation): Promise<CreateOutcome> {
    const id = newId();
    const input = startInput(conversation.turn);
    const placed = await this.#starts.add({ id, conversation, input });
    if (placed) {
      const { bot, environment, channel, user, turn } = conversation;
      this.#remember({ bot, environment, id }, input, 1);
      const begun: Conversation = {
        bot,
        environment,
        id,
        channel,
        user,
        session: turn.session,
        language: turn.language,
        revision: 1,
        createdAt: turn.at,
        activeAt: turn.at,
        lastMessage: input.messages.length,
        ...(turn.busyFor !== undefined && { open: { key: turn.key, busyFor: turn.busyFor } }),
      };
      return { outcome: 'created', conversation: begun, turn: writtenTurn(input, 0) };
    }
    const before = await this.#ownersConversation(conversation, conversation.startKey);
    // Deleted since: there is nothing to repeat any more.
    if (!before) return this.create(conversation);
    return { outcome: 'repeated', conversation: before, turn: await this.#firstTurn(before) };
  }

  async read({ bot, environment, id }: ConversationKey): Promise<Conversation | undefined> {
    const row = await this.#reads.add(id);
    return row?.bot === bot && row.environment === environment ? toConversation(row) : undefined;
  }

  async latest(key: ConversationKey): Promise<LatestState | undefined> {
    const recent = this.#recent.get(key);
    if (!recent) return this.read(key);
    const { session, language, revision } = recent;
    return { session: JSON.parse(session), language, revision };
  }

  newest(owner: ConversationOwner): Promise<Conversation | undefined> {
    return this.#ownersConversation(owner);
  }

  async turn(key: ConversationKey, turnKey: string): Promise<StoredTurn | undefined> {
    const conversation = await this.read(key);
    return conversation && this.#storedTurn(conversation, turnKey);
  }

  async write(key: ConversationKey, revision: number, turn: TurnWrite): Promise<WriteOutcome> {
    const input = turnInput(turn);
    const placed = await this.#turns.add({ key, revision, input });
    if (placed) {
      this.#remember(key, input, placed.revision);
      // What an earlier part said is known to the database only.
      const whole = input.opens ? writtenTurn(input, placed.base) : await this.turn(key, turn.key);
      return whole ? { outcome: 'written', revision: placed.revision, turn: whole } : { outcome: 'unknown' };
    }
    const conversation = await this.read(key);
    if (!conversation) {
      this.#recent.forget(key.id);
      return { outcome: 'unknown' };
    }
    if (conversation.revision > revision) this.#recent.outdated(key.id);
    else this.#recent.drop(key.id);
    const before = await this.#storedTurn(conversation, turn.key);
    return before && (input.opens || before.done)
      ? { outcome: 'repeated', turn: before }
      : { outcome: 'outdated' };
  }

  async messages(
    key: ConversationKey,
    after: number,
    limit: number,
  ): Promise<readonly StoredMessage[] | undefined> {
    if (!(await this.read(key))) return undefined;
    return this.#messagesOf(key.id, after, limit);
  }

  async list(query: ConversationQuery): Promise<Page<ConversationSummary>> {
    let rows = this.#db
      .selectFrom('botlane.conversations')
      .select([
        'id',
        'bot',
        'environment',
        'channel',
        'user_key',
        'language',
        'created_at',
        'active_at',
        'last_message',
      ])
      .where('bot', '=', query.bot)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(query.limit + 1);
    if (query.environment !== undefined) rows = rows.where('environment', '=', query.environment);
    if (query.channel !== undefined) rows = rows.where('channel', '=', query.channel);
    if (query.user !== undefined) rows = rows.where('user_key', '=', query.user);
    if (query.since) rows = rows.where('created_at', '>=', query.since);
    if (query.until) rows = rows.where('created_at', '<', query.until);
    const cursor = readCursor(query.after, [INSTANT, ID]);
    if (cursor) rows = rows.where(sql<boolean>`(created_at, id) < (${cursor[0]}::timestamptz, ${cursor[1]})`);
    const found = (await rows.execute()).map((row) => ({
      id: row.id,
      bot: row.bot,
      environment: row.environment,
      channel: row.channel,
      user: row.user_key,
      language: row.language,
      createdAt: row.created_at,
      activeAt: row.active_at,
      lastMessage: row.last_message,
    }));
    return pageOf(found, query.limit, ({ createdAt, id }) => cursorOf(createdAt.toISOString(), id));
  }

  async export(key: ConversationKey): Promise<ConversationExport | undefined> {
    const conversation = await this.read(key);
    if (!conversation) return undefined;
    const feedback = await this.#db
      .selectFrom('botlane.feedback')
      .selectAll()
      .where('conversation_id', '=', key.id)
      .orderBy('message')
      .execute();
    return {
      conversation,
      messages: await this.#messagesOf(key.id, 0),
      feedback: feedback.map(toFeedback),
    };
  }

  async delete({ bot, environment, id }: ConversationKey): Promise<boolean> {
    const erasing = eraseConversations(this.#db, (conversations) =>
      conversations.where('id', '=', id).where('bot', '=', bot).where('environment', '=', environment),
    );
    // Afterwards: a turn that was under way is written before, and remembered.
    const erased = await erasing.finally(() => this.#recent.forget(id));
    return erased.conversations > 0;
  }

  async deleteUser(bot: string, user: string): Promise<number> {
    const erasing = eraseConversations(this.#db, (conversations) =>
      conversations.where('bot', '=', bot).where('user_key', '=', user),
    );
    const erased = await erasing.finally(() => this.#recent.clear());
    return erased.conversations;
  }

  /** While a turn is open, others look at how long it is leased, which only the database knows. */
  #remember({ bot, environment, id }: ConversationKey, { turn, session }: TurnInput, revision: number): void {
    const { language, busyFor } = turn;
    if (busyFor !== undefined) this.#recent.drop(id);
    else this.#recent.set(id, { bot, environment, session, language, revision });
  }

  async #ownersConversation(owner: ConversationOwner, startKey?: string): Promise<Conversation | undefined> {
    let rows = selectConversations(this.#db)
      .where('bot', '=', owner.bot)
      .where('environment', '=', owner.environment)
      .where('channel', '=', owner.channel)
      .where('user_key', '=', owner.user)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1);
    if (startKey !== undefined) rows = rows.where('start_key', '=', startKey);
    const row = await rows.executeTakeFirst();
    return row && toConversation(row);
  }

  async #firstTurn(conversation: Conversation): Promise<StoredTurn> {
    const first = await this.#db
      .selectFrom('botlane.turns')
      .select('key')
      .where('conversation_id', '=', conversation.id)
      .where('number', '=', 1)
      .executeTakeFirst();
    const turn = first && (await this.#storedTurn(conversation, first.key));
    if (turn) return turn;
    // The retention has taken it, and left the conversation, which went on.
    const { createdAt: at, language } = conversation;
    return turnOf({ key: '', at, version: null, language, handover: false }, true, []);
  }

  async #storedTurn({ id, open }: Conversation, key: string): Promise<StoredTurn | undefined> {
    const turn = await this.#db
      .selectFrom('botlane.turns')
      .selectAll()
      .where('conversation_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (!turn) return undefined;
    const rows = await this.#db
      .selectFrom('botlane.messages')
      .select(MESSAGE_COLUMNS)
      .where('conversation_id', '=', id)
      .where('id', '>=', turn.first_message)
      .where('id', '<=', turn.last_message)
      .orderBy('id')
      .execute();
    return turnOf(turn, open?.key !== key, rows.map(toMessage));
  }

  async #messagesOf(id: string, after: number, limit?: number): Promise<readonly StoredMessage[]> {
    let rows = this.#db
      .selectFrom('botlane.messages')
      .select(MESSAGE_COLUMNS)
      .where('conversation_id', '=', id)
      .where('id', '>', after)
      .orderBy('id');
    if (limit !== undefined) rows = rows.limit(limit);
    return (await rows.execute()).map(toMessage);
  }
}

/** With the rest of its lease, by the database's clock. */
function selectConversations(db: Database) {
  return db
    .selectFrom('botlane.conversations')
    .select([
      'id',
      'bot',
      'environment',
      'channel',
      'user_key',
      'session',
      'language',
      'revision',
      'last_message',
      'created_at',
      'active_at',
      'open_key',
    ])
    .select(sql<number | null>`(extract(epoch from busy_until - now()) * 1000)::float8`.as('busy_for'));
}

async function readRows(
  db: Database,
  ids: readonly string[],
): Promise<readonly (ConversationRow | undefined)[]> {
  const rows = await selectConversations(db).where(sql<boolean>`id = any(${ids}::text[])`).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** A turn that was written as a whole just now. */
function writtenTurn({ turn, messages }: TurnInput, base: number): StoredTurn {
  const stored = messages.map((message, index) => toMessage({ ...message, id: base + index + 1 }));
  return turnOf(turn, turn.busyFor === undefined, stored);
}

function turnOf(
  { key, at, version, language, handover }: Omit<StoredTurn, 'done' | 'incoming' | 'outgoing'>,
  done: boolean,
  messages: readonly StoredMessage[],
): StoredTurn {
  return {
    key,
    done,
    at,
    version,
    language,
    handover,
    incoming: messages.find(({ from }) => from === 'user'),
    outgoing: messages.filter(({ from }) => from === 'bot'),
  };
}
