import { LIVE_SCHEME } from '../../protocol';
import type { Uri } from '../../text/uri';
import { withoutSlash } from '../clientFeatures';
import type { Session } from '../session';

/** What comes and goes: text in editors, files on disk, folders of the workspace. */
export function registerDocuments(session: Session): void {
  const { connection, documents, workspace } = session;

  const shown = (uri: Uri): void => {
    const text = documents.text(uri);
    // Documents of LIVE are read-only copies of what the live branch holds: they are no part of the draft.
    if (text !== undefined && !isLive(uri)) workspace.setText(uri, text);
    session.scheduleCheck();
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const normal = documents.open(uri, languageId, version, text);
    session.forgetDiagnostics(normal);
    shown(normal);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const uri = documents.change(textDocument.uri, textDocument.version, contentChanges);
    if (uri !== undefined) shown(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    const uri = documents.close(textDocument.uri);
    if (!isLive(uri)) workspace.close(uri);
    session.scheduleCheck();
  });

  connection.onDidSaveTextDocument(() => {
    if (session.client.watchesFiles) return;
    workspace.noteAll();
    session.scheduleCheck();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.noteChanges(changes.map(({ uri }) => withoutSlash(uri)));
    session.scheduleCheck();
  });
}

/** Folders that the client adds to the workspace or takes out of it. */
export function registerFolders(session: Session): void {
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    session.workspace.changeFolders(
      added.map(({ uri }) => withoutSlash(uri)),
      removed.map(({ uri }) => withoutSlash(uri)),
    );
    session.scheduleCheck();
    void session.refreshLive();
  });
}

function isLive(uri: Uri): boolean {
  return uri.startsWith(`${LIVE_SCHEME}:`);
}
