import { t } from '@vscode/l10n';
import { bareName } from '../../features/place';
import { goingFiles, leftBehind } from '../../features/fileChanges';
import { linkedDialogs, relink } from '../../features/relink';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { type LeftBehind, LeftBehindRequest, RelinkRequest } from '../../protocol';
import { normalizeUri, type Uri } from '../../text/uri';
import { workspaceEditOf } from '../convert';
import type { Session } from '../session';
import { answer, refused } from './answer';

/** What the deletion of files would leave without its definition, and what becomes of the dialogs linked to it. */
export function registerLeftBehind(session: Session): void {
  answer(
    session,
    LeftBehindRequest,
    () => [],
    ({ uris }) => {
      const deleted = uris.map(normalizeUri);
      return session.workspace.snapshot().bots.flatMap((bot) => leftIn(bot, deleted) ?? []);
    },
  );

  answer(session, RelinkRequest, refused, async ({ bot: root, intents, to }) => {
    const project = session.workspace.snapshot();
    const bot = project.bots.find((one) => one.root === normalizeUri(root));
    if (!bot) return refused(t('This bot is no longer part of the workspace.'));
    const edit = workspaceEditOf(relink(bot, intents, to), session.conversion(project)) ?? {};
    const label = to === undefined ? t('Remove the triggers') : t("Link the dialogs to intent '{0}'", to);
    const { applied, failureReason } = await session.connection.workspace.applyEdit({ label, edit });
    if (applied) return { kind: 'relinked' };
    return refused(failureReason ?? t('The editor did not take the change. Try again.'));
  });
}

function leftIn(bot: BotSnapshot, deleted: readonly Uri[]): LeftBehind | undefined {
  const places = leftBehind(bot, deleted);
  if (places.length === 0) return undefined;
  const left = new Set(places.map(({ symbol, name }) => `${symbol} ${foldName(name)}`));
  const going = new Set(goingFiles(bot, deleted).map(({ uri }) => uri));
  const stays = (name: string): boolean =>
    bot.definitions('intent', name).some(({ file }) => !going.has(file.uri));
  const intents = bot.names('intent').filter((name) => left.has(`intent ${foldName(name)}`));
  return {
    bot: bot.root,
    names: [...new Set(places.map(({ symbol, name }) => bareName(symbol, name)))],
    uses: places.length,
    files: [...going],
    intents: intents.filter((name) => linkedDialogs(bot, name).some(({ file }) => !going.has(file.uri))),
    others: bot.names('intent').filter(stays),
  };
}
