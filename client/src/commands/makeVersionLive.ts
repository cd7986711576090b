import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { LivePreviewRequest, type LivePreviewView, MakeLiveRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import { pickVersion } from '../versionPick';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Make Version Live…`: the way back (or forward). Asks which version, then once more before LIVE moves. */
export async function makeVersionLive(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const version = await pickVersion(client, bot.root, argument, {
    placeHolder: vscode.l10n.t('Which version shall be live?'),
    none: vscode.l10n.t('There is no other version to make live. Publish first.'),
    isOffered: ({ live }) => !live,
  });
  if (!version) return;
  const preview = await ask(client, LivePreviewRequest, { bot: bot.root, version: version.version });
  if (preview.kind === 'refused') {
    void vscode.window.showErrorMessage(vscode.l10n.t('LIVE stays as it is. {0}', preview.reason));
    return;
  }
  const confirm = vscode.l10n.t('Make Version {0} Live', version.version);
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Make version {0} of {1} live?', version.version, bot.id),
    {
      modal: true,
      detail: [
        vscode.l10n.t(
          'Users will talk to it at once, with the NLP models it was published with. The draft stays as it is, and so does every version.',
        ),
        version.notes,
        preview.preview.doubts.join('\n'),
        changesIn(preview.preview),
      ]
        .filter((paragraph) => paragraph !== '')
        .join('\n\n'),
    },
    confirm,
  );
  if (answer !== confirm) return;
  const outcome = await ask(client, MakeLiveRequest, { bot: bot.root, version: version.version });
  await workspace.refresh();
  if (outcome.kind === 'live') {
    const message = vscode.l10n.t('Version {0} of {1} is live.', outcome.version, bot.id);
    if (outcome.warnings.length > 0) {
      void vscode.window.showWarningMessage([message, ...outcome.warnings].join(' '));
    } else {
      void vscode.window.showInformationMessage(message);
    }
    return;
  }
  void vscode.window.showErrorMessage(vscode.l10n.t('LIVE stays as it is. {0}', outcome.reason));
}

/** More lines than this make no question. */
const MOST = 8;

function changesIn({ changes }: LivePreviewView): string {
  if (!changes) return '';
  if (changes.length === 0) return vscode.l10n.t('It means the same as what is live.');
  const lines = changes.slice(0, MOST).map(({ title }) => `• ${title}`);
  const rest = changes.length - lines.length;
  if (rest > 0) lines.push(rest === 1 ? vscode.l10n.t('and 1 more') : vscode.l10n.t('and {0} more', rest));
  return [vscode.l10n.t('What changes in LIVE:'), ...lines].join('\n');
}
