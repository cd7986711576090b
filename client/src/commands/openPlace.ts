import * as vscode from 'vscode';
import type { Place } from '../../../server/src/protocol';

/** Shows a place of the draft that a page leads to. It may be gone by now, which is said. */
export async function openPlace({ uri, range: { start, end } }: Place): Promise<void> {
  try {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showWarningMessage(vscode.l10n.t('The source cannot be shown: {0}', reason));
  }
}
