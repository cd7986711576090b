import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';

/** Definition files; and whatever is created or deleted, because for a whole folder the editor names the folder only. */
const WATCHERS = [
  ...['**/bot.yaml', '**/*.intent.yaml', '**/*.entity.yaml', '**/*.flow.yaml', '**/*.bottest.yaml'].map(
    (globPattern) => ({ globPattern, kind: WatchKind.Change }),
  ),
  { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
];

/** Asks the client to say when files change outside the editor. */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
}
