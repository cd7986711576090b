import { FetchRequest, RemoteRequest, SetRemoteRequest, type SetRemoteOutcome } from '../../protocol';
import type { ReleaseProblem } from '../../release/contract';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** The remote through which a bot is published. */
export function registerRemotes(session: Session): void {
  answerForBot(session, RemoteRequest, refused, async (bot) => {
    const releases = await session.releases();
    const state = await releases.remote(bot);
    if (!state.ok) return refused(state.error.message);
    return { kind: 'remote' as const, name: state.value.name ?? null, known: [...state.value.known] };
  });

  answerForBot(
    session,
    SetRemoteRequest,
    refused,
    async (bot, { name, send }, token): Promise<SetRemoteOutcome> => {
      const releases = await session.releases();
      const result = await releases.setRemote(bot, name ?? undefined, { send, signal: signalOf(token) });
      await session.refreshLive();
      session.tellViews(true);
      if (result.ok) return { kind: 'set', sent: [...result.value.sent] };
      const { reason, message } = result.error;
      return reason === 'only-here' ? { kind: 'only-here', reason: message } : stopped(result.error);
    },
  );

  answerForBot(session, FetchRequest, refused, async (bot, _params, token) => {
    const releases = await session.releases();
    const result = await releases.fetch(bot, { signal: signalOf(token) });
    await session.refreshLive();
    session.tellViews(true);
    return result.ok ? { kind: 'fetched' } : stopped(result.error);
  });
}

function stopped({ reason, message }: ReleaseProblem) {
  return reason === 'cancelled' ? ({ kind: 'cancelled' } as const) : refused(message);
}
