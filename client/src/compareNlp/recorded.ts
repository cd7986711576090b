import type { CancellationToken } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CompareNlpParams, InboxRequest } from '../../../server/src/protocol';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { ask } from '../requests';

/** The most frequent ones are what counts; the rest is for the inbox. */
const MOST_MESSAGES = 1000;

export interface Recorded {
  readonly messages: NonNullable<CompareNlpParams['messages']>;
  /** Why messages are missing. */
  readonly problem?: string;
}

/** What users said to the gateway of this window, the most frequent first; nothing without one. */
export async function recordedMessages(
  client: LanguageClient,
  connection: GatewayConnection,
  bot: string,
  cancel: CancellationToken,
): Promise<Recorded> {
  const gateway = await connection.access();
  const messages: NonNullable<CompareNlpParams['messages']>[number][] = [];
  if (!gateway) return { messages };
  let after: string | undefined;
  do {
    const page = await ask(
      client,
      InboxRequest,
      { bot, gateway, ...(after !== undefined && { after }) },
      cancel,
    );
    if (page.kind === 'refused') return { messages, problem: page.reason };
    messages.push(...page.rows.map(({ item: { text, language } }) => ({ text, language })));
    after = page.next;
  } while (after !== undefined && messages.length < MOST_MESSAGES);
  return { messages };
}
