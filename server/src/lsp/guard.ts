import { OutdatedSnapshotError } from '../project/outdated';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** What a handler works for. */
export interface Host {
  /** Where failures are written. */
  log(what: string, error: unknown): void;
  /** Resolves when all files are read: before, an answer would be wrong, or everything would have to wait for it. */
  whenRead(): Promise<void> | undefined;
}

/**
 * A handler that never breaks the connection: what goes wrong is logged with what was asked, and the request answers
 * null. Refusals (ResponseError) are answers and reach the client; so does that a file changed on disk in the middle of
 * the work. A request waits until the workspace is read; one that is cancelled meanwhile is answered at once.
 */
export function guarded<Params, Result>(
  session: Host,
  name: string,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | null> {
  return async (params, token) => {
    const reading = session.whenRead();
    if (reading) await unlessCancelled(reading, token);
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof OutdatedSnapshotError) {
        throw new ResponseError(LSPErrorCodes.ContentModified, error.message);
      }
      session.log(`${name} failed${subjectOf(params)}`, error);
      return null;
    }
  };
}

/** Resolves with what is waited for, or as soon as the request is cancelled. */
export function unlessCancelled(waited: Promise<void>, token: CancellationToken): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => resolve());
    waited.then(resolve, reject).finally(() => listening.dispose());
  });
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The document or bot that a request is about, for the log. */
function subjectOf(params: unknown): string {
  if (typeof params !== 'object' || params === null) return '';
  if ('textDocument' in params && isWithUri(params.textDocument)) return ` for ${params.textDocument.uri}`;
  if ('bot' in params && typeof params.bot === 'string') return ` for ${params.bot}`;
  return '';
}

function isWithUri(value: unknown): value is { readonly uri: string } {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}

/** An AbortSignal that follows the cancellation of a request. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
