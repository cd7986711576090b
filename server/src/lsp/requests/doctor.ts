import { ExamineRequest, MendRequest } from '../../protocol';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** What is wrong with the store of a bot, and its mending. */
export function registerDoctor(session: Session): void {
  answerForBot(session, ExamineRequest, refused, async (bot, _params, token) => {
    const releases = await session.releases();
    const found = await releases.examine(bot, { signal: signalOf(token) });
    return found.ok ? { kind: 'examined' as const, ailments: found.value } : refused(found.error.message);
  });

  answerForBot(session, MendRequest, refused, async (bot, { ailment }) => {
    const releases = await session.releases();
    const mended = await releases.mend(bot, ailment);
    await session.refreshLive();
    session.tellViews(true);
    return mended.ok ? { kind: 'mended' as const } : refused(mended.error.message);
  });
}
