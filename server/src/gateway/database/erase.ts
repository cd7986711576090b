import { type SelectQueryBuilder, sql } from 'kysely';
import { NOTE_DELETION } from './compact';
import type { Database } from './connection';
import type { Tables } from './tables';

type Conversations = SelectQueryBuilder<Tables, 'botlane.conversations', { id: string }>;

export interface Erased {
  readonly conversations: number;
  readonly messages: number;
}

/**
 * Deletes conversations with every row of them, in one transaction. Their own rows go first: a turn that is being written
 * holds that row until it is done, and a later one finds nothing to write to.
 */
export function eraseConversations(
  db: Database,
  which: (from: Conversations) => Conversations,
): Promise<Erased> {
  return db.transaction().execute(async (transaction) => {
    const held = await which(transaction.selectFrom('botlane.conversations').select('id'))
      .forUpdate()
      .execute();
    const ids = held.map(({ id }) => id);
    if (ids.length === 0) return { conversations: 0, messages: 0 };
    // Feedback goes with its conversation.
    await transaction
      .deleteFrom('botlane.conversations')
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .execute();
    const theirs = sql<boolean>`conversation_id = any(${ids}::text[])`;
    await transaction.deleteFrom('botlane.turns').where(theirs).execute();
    const messages = await transaction.deleteFrom('botlane.messages').where(theirs).executeTakeFirst();
    await NOTE_DELETION.execute(transaction);
    return { conversations: ids.length, messages: Number(messages.numDeletedRows) };
  });
}
