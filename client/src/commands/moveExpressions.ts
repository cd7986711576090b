import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ExpressionSelection,
  MoveExpressionsRequest,
  MoveTargetsRequest,
} from '../../../server/src/protocol';
import { ask } from '../requests';

/**
 * The refactoring "Move expression to another intent…", and the command of its name on what is selected in the editor:
 * asks which intent, likely ones first.
 */
export async function moveExpressions(
  client: LanguageClient,
  selection: ExpressionSelection | undefined = selectedInEditor(),
): Promise<void> {
  if (!selection) return;
  const targets = await ask(client, MoveTargetsRequest, selection);
  if (targets.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no expression at the cursor that could move to another intent.'),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(
    targets.map(({ intent, expressions }) => ({
      label: intent,
      description:
        expressions === 1 ? vscode.l10n.t('1 expression') : vscode.l10n.t('{0} expressions', expressions),
    })),
    { placeHolder: vscode.l10n.t('To which intent?') },
  );
  if (!picked) return;
  const outcome = await ask(client, MoveExpressionsRequest, { ...selection, intent: picked.label });
  if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
}

function selectedInEditor(): ExpressionSelection | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { start, end } = editor.selection;
  const range = {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
  return { uri: editor.document.uri.toString(), range };
}
