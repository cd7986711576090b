import {
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type SelectionRange,
} from 'vscode-languageserver';
import { documentLinks } from '../../features/documentLinks';
import { foldingRanges } from '../../features/foldingRanges';
import { selectionRanges } from '../../features/selectionRanges';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** Folding, growing selections and links, in the draft and in LIVE. */
export function registerStructure(session: Session): void {
  const { connection } = session;

  connection.onFoldingRanges(
    guarded(session, 'Folding', ({ textDocument }): FoldingRange[] => {
      const target = session.target(textDocument.uri);
      return (target ? foldingRanges(target.file) : []).map(({ startLine, endLine, kind }) => ({
        startLine,
        endLine,
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      }));
    }),
  );

  connection.onSelectionRanges(
    guarded(session, 'Selection ranges', ({ textDocument, positions }): SelectionRange[] | null => {
      const target = session.target(textDocument.uri);
      if (!target) return null;
      const { file } = target;
      return positions.map((position) => {
        const spans = selectionRanges(file, file.syntax.lines.offsetAt(position));
        const empty: SelectionRange = { range: { start: position, end: position } };
        return (
          spans.reduceRight<SelectionRange | undefined>(
            (parent, span) => ({ range: rangeOf(file, span), ...(parent && { parent }) }),
            undefined,
          ) ?? empty
        );
      });
    }),
  );

  connection.onDocumentLinks(
    guarded(session, 'Links', ({ textDocument }): DocumentLink[] => {
      const target = session.target(textDocument.uri);
      if (!target) return [];
      const context = session.conversion(target.project);
      return documentLinks(target.bot, target.file).map((link) => {
        const range = rangeOf(target.file, link.span);
        if (typeof link.target === 'string') return { range, target: link.target };
        const { line, character } = rangeOf(link.target.file, link.target.span).start;
        const uri = context.clientUri(link.target.file.uri);
        return { range, target: `${uri}#L${line + 1},${character + 1}` };
      });
    }),
  );
}
