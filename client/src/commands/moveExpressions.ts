import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { MoveExpressionsRequest, MoveTargetsRequest, type Range } from '../../../server/src/protocol';
import { ask } from '../requests';

/** The refactoring "Move expression to another intent…": asks which, likely ones first. */
export async function moveExpressions(client: LanguageClient, uri: string, range: Range): Promise<void> {
  const targets = await ask(client, MoveTargetsRequest, { uri, range });
  const picked = await vscode.window.showQuickPick(
    targets.map(({ intent, expressions }) => ({
      label: intent,
      description:
        expressions === 1 ? vscode.l10n.t('1 expression') : vscode.l10n.t('{0} expressions', expressions),
    })),
    { placeHolder: vscode.l10n.t('To which intent?') },
  );
  if (!picked) return;
  const outcome = await ask(client, MoveExpressionsRequest, { uri, range, intent: picked.label });
  if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
}
