import { type Definition, type DefinitionLink, type Location, MarkupKind } from 'vscode-languageserver';
import { definition } from '../../features/definition';
import { hover } from '../../features/hover';
import { plainOf } from '../../features/markdown';
import { references } from '../../features/references';
import { locationOf, rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** Hover, definition and references, in the draft and in LIVE. */
export function registerNavigation(session: Session): void {
  const { connection, client } = session;

  connection.onHover(
    guarded(session, 'Hover', ({ textDocument, position }) => {
      const target = session.targetAt(textDocument.uri, position);
      const live = target?.live.kind === 'known' ? target.live.bot : undefined;
      const found = target && hover(target.bot, target.file, target.offset, live);
      if (!found) return null;
      const contents = client.markdownHover
        ? { kind: MarkupKind.Markdown, value: found.contents }
        : { kind: MarkupKind.PlainText, value: plainOf(found.contents) };
      return { contents, range: rangeOf(target.file, found.span) };
    }),
  );

  connection.onDefinition(
    guarded(session, 'Definition', ({ textDocument, position }): Definition | DefinitionLink[] | null => {
      const target = session.targetAt(textDocument.uri, position);
      // Only our own extension can open the files of LIVE.
      const live = target?.live.kind === 'known' && client.isOwn ? target.live.bot : undefined;
      const found = target && definition(target.bot, target.file, target.offset, live);
      if (!found) return null;
      const context = session.conversion(target.project);
      if (!client.definitionLinks) return found.targets.map((place) => locationOf(place, context));
      return found.targets.map(({ file, span, extent }) => ({
        originSelectionRange: rangeOf(target.file, found.origin),
        targetUri: context.clientUri(file.uri),
        targetRange: rangeOf(file, extent),
        targetSelectionRange: rangeOf(file, span),
      }));
    }),
  );

  connection.onReferences(
    guarded(session, 'References', ({ textDocument, position, context }): Location[] => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target) return [];
      const conversion = session.conversion(target.project);
      return references(target.bot, target.file, target.offset, context.includeDeclaration).map((place) =>
        locationOf(place, conversion),
      );
    }),
  );
}
