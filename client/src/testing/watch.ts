import type * as vscode from 'vscode';
import type { BotNode } from '../../../server/src/protocol';

/** The part of `WorkspaceState` that tells which bots are another one. */
interface Bots {
  readonly drafts: readonly Pick<BotNode, 'root' | 'revision'>[];
  readonly onDidChange: vscode.Event<unknown>;
}

/**
 * Runs tests now, and again whenever one of their bots is another one, until watching is switched off. Changes during a
 * run bring one more. Resolves when the tests ran on what is there; from then on it follows by itself.
 *
 * @param isWatched whether a bot, by its root, has tests that are watched
 */
export async function watchTests(
  bots: Bots,
  token: vscode.CancellationToken,
  isWatched: (root: string) => boolean,
  run: () => Promise<unknown>,
): Promise<void> {
  let ran: string | undefined;
  let running = false;
  const follow = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      // Much that is told changes no bot, such as that one is trained now.
      for (let found = revisions(); found !== ran && !token.isCancellationRequested; found = revisions()) {
        ran = found;
        await run();
      }
    } finally {
      running = false;
    }
  };
  const revisions = (): string =>
    JSON.stringify(
      bots.drafts.filter(({ root }) => isWatched(root)).map(({ root, revision }) => [root, revision]),
    );
  const listener = bots.onDidChange(() => void follow());
  token.onCancellationRequested(() => {
    listener.dispose();
  });
  await follow();
}
