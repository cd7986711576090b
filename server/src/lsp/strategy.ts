import { type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';

/** A request that is cancelled while it waits for its turn is answered at once, and never worked on. */
export const connectionStrategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    Message.isRequest(message)
      ? {
          jsonrpc: message.jsonrpc,
          id: message.id,
          error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
        }
      : undefined,
};
