import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol';

/**
 * Training and publishing work on saved files. Names the bot's unsaved ones and saves them when the user agrees.
 *
 * @returns false when the user declined or a file could not be saved: the caller stops, and nothing was done
 */
export async function saveFilesOf(botRoot: string): Promise<boolean> {
  const unsaved = vscode.workspace.textDocuments.filter(
    (document) =>
      document.isDirty &&
      document.languageId === LANGUAGE_ID &&
      document.uri.toString().startsWith(`${botRoot}/`),
  );
  if (unsaved.length === 0) return true;
  const save = vscode.l10n.t('Save and Continue');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Some files of this bot are not saved.'),
    { modal: true, detail: unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join('\n') },
    save,
  );
  if (answer !== save) return false;
  for (const document of unsaved) {
    if (!(await document.save())) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          '{0} could not be saved, so nothing was done.',
          vscode.workspace.asRelativePath(document.uri),
        ),
      );
      return false;
    }
  }
  return true;
}
