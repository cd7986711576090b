import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { formatting } from '../../features/formatting/formatting';
import { prepareRename, rename } from '../../features/rename';
import { rangeOf, renameEditOf } from '../convert';
import { guarded } from '../guard';
import type { Session, Target } from '../session';

/** Rename and formatting. They change files, so they work in the draft only: LIVE is what users talk to. */
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

  connection.onDocumentFormatting(
    guarded(session, 'Formatting', ({ textDocument }) => {
      const target = session.target(textDocument.uri);
      if (!target || target.isLive) return [];
      return formatting(target.file.syntax).map(({ span, newText }) => ({
        range: rangeOf(target.file, span),
        newText,
      }));
    }),
  );
}

function refuseLive({ isLive }: Target): void {
  if (isLive)
    throw refusal(t('This is LIVE, and it is not changed here. Rename in the draft, then publish.'));
}

function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
