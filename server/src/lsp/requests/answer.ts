import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import type { BotSnapshot } from '../../project/snapshot';
import type { Request, Uri } from '../../protocol';
import { guarded } from '../guard';
import type { Session } from '../session';

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/** Answers one of our own requests. What goes wrong is logged, and the client gets `failed` of the reason. */
export function answer<Params, Result>(
  session: Session,
  request: Request<Params, Result>,
  failed: (reason: string) => Result,
  handler: Handler<Params, Result>,
): void {
  const work = guarded(session, request.method, async (params: Params, token: CancellationToken) => ({
    result: await handler(params, token),
  }));
  session.connection.onRequest<unknown, void>(
    request.method,
    async (params: Params, token: CancellationToken) => {
      const done = await work(params, token);
      return done
        ? done.result
        : failed(t('Something went wrong in the language server. The log says what.'));
    },
  );
}

/** The same for a request about one bot of the draft. */
export function answerForBot<Params extends { readonly bot: Uri }, Result>(
  session: Session,
  request: Request<Params, Result>,
  failed: (reason: string) => Result,
  handler: (bot: BotSnapshot, params: Params, token: CancellationToken) => Result | Promise<Result>,
): void {
  answer(session, request, failed, (params, token) => {
    const bot = session.bot(params.bot);
    if (!bot) return failed(t('This bot is no longer in the workspace.'));
    return handler(bot, params, token);
  });
}

/** The answer of requests that can be refused with a reason. */
export function refused(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}
