import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import {
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TrustedNotification } from '../protocol';
import { pathOf } from '../text/uri';
import { type ClientFeatures, clientFeaturesOf } from './clientFeatures';
import { reasonOf } from './convert';
import { registerAnnotations } from './handlers/annotations';
import { registerCalls } from './handlers/calls';
import { CODE_ACTION_KINDS, registerCodeActions } from './handlers/codeActions';
import { registerCompletion } from './handlers/completion';
import { registerDocuments, registerFolders } from './handlers/documents';
import { registerEditing } from './handlers/editing';
import { fileOperations, registerFileOperations } from './handlers/fileOperations';
import { registerNavigation } from './handlers/navigation';
import { registerSignatures } from './handlers/signatures';
import { registerStructure } from './handlers/structure';
import { registerSymbols } from './handlers/symbols';
import { registerTokens, semanticTokensOptions } from './handlers/tokens';
import { registerRequests } from './requests/register';
import { Session } from './session';
import { watchFiles } from './watchedFiles';

/** Serves one client until it leaves. The connection must not be listening yet. */
export function startServer(connection: Connection): void {
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientFeaturesOf(params);
    translate(connection, client.l10nUri);
    session = new Session(connection, client);
    session.workspace.setFolders(client.folders);
    registerDocuments(session);
    registerNavigation(session);
    registerSymbols(session);
    registerEditing(session);
    registerCodeActions(session);
    registerFileOperations(session);
    registerCompletion(session);
    registerSignatures(session);
    registerTokens(session);
    registerStructure(session);
    registerAnnotations(session);
    registerCalls(session);
    registerRequests(session);
    return { capabilities: capabilities(client), serverInfo: { name: 'botlane' } };
  });

  connection.onInitialized(() => {
    if (!session) return;
    if (session.client.workspaceFolders) registerFolders(session);
    if (session.client.watchesFiles) {
      watchFiles(connection).catch((error: unknown) => session?.log('Files cannot be watched', error));
    }
    session.start();
  });

  connection.onNotification(TrustedNotification.method, () => session?.trust());
  connection.onShutdown(() => session?.dispose());
  connection.listen();
}

function capabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: {
      triggerCharacters: [' ', ':', '/', '(', '{', '[', '"', "'", '.', ','],
      resolveProvider: true,
    },
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: semanticTokensOptions,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentHighlightProvider: true,
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    callHierarchyProvider: true,
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
  };
}

/** Messages in the language of the editor; English when there is no bundle or it cannot be read. */
function translate(connection: Connection, bundle: string | undefined): void {
  if (bundle === undefined) return;
  try {
    config({ contents: readFileSync(pathOf(bundle), 'utf8') });
  } catch (error) {
    connection.console.warn(`The translations cannot be read: ${reasonOf(error)}`);
  }
}
