import {
  type CodeLens,
  type DocumentHighlight,
  DocumentHighlightKind,
  type InlayHint,
  InlayHintKind,
} from 'vscode-languageserver';
import { codeLenses, lensText, type UsesLens } from '../../features/codeLenses';
import { documentHighlights } from '../../features/documentHighlights';
import { inlayHints } from '../../features/inlayHints';
import { locationOf, rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** What a lens carries until it is resolved. */
type LensData = Pick<UsesLens, 'symbol' | 'name'> & { readonly uri: string };

/** What editors show beside the text: uses, counts, and the other places of a name. In the draft and in LIVE. */
export function registerAnnotations(session: Session): void {
  const { connection } = session;

  connection.onCodeLens(
    guarded(session, 'Code lens', ({ textDocument: { uri } }): CodeLens[] => {
      const target = session.target(uri);
      if (!target) return [];
      return codeLenses(target.file).map(({ symbol, name, span }) => {
        const data: LensData = { uri, symbol, name };
        return { range: rangeOf(target.file, span), data };
      });
    }),
  );

  connection.onCodeLensResolve((lens) => {
    try {
      return resolved(session, lens);
    } catch (error) {
      session.log('Code lens failed', error);
      return lens;
    }
  });

  connection.languages.inlayHint.on(
    guarded(session, 'Inlay hints', ({ textDocument, range }): InlayHint[] => {
      const target = session.target(textDocument.uri);
      if (!target) return [];
      const { lines } = target.file.syntax;
      const within = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      return inlayHints(target.bot, target.file, within).map(({ offset, label, kind }) => ({
        position: lines.positionAt(offset),
        label,
        paddingLeft: true,
        ...(kind === 'type' && { kind: InlayHintKind.Type }),
      }));
    }),
  );

  connection.onDocumentHighlight(
    guarded(session, 'Highlights', ({ textDocument, position }): DocumentHighlight[] => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target) return [];
      return documentHighlights(target.file, target.offset).map(({ span, kind }) => ({
        range: rangeOf(target.file, span),
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
}

/** Only our own extension has the command that shows the uses; elsewhere the lens is a text. */
function resolved(session: Session, lens: CodeLens): CodeLens {
  const { uri, symbol, name } = lens.data as LensData;
  const target = session.target(uri);
  if (!target) return { ...lens, command: { title: '', command: '' } };
  const context = session.conversion(target.project);
  const { title, places } = lensText(target.bot, symbol, name);
  const uses = places.map((place) => locationOf(place, context));
  if (!session.client.isOwn || uses.length === 0) return { ...lens, command: { title, command: '' } };
  const command = 'botlane.showReferences';
  return { ...lens, command: { title, command, arguments: [uri, lens.range.start, uses] } };
}
