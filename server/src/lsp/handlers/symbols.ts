import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { documentSymbols, type OutlineEntry } from '../../features/documentSymbols';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import type { ProjectFile } from '../../project/snapshot';
import { finished } from '../../text/turns';
import { locationOf, rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** The outline of documents, in the draft and in LIVE, and the symbols of the whole draft. */
export function registerSymbols(session: Session): void {
  const { connection, client } = session;

  connection.onDocumentSymbol(
    guarded(session, 'Outline', ({ textDocument }): DocumentSymbol[] | SymbolInformation[] => {
      const target = session.target(textDocument.uri);
      if (!target) return [];
      const entries = documentSymbols(target.file);
      if (client.hierarchicalSymbols) return entries.map((entry) => documentSymbolOf(target.file, entry));
      return entries.flatMap((entry) => flat(textDocument.uri, target.file, entry, undefined));
    }),
  );

  connection.onWorkspaceSymbol(
    guarded(session, 'Symbols', async ({ query }, token): Promise<WorkspaceSymbol[]> => {
      const found = await finished(symbolsOf(session, query), () => token.isCancellationRequested);
      return found ?? [];
    }),
  );
}

function* symbolsOf(session: Session, query: string): Generator<void, WorkspaceSymbol[], void> {
  const project = session.workspace.snapshot();
  const context = session.conversion(project);
  const symbols: WorkspaceSymbol[] = [];
  for (const symbol of yield* workspaceSymbols(project.bots, query)) {
    symbols.push({
      name: symbol.name,
      kind: KINDS[symbol.kind],
      containerName: symbol.container,
      location: locationOf(symbol, context),
    });
    // The line of the next may have to be counted in a file that is not open.
    yield;
  }
  return symbols;
}

const KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  bot: SymbolKind.Package,
  intent: SymbolKind.Event,
  entity: SymbolKind.Enum,
  flow: SymbolKind.Class,
  dialog: SymbolKind.Method,
  context: SymbolKind.Key,
  variable: SymbolKind.Variable,
  language: SymbolKind.Namespace,
  test: SymbolKind.Interface,
  value: SymbolKind.EnumMember,
  step: SymbolKind.Field,
};

function documentSymbolOf(file: ProjectFile, entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    ...(entry.detail !== '' && { detail: entry.detail }),
    kind: KINDS[entry.kind],
    range: rangeOf(file, entry.extent),
    selectionRange: rangeOf(file, entry.span),
    children: entry.children.map((child) => documentSymbolOf(file, child)),
  };
}

function flat(
  uri: string,
  file: ProjectFile,
  entry: OutlineEntry,
  container: string | undefined,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name: entry.name,
    kind: KINDS[entry.kind],
    location: { uri, range: rangeOf(file, entry.extent) },
    ...(container !== undefined && { containerName: container }),
  };
  return [own, ...entry.children.flatMap((child) => flat(uri, file, child, entry.name))];
}
