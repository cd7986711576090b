import type { BotSnapshot } from '../../project/snapshot';
import { LIVE_SCHEME, VERSION_SCHEME, VirtualFileRequest } from '../../protocol';
import { normalizeUri, type Uri } from '../../text/uri';
import type { Session } from '../session';
import { answer } from './answer';

/** Texts of LIVE and of versions, for the editor's read-only file systems. */
export function registerVirtualFiles(session: Session): void {
  answer(
    session,
    VirtualFileRequest,
    () => null,
    async ({ uri }) => {
      const address = normalizeUri(uri);
      for (const bot of session.workspace.snapshot().bots) {
        const found = await fileOf(session, bot, address);
        if (found) return found;
      }
      return null;
    },
  );
}

async function fileOf(
  session: Session,
  bot: BotSnapshot,
  uri: Uri,
): Promise<{ readonly text: string; readonly version: number } | undefined> {
  const releases = await session.releases();
  if (uri.startsWith(`${LIVE_SCHEME}:/${bot.id}/`)) {
    const live = await releases.liveState(bot);
    const file = live.kind === 'known' ? live.bot.files.get(uri) : undefined;
    return live.kind === 'known' && file ? { text: file.syntax.text, version: live.version } : undefined;
  }
  const prefix = `${VERSION_SCHEME}:/${bot.id}/v`;
  const version = uri.startsWith(prefix)
    ? /^[1-9]\d{0,8}(?=\/)/.exec(uri.slice(prefix.length))?.[0]
    : undefined;
  if (version === undefined) return undefined;
  const found = await releases.versionBot(bot, Number(version));
  const file = found.ok ? found.value.files.get(uri) : undefined;
  return file && { text: file.syntax.text, version: Number(version) };
}
