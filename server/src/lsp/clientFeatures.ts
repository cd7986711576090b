import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';
import { fileUri, normalizeUri, type Uri } from '../text/uri';

/** What the client can do and wants, from its `initialize` request. */
export interface ClientFeatures {
  /** It is our own extension: it wants our notifications and knows the commands of VS Code. */
  readonly isOwn: boolean;
  /** Git and training may run. Editors that know no workspace trust must say so in the options: the default is no. */
  readonly trusted: boolean;
  readonly maxFileSize: number | undefined;
  readonly l10nUri: string | undefined;
  readonly folders: readonly Uri[];
  readonly documentChanges: boolean;
  readonly resourceOperations: ReadonlySet<string>;
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly definitionLinks: boolean;
  readonly watchesFiles: boolean;
  /** It says when folders come and go. */
  readonly workspaceFolders: boolean;
  readonly prepareRename: boolean;
  /** It asks for these again when it is told to: they depend on other files too. */
  readonly refreshes: { readonly codeLens: boolean; readonly inlayHints: boolean };
}

export function clientFeaturesOf(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities;
  const options = optionsOf(params.initializationOptions);
  return {
    isOwn: options?.views ?? false,
    trusted: options?.trusted ?? false,
    maxFileSize: options?.maxFileSize,
    l10nUri: options?.l10nUri,
    folders: foldersOf(params),
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    resourceOperations: new Set<string>(workspace?.workspaceEdit?.resourceOperations ?? []),
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    prepareRename: textDocument?.rename?.prepareSupport ?? false,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport ?? false,
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    },
  };
}

/** Options come from outside: what has the wrong type does not count. */
function optionsOf(options: unknown): InitializationOptions | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const { trusted, views, maxFileSize, l10nUri } = options as Partial<Record<string, unknown>>;
  return {
    trusted: trusted === true,
    views: views === true,
    ...(typeof maxFileSize === 'number' && maxFileSize > 0 && { maxFileSize }),
    ...(typeof l10nUri === 'string' && { l10nUri }),
  };
}

/** Workspace folders, else the one root of older clients (as address, then as path). */
function foldersOf(params: InitializeParams): readonly Uri[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => withoutSlash(uri));
  const { rootUri, rootPath } = params;
  if (rootUri) return [withoutSlash(rootUri)];
  return rootPath ? [withoutSlash(fileUri(rootPath))] : [];
}

/** Folders are compared by their address as a prefix: they never end in a slash. */
export function withoutSlash(uri: string): Uri {
  return normalizeUri(uri).replace(/\/+$/, '');
}
