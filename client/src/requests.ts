import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient/node';
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

/** Tells the server something that needs no answer. */
export function tell<Params>(
  client: BaseLanguageClient,
  notification: Notification<Params>,
  params: Params,
): Promise<void> {
  return client.sendNotification(notification.method, params);
}
