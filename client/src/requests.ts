import type { CancellationToken } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import type { Notification, Request } from '../../server/src/protocol';

/** Asks the server, with the types that protocol.ts gives the request. */
export function ask<Params, Result>(
  client: BaseLanguageClient,
  request: Request<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // A token that is passed as undefined would be sent as a second parameter.
  return token
    ? client.sendRequest<Result>(request.method, params, token)
    : client.sendRequest<Result>(request.method, params);
}

/** How often a question is put at most: a file that never rests must not keep anybody asking for ever. */
const MOST_TRIES = 4;

/**
 * The same for a question that changes nothing. It is put again when a file changed on disk while the server worked the
 * answer out, which makes the answer void.
 */
export async function askAgain<Params, Result>(
  client: BaseLanguageClient,
  request: Request<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(client, request, params, token);
    } catch (error) {
      const isVoid = error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
      if (!isVoid || tries === MOST_TRIES || token?.isCancellationRequested === true) throw error;
    }
  }
}

/** Tells the server something that needs no answer. */
export function tell<Params>(
  client: BaseLanguageClient,
  notification: Notification<Params>,
  params: Params,
): Promise<void> {
  return client.sendNotification(notification.method, params);
}
