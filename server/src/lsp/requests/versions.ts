import {
  type CompareOutcome,
  CompareRequest,
  type MakeLiveOutcome,
  MakeLiveRequest,
  VersionChangesRequest,
  type VersionsOutcome,
  VersionsRequest,
} from '../../protocol';
import { searchVersions } from '../../release/search';
import { describeSide } from '../../release/difference/describe';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { changeView } from './views';

/** The versions of a bot: list, what each changed, and making one of them live. */
export function registerVersions(session: Session): void {
  answerForBot(session, VersionsRequest, refused, async (bot, { search = '' }): Promise<VersionsOutcome> => {
    const releases = await session.releases();
    const list = await releases.versions(bot);
    if (!list.ok) return refused(list.error.message);
    const { versionView } = await import('./versionView.js');
    return {
      kind: 'versions',
      live: list.value.live,
      versions: searchVersions(list.value.versions, search).map(versionView),
    };
  });

  answerForBot(
    session,
    VersionChangesRequest,
    () => null,
    async (bot, { version }) => {
      const releases = await session.releases();
      const found = await releases.versionChanges(bot, version);
      if (!found.ok) {
        session.connection.console.warn(found.error.message);
        return null;
      }
      return { previous: found.value.previous, changes: found.value.changes.map(changeView) };
    },
  );

  answerForBot(session, CompareRequest, refused, async (bot, { before, after }): Promise<CompareOutcome> => {
    const releases = await session.releases();
    const found = await releases.compare(bot, before, after);
    if (!found.ok) return refused(found.error.message);
    return {
      kind: 'compared',
      before: describeSide(found.value.before),
      after: describeSide(found.value.after),
      changes: found.value.changes.map(changeView),
    };
  });

  answerForBot(
    session,
    MakeLiveRequest,
    refused,
    async (bot, { version }, token): Promise<MakeLiveOutcome> => {
      const releases = await session.releases();
      const result = await releases.makeLive(bot, version, { signal: signalOf(token) });
      await session.refreshLive();
      session.tellViews(true);
      switch (result.outcome) {
        case 'live':
          return {
            kind: 'live',
            version: result.version,
            commit: result.commit,
            warnings: [...result.warnings],
          };
        case 'outdated':
          return { kind: 'outdated', reason: result.message };
        case 'failed':
          return refused(result.problem.message);
      }
    },
  );
}
