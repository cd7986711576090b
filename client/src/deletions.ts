import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type LeftBehind, LeftBehindRequest, RelinkRequest } from '../../server/src/protocol';
import { ask } from './requests';

/** More names are not read in a message. */
const NAMES = 3;

/** A file that was deleted, to write it back. */
interface Kept {
  readonly uri: vscode.Uri;
  readonly content: Uint8Array;
}

/**
 * When files are deleted whose definitions are still in use, asks what to do: write them back, or, for intents, what
 * becomes of the dialogs that are linked to them.
 */
export function watchDeletions(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.workspace.onWillDeleteFiles((event) => {
      const uris = event.files.map((uri) => uri.toString());
      // Asked while the files are still there, and said when they are gone: the deletion may yet be called off.
      const found = client.isRunning() ? lookUp(client, uris) : undefined;
      if (!found) return;
      const deleted = vscode.workspace.onDidDeleteFiles(({ files }) => {
        deleted.dispose();
        if (!files.some((uri) => uris.includes(uri.toString()))) return;
        void found.then(
          (all) => all.forEach(({ left, kept }) => void offer(client, left, kept)),
          () => undefined,
        );
      });
      event.waitUntil(
        found.then(
          () => undefined,
          () => undefined,
        ),
      );
    }),
  );
}

async function lookUp(
  client: LanguageClient,
  uris: readonly string[],
): Promise<readonly { readonly left: LeftBehind; readonly kept: readonly Kept[] }[]> {
  const all = await ask(client, LeftBehindRequest, { uris });
  return Promise.all(all.map(async (left) => ({ left, kept: await Promise.all(left.files.map(keep)) })));
}

async function keep(file: string): Promise<Kept> {
  const uri = vscode.Uri.parse(file);
  return { uri, content: await vscode.workspace.fs.readFile(uri) };
}

async function offer(client: LanguageClient, left: LeftBehind, kept: readonly Kept[]): Promise<void> {
  const { names, uses, intents, others } = left;
  const listed = names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ', …' : '');
  const restore = vscode.l10n.t('Restore');
  const link = vscode.l10n.t('Link Another Intent…');
  const unlink = vscode.l10n.t('Remove the Triggers');
  const show = vscode.l10n.t('Show Problems');
  const answers = intents.length > 0 ? [...(others.length > 0 ? [link] : []), unlink] : [show];
  const answer = await vscode.window.showWarningMessage(
    uses === 1
      ? vscode.l10n.t('1 place still refers to {0}.', listed)
      : vscode.l10n.t('{0} places still refer to {1}.', uses, listed),
    restore,
    ...answers,
  );
  if (answer === restore) await writeBack(kept);
  else if (answer === unlink) await relink(client, left, undefined);
  else if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  else if (answer === link) {
    const to = await vscode.window.showQuickPick([...others], {
      placeHolder: vscode.l10n.t('To which intent are the dialogs linked from now on?'),
    });
    if (to !== undefined) await relink(client, left, to);
  }
}

/** What stands there again by now is not overwritten. */
async function writeBack(kept: readonly Kept[]): Promise<void> {
  for (const { uri, content } of kept) {
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isThere) await vscode.workspace.fs.writeFile(uri, content);
  }
}

async function relink(
  client: LanguageClient,
  { bot, intents }: LeftBehind,
  to: string | undefined,
): Promise<void> {
  const outcome = await ask(client, RelinkRequest, { bot, intents, ...(to !== undefined && { to }) });
  if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
}
