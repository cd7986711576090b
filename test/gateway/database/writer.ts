import type { ConversationKey, StoreAddress } from '../../../server/src/gateway/database/contract';
import { openStore } from '../../../server/src/gateway/database/open';
import { appendTurns } from './append';

/**
 * A gateway's process as far as the database is concerned: writes turns into conversations and says the key of each on
 * standard output, once it was told that it is written. Its argument is a `Task` as JSON.
 */
export interface Task {
  readonly address: StoreAddress;
  readonly name: string;
  readonly conversations: readonly ConversationKey[];
  /** Into each conversation. */
  readonly turns: number;
}

async function main(): Promise<void> {
  const { address, name, conversations, turns } = JSON.parse(process.argv[2] ?? '') as Task;
  const opened = await openStore(address);
  if (!opened.ok) throw new Error(opened.message);
  const acknowledge = (key: string): void => {
    process.stdout.write(`${key}\n`);
  };
  await Promise.all(conversations.map((key) => appendTurns(opened.store, key, name, turns, acknowledge)));
  await opened.store.close();
}

void main();
