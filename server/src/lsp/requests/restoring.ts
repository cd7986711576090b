import {
  type ExportOutcome,
  ExportVersionRequest,
  type LiveAtOutcome,
  LiveAtRequest,
  type LivePreviewOutcome,
  LivePreviewRequest,
  type RestoreOutcome,
  RestoreRequest,
} from '../../protocol';
import { instantOf } from '../../release/deployment/when';
import { liveAtWords } from '../../release/liveAtWords';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { changeView } from './views';

/** Going to a version: what it would change in LIVE, what was live when, a version as a file, and back into the draft. */
export function registerRestoring(session: Session): void {
  answerForBot(
    session,
    LivePreviewRequest,
    refused,
    async (bot, { version }): Promise<LivePreviewOutcome> => {
      const releases = await session.releases();
      const found = await releases.previewLive(bot, version);
      if (!found.ok) return refused(found.error.message);
      const { comparison, doubts } = found.value;
      const changes = comparison?.changes.map(changeView);
      return { kind: 'preview', preview: { doubts: [...doubts], ...(changes && { changes }) } };
    },
  );

  answerForBot(session, LiveAtRequest, refused, async (bot, { at, zone, locale }): Promise<LiveAtOutcome> => {
    const when = instantOf(at, zone);
    if (!when.ok) return refused(when.reason);
    const releases = await session.releases();
    const found = await releases.liveAt(bot, when.instant);
    if (!found.ok) return refused(found.error.message);
    const sentence = liveAtWords(found.value, { locale, zone });
    return { kind: 'found', sentence, version: found.value?.version ?? null };
  });

  answerForBot(session, ExportVersionRequest, refused, async (bot, { version }): Promise<ExportOutcome> => {
    const releases = await session.releases();
    const zip = await releases.exportVersion(bot, version);
    if (!zip.ok) return refused(zip.error.message);
    const content = Buffer.from(zip.value).toString('base64');
    return { kind: 'zip', name: `${bot.id}-v${version}.zip`, content };
  });

  answerForBot(
    session,
    RestoreRequest,
    refused,
    async (bot, { version, force = false }, token): Promise<RestoreOutcome> => {
      const releases = await session.releases();
      const options = { force, signal: signalOf(token) };
      const result =
        version === null
          ? await releases.undoRestore(bot, options)
          : await releases.restore(bot, version, options);
      switch (result.outcome) {
        case 'restored':
          for (const warning of result.warnings) session.connection.console.warn(warning);
          session.tellViews(true);
          return {
            kind: 'restored',
            written: result.written,
            removed: result.removed,
            canUndo: result.backup !== null,
          };
        case 'unsaved-work':
          return { kind: 'unsaved-work', files: [...result.files] };
        case 'failed':
          return refused(result.problem.message);
      }
    },
  );
}
