import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FlowGraphParams, FlowGraphSvgRequest } from '../../../server/src/protocol';
import { ask } from '../requests';

/** Saves a graph as an SVG file where the user says. */
export async function exportGraph(
  client: LanguageClient,
  subject: FlowGraphParams,
  title: string,
): Promise<void> {
  const answer = await ask(client, FlowGraphSvgRequest, subject);
  if (answer.kind === 'refused') void vscode.window.showErrorMessage(answer.reason);
  if (answer.kind !== 'svg') return;
  const folder = vscode.Uri.parse(subject.bot);
  const part = subject.page === undefined ? '' : `_${subject.page + 1}`;
  const name = `${subject.flow ?? folder.path.split('/').at(-1) ?? 'graph'}${part}.svg`;
  const target = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder, name.replaceAll(/[^\w.-]/g, '_')),
    filters: { SVG: ['svg'] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The graph could not be saved: {0}', reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The graph was saved as {0}.', vscode.workspace.asRelativePath(target)),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
}
