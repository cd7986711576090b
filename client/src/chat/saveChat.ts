import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type BotNode, type ChatEvent, ChatTestRequest } from '../../../server/src/protocol';
import { ask } from '../requests';

/** `Save as Conversation Test`: asks what the test protects and where it goes, and writes it there. */
export async function saveChat(
  client: LanguageClient,
  bot: BotNode,
  language: string,
  events: readonly ChatEvent[],
): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save as Conversation Test'),
    prompt: vscode.l10n.t('What the test protects, in a sentence'),
    validateInput: (text) =>
      text.trim() === ''
        ? vscode.l10n.t('A test needs a name.')
        : text.length > LONGEST_NAME
          ? TOO_LONG()
          : undefined,
  });
  if (name === undefined) return;
  const answer = await ask(client, ChatTestRequest, { bot: bot.root, name: name.trim(), language, events });
  if (answer.kind === 'refused') {
    void vscode.window.showErrorMessage(answer.reason);
    return;
  }
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save as Conversation Test'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(bot.root), 'tests', `${fileName(name)}.bottest.yaml`),
    filters: { [vscode.l10n.t('Conversation test')]: ['bottest.yaml'] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
    await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.One });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The test could not be saved: {0}', reason));
  }
}

/** As the schema of conversation tests has it. */
const LONGEST_NAME = 200;
const TOO_LONG = (): string => vscode.l10n.t('A name has at most {0} characters.', LONGEST_NAME);

function fileName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 8).join('-') || 'chat';
}
