import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { VirtualFileRequest } from '../../../server/src/protocol';
import { ask } from '../requests';

/**
 * Files of LIVE and of versions, read-only, as the server hands them out. A file system rather than a content provider,
 * so that the editor itself refuses to type and says why.
 */
export class VirtualFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #client: LanguageClient;
  readonly #open = new Set<string>();

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** Tells open editors that LIVE moved, so that they read it again. */
  liveMoved(): void {
    this.#changed.fire(
      [...this.#open].map((uri) => ({ type: vscode.FileChangeType.Changed, uri: vscode.Uri.parse(uri) })),
    );
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const address = uri.toString();
    this.#open.add(address);
    return { dispose: () => this.#open.delete(address) };
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const file = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      // The editor reads again when the time of change moves: the version is what moves here.
      mtime: file.version,
      size: Buffer.byteLength(file.text),
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return Buffer.from((await this.#read(uri)).text);
  }

  async #read(uri: vscode.Uri): Promise<{ readonly text: string; readonly version: number }> {
    const file = await ask(this.#client, VirtualFileRequest, { uri: uri.toString() });
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** Registers the read-only file systems of LIVE and of versions. */
export function registerVirtualFiles(
  context: vscode.ExtensionContext,
  files: VirtualFiles,
  schemes: { readonly live: string; readonly version: string },
): void {
  const live = new vscode.MarkdownString(
    vscode.l10n.t(
      'This is LIVE: users are talking to it. To change it, [switch to the draft](command:botlane.switchToDraft) and publish. When it cannot wait, [hotfix LIVE](command:botlane.hotfixLive).',
    ),
  );
  live.isTrusted = { enabledCommands: ['botlane.switchToDraft', 'botlane.hotfixLive'] };
  const version = new vscode.MarkdownString(
    vscode.l10n.t('This is a published version, and versions never change.'),
  );
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(schemes.live, files, {
      isCaseSensitive: true,
      isReadonly: live,
    }),
    vscode.workspace.registerFileSystemProvider(schemes.version, files, {
      isCaseSensitive: true,
      isReadonly: version,
    }),
  );
}
