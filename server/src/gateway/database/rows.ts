import type { Selectable } from 'kysely';
import type { Conversation, StoredMessage } from './contract';
import type { ConversationTable, MessageTable } from './tables';

/** A conversation as it is selected: how long it is leased is asked of the database's clock. */
export type ConversationRow = Omit<Selectable<ConversationTable>, 'busy_until' | 'start_key'> & {
  /** Milliseconds; null without a lease. */
  readonly busy_for: number | null;
};

export function toConversation(row: ConversationRow): Conversation {
  return {
    bot: row.bot,
    environment: row.environment,
    id: row.id,
    channel: row.channel,
    user: row.user_key,
    session: JSON.parse(row.session),
    language: row.language,
    revision: row.revision,
    createdAt: row.created_at,
    activeAt: row.active_at,
    lastMessage: row.last_message,
    ...(row.open_key !== null && { open: { key: row.open_key, busyFor: Math.max(0, row.busy_for ?? 0) } }),
  };
}

export type MessageRow = Omit<
  Selectable<MessageTable>,
  'conversation_id' | 'bot' | 'environment' | 'inbox_id'
>;

export const MESSAGE_COLUMNS = [
  'id',
  'at',
  'language',
  'version',
  'kind',
  'text',
  'value',
  'buttons',
  'dialog',
  'intent',
  'score',
  'understood',
  'exact',
] as const satisfies readonly (keyof MessageRow)[];

export function toMessage(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    from: row.kind === 'said' ? 'bot' : 'user',
    kind: row.kind,
    text: row.text,
    ...(row.value !== null && { value: row.value }),
    buttons: row.buttons ?? [],
    ...(row.dialog !== null && { dialog: row.dialog }),
    at: row.at,
    language: row.language,
    version: row.version,
    ...(row.understood !== null && {
      heard: {
        intent: row.intent ?? undefined,
        score: row.score ?? 0,
        understood: row.understood,
        exact: row.exact ?? false,
      },
    }),
  };
}
