import { t } from '@vscode/l10n';
import { moveExpressions, moveTargets, selectedExpressions } from '../../features/moveExpressions';
import { type ExpressionSelection, MoveExpressionsRequest, MoveTargetsRequest } from '../../protocol';
import type { Span } from '../../text/range';
import { workspaceEditOf } from '../convert';
import type { Session, Target } from '../session';
import { finished } from '../../text/turns';
import { answer, refused } from './answer';

/** "Move expression to another intent": which there are, and the move. In the draft only. */
export function registerMoves(session: Session): void {
  answer(
    session,
    MoveTargetsRequest,
    () => [],
    async (params, token) => {
      const place = placeOf(session, params);
      const selected = place && selectedExpressions(place.target.file, place.selection);
      if (!selected) return [];
      const targets = await finished(
        moveTargets(place.target.bot, selected),
        () => token.isCancellationRequested,
      );
      return targets ?? [];
    },
  );

  answer(session, MoveExpressionsRequest, refused, async (params) => {
    const place = placeOf(session, params);
    if (!place) return refused(t('This file is no longer part of a bot.'));
    const { bot, file, project } = place.target;
    const changes = moveExpressions(bot, file, place.selection, params.intent);
    if ('refused' in changes) return refused(changes.refused);
    const edit = workspaceEditOf(changes, session.conversion(project)) ?? {};
    const label = t("Move expressions to intent '{0}'", params.intent);
    const { applied, failureReason } = await session.connection.workspace.applyEdit({ label, edit });
    if (applied) return { kind: 'moved' };
    return refused(failureReason ?? t('The editor did not take the change. Try again.'));
  });
}

function placeOf(
  session: Session,
  { uri, range }: ExpressionSelection,
): { readonly target: Target; readonly selection: Span } | undefined {
  const target = session.target(uri);
  if (!target || target.isLive) return undefined;
  const { lines } = target.file.syntax;
  return { target, selection: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } };
}
