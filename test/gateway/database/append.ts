import type {
  ConversationKey,
  GatewayStore,
  WriteOutcome,
} from '../../../server/src/gateway/database/contract';
import { StoreError } from '../../../server/src/gateway/database/storeError';
import { turn } from './turns';

/** A session that remembers the keys of its turns in the order in which they were run. */
export interface Remembering {
  readonly keys: readonly string[];
}

/**
 * Runs and writes turns as a gateway does: on what was read, and again when somebody else was quicker or the database did
 * not answer.
 *
 * @param name the turns get the keys `name-0`, `name-1`, …
 * @returns how often the database did not answer
 */
export async function appendTurns(
  store: GatewayStore,
  conversation: ConversationKey,
  name: string,
  count: number,
  acknowledge: (key: string) => void,
): Promise<number> {
  let faults = 0;
  for (let n = 0; n < count; n++) {
    const key = `${name}-${n}`;
    const before = faults;
    for (let written = false; !written; ) {
      try {
        const outcome = await append(store, conversation, key);
        // A repetition is answered as one only where the first answer was lost.
        written = outcome === 'written' || (outcome === 'repeated' && faults > before);
        if (!written && outcome !== 'outdated') throw new Error(`${key}: ${outcome}`);
      } catch (error) {
        if (!(error instanceof StoreError) || error.reason !== 'unavailable') throw error;
        faults++;
      }
    }
    acknowledge(`${conversation.id} ${key}`);
  }
  return faults;
}

async function append(
  store: GatewayStore,
  conversation: ConversationKey,
  key: string,
): Promise<WriteOutcome['outcome']> {
  const read = await store.conversations.read(conversation);
  if (!read) return 'unknown';
  const { keys = [] } = read.session as Partial<Remembering>;
  const request = turn(`${key} behind ${keys.at(-1) ?? 'nothing'}`, {
    key,
    session: { keys: [...keys, key] },
  });
  return (await store.conversations.write(conversation, read.revision, request)).outcome;
}
