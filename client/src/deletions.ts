import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { LeftBehindRequest } from '../../server/src/protocol';
import { ask } from './requests';

/** More names are not read in a message. */
const NAMES = 3;

/** When files are deleted whose definitions are still in use, says so and leads to the findings with their quick fixes. */
export function watchDeletions(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.workspace.onWillDeleteFiles((event) => {
      const uris = event.files.map((uri) => uri.toString());
      // Asked while the files are still there, and said when they are gone: the deletion may yet be called off.
      const answer = client.isRunning() ? ask(client, LeftBehindRequest, { uris }) : undefined;
      if (!answer) return;
      const deleted = vscode.workspace.onDidDeleteFiles(({ files }) => {
        deleted.dispose();
        if (files.some((uri) => uris.includes(uri.toString()))) void answer.then(say, () => undefined);
      });
      event.waitUntil(
        answer.then(
          () => undefined,
          () => undefined,
        ),
      );
    }),
  );
}

async function say({
  names,
  uses,
}: {
  readonly names: readonly string[];
  readonly uses: number;
}): Promise<void> {
  if (uses === 0) return;
  const listed = names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ', …' : '');
  const show = vscode.l10n.t('Show Problems');
  const answer = await vscode.window.showWarningMessage(
    uses === 1
      ? vscode.l10n.t('1 place still refers to {0}. Its finding offers what to do.', listed)
      : vscode.l10n.t('{0} places still refer to {1}. Their findings offer what to do.', uses, listed),
    show,
  );
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
