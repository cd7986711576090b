import { AbandonHotfixRequest, StartHotfixRequest, TakeRequest } from '../../protocol';
import type { ReleaseProblem } from '../../release/contract';
import { fileUri } from '../../text/uri';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** Mending LIVE itself, and taking into the draft what was published elsewhere. */
export function registerHotfix(session: Session): void {
  answerForBot(session, TakeRequest, refused, async (bot, _params, token) => {
    const releases = await session.releases();
    const result = await releases.take(bot, { signal: signalOf(token) });
    await session.refreshLive();
    session.tellViews(true);
    if (!result.ok) return stopped(result.error);
    const { version, written, deleted, conflicts } = result.value;
    return {
      kind: 'taken' as const,
      version,
      written: [...written],
      deleted: [...deleted],
      conflicts: [...conflicts],
    };
  });

  answerForBot(session, StartHotfixRequest, refused, async (bot, _params, token) => {
    const releases = await session.releases();
    const result = await releases.startHotfix(bot, { signal: signalOf(token) });
    if (!result.ok) return stopped(result.error);
    const { folder, version, changed } = result.value;
    return { kind: 'started' as const, hotfix: { folder: fileUri(folder), version, changed } };
  });

  answerForBot(session, AbandonHotfixRequest, refused, async (bot, { discard }) => {
    const releases = await session.releases();
    const result = await releases.abandonHotfix(bot, { discard });
    if (result.ok) return { kind: 'abandoned' as const };
    const { reason, message } = result.error;
    return reason === 'hotfix-changed' ? { kind: 'changed' as const, reason: message } : refused(message);
  });
}

function stopped({ reason, message }: ReleaseProblem) {
  return reason === 'cancelled' ? ({ kind: 'cancelled' } as const) : refused(message);
}
