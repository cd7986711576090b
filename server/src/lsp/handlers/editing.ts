import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { codeActions } from '../../features/codeActions';
import { prepareRename, rename } from '../../features/rename';
import { fixesOf } from '../../rules/run';
import { rangeOf, renameEditOf, toCodeAction } from '../convert';
import { guarded } from '../guard';
import type { Session, Target } from '../session';

/** Rename and quick fixes. They change files, so they work in the draft only: LIVE is what users talk to. */
export function registerEditing(session: Session): void {
  const { connection } = session;

  connection.onPrepareRename(
    guarded(session, 'Rename', ({ textDocument, position }) => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target) return null;
      refuseLive(target);
      const result = prepareRename(target.bot, target.file, target.offset);
      if (!result) return null;
      if ('refused' in result) throw refusal(result.refused);
      return { range: rangeOf(target.file, result.span), placeholder: result.placeholder };
    }),
  );

  connection.onRenameRequest(
    guarded(session, 'Rename', ({ textDocument, position, newName }) => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target) return null;
      refuseLive(target);
      const result = rename(target.bot, target.file, target.offset, newName);
      if ('refused' in result) throw refusal(result.refused);
      return renameEditOf(result, session.conversion(target.project));
    }),
  );

  connection.onCodeAction(
    guarded(session, 'Quick fixes', ({ textDocument, range, context }): CodeAction[] => {
      const target = session.target(textDocument.uri);
      if (!target || target.isLive || !wantsQuickFixes(context.only)) return [];
      const { bot, live, project, file } = target;
      const { lines } = file.syntax;
      const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      const conversion = session.conversion(project);
      const actions = codeActions(session.findings(file.uri), span, (finding) =>
        fixesOf(
          finding,
          { bot, live, project },
          { onCrash: (code, error) => session.log(`The fixes of rule ${code} failed`, error) },
        ),
      );
      return actions.flatMap(
        (action) => toCodeAction(action, session.diagnosticOf(action.finding, conversion), conversion) ?? [],
      );
    }),
  );
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

function refuseLive({ isLive }: Target): void {
  if (isLive)
    throw refusal(t('This is LIVE, and it is not changed here. Rename in the draft, then publish.'));
}

function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
