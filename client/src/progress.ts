import * as vscode from 'vscode';
import { WorkDoneProgress, type LanguageClient } from 'vscode-languageclient/node';

let counter = 0;

/**
 * Runs a long request under a notification that shows the server's steps and can be cancelled. `run` gets the token under
 * which the server reports and the one that tells it to stop.
 */
export function withServerProgress<T>(
  client: LanguageClient,
  title: string,
  run: (workDoneToken: string, cancel: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const workDoneToken = `botlane-${++counter}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancel) => {
      let shown = 0;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'end') return;
        const percentage = value.percentage ?? shown;
        progress.report({
          increment: Math.max(0, percentage - shown),
          // A step that only repeats the title says nothing.
          ...(value.message !== undefined && value.message !== title && { message: value.message }),
        });
        shown = Math.max(shown, percentage);
      });
      try {
        return await run(workDoneToken, cancel);
      } finally {
        listener.dispose();
      }
    },
  );
}
