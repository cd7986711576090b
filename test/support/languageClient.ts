import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Request } from '../../server/src/protocol';
import { fileUri } from '../../server/src/text/uri';

/** The compiled server, as it is: this file runs from out/test/support. */
const SERVER = join(__dirname, '..', '..', 'server', 'src', 'lsp', 'main.js');

export interface StartOptions {
  /** Paths of the workspace folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  readonly env?: NodeJS.ProcessEnv;
  /** Another language server than the compiled one: the bundled one, or a peer in a benchmark. */
  readonly program?: string;
  /** Options of Node for the server's process. */
  readonly nodeOptions?: readonly string[];
  /** Settings by section, for a server that asks the editor for them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Changes the `initialize` request, for clients that can less. */
  readonly adapt?: (params: InitializeParams) => InitializeParams;
}

/** An editor as far as a test needs one, talking to the real server over standard input and output. */
export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Requests to register something that the server sent. */
  readonly registrations: unknown[];
  readonly log: string[];
  readonly #process: ChildProcess;
  readonly #diagnostics: Map<string, readonly Diagnostic[]>;
  readonly #published: EventEmitter;
  readonly #versions = new Map<string, number>();

  private constructor(parts: {
    process: ChildProcess;
    connection: ProtocolConnection;
    initialized: InitializeResult;
    registrations: unknown[];
    log: string[];
    diagnostics: Map<string, readonly Diagnostic[]>;
    published: EventEmitter;
  }) {
    this.#process = parts.process;
    this.connection = parts.connection;
    this.initialized = parts.initialized;
    this.registrations = parts.registrations;
    this.log = parts.log;
    this.#diagnostics = parts.diagnostics;
    this.#published = parts.published;
  }

  static async start(options: StartOptions = {}): Promise<LanguageClient> {
    const child = spawn(
      process.execPath,
      [...(options.nodeOptions ?? []), options.program ?? SERVER, '--stdio'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: options.env ?? process.env,
      },
    );
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const registrations: unknown[] = [];
    const log: string[] = [];
    const diagnostics = new Map<string, readonly Diagnostic[]>();
    const published = new EventEmitter();
    published.setMaxListeners(0);
    connection.onRequest('client/registerCapability', (params: { registrations: unknown[] }) => {
      registrations.push(...params.registrations);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => options.settings?.[section] ?? null),
    );
    connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void log.push(message),
    );
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics: sent }: { uri: string; diagnostics: Diagnostic[] }) => {
        diagnostics.set(uri, sent);
        published.emit('diagnostics');
      },
    );
    connection.listen();
    const params = initializeParams(options);
    const initialized = await connection.sendRequest<InitializeResult>(
      'initialize',
      options.adapt?.(params) ?? params,
    );
    await connection.sendNotification('initialized', {});
    return new LanguageClient({
      process: child,
      connection,
      initialized,
      registrations,
      log,
      diagnostics,
      published,
    });
  }

  /** Memory of the server, in bytes, as the operating system counts it. */
  memory(): number {
    const listed = execFileSync('ps', ['-o', 'rss=', '-p', String(this.#process.pid)], { encoding: 'utf8' });
    return Number(listed) * 1024;
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** One of our own requests, with its types. */
  ask<Params, Result>(request: Request<Params, Result>, params: Params): Promise<Result> {
    return this.connection.sendRequest<Result>(request.method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'bot-definition'): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.notify('textDocument/didOpen', { textDocument });
  }

  /** Replaces the first `found` in the open document; `text` is the document before. @returns the text after */
  async edit(uri: string, text: string, found: string, replacement: string): Promise<string> {
    const start = text.indexOf(found);
    if (start < 0) throw new Error(`The document does not hold "${found}".`);
    await this.change(
      uri,
      { start: positionAt(text, start), end: positionAt(text, start + found.length) },
      replacement,
    );
    return text.slice(0, start) + replacement + text.slice(start + found.length);
  }

  /** Replaces what is in a range of the open document. */
  async change(uri: string, range: Range, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** A file changed outside the editor. 1 created, 2 changed, 3 deleted. */
  async changedOnDisk(
    ...changes: readonly { readonly uri: string; readonly type: 1 | 2 | 3 }[]
  ): Promise<void> {
    await this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** Codes of the diagnostics that the client shows for a file now. */
  codes(uri: string): readonly string[] {
    return (this.#diagnostics.get(uri) ?? []).map(({ code }) => String(code));
  }

  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri) ?? [];
  }

  /** Files for which diagnostics are shown. */
  filesWithDiagnostics(): readonly string[] {
    return [...this.#diagnostics].flatMap(([uri, { length }]) => (length > 0 ? [uri] : []));
  }

  /** Waits for diagnostics until `holds` does; the test's own time limit is the only one. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => this.#published.once('diagnostics', resolve));
  }

  /** Position of `mark` in `text`, at its `|`. */
  static at(uri: string, text: string, mark: string): { textDocument: { uri: string }; position: object } {
    const start = text.indexOf(mark.replace('|', ''));
    if (start < 0) throw new Error(`The document does not hold "${mark}".`);
    return { textDocument: { uri }, position: positionAt(text, start + mark.indexOf('|')) };
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}

function initializeParams({ folders = [], initializationOptions, settings }: StartOptions): InitializeParams {
  return {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((path) => ({ uri: fileUri(path), name: path })),
    initializationOptions: initializationOptions ?? { trusted: false },
    capabilities: {
      workspace: {
        workspaceFolders: true,
        configuration: settings !== undefined,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
        didChangeWatchedFiles: { dynamicRegistration: true },
        didChangeConfiguration: { dynamicRegistration: settings !== undefined },
      },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        definition: { linkSupport: true },
        rename: { prepareSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
      },
    },
  };
}
