import { InitializeRepositoryRequest } from '../../protocol';
import { isWithin, pathOf } from '../../text/uri';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** `git init`, on the user's word only: in the workspace folder that holds the bot. */
export function registerRepository(session: Session): void {
  answerForBot(session, InitializeRepositoryRequest, refused, async (bot) => {
    const folder = session.workspace.folders.find((one) => isWithin(one, bot.root)) ?? bot.root;
    const releases = await session.releases();
    const result = await releases.initializeRepository(pathOf(folder));
    if (!result.ok) return refused(result.error.message);
    await session.refreshLive();
    session.tellViews(true);
    return { kind: 'initialized', folder };
  });
}
