import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  NewBotLanguagesRequest,
  type NewDefinitionOutcome,
  type NewDefinitionParams,
  NewDefinitionRequest,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: New Bot…`: a bot that works, in a folder of its name. */
export async function newBot(client: LanguageClient, workspace: WorkspaceState): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const language = await pickLanguage(client);
  if (language === undefined) return;
  const place = folder.uri.toString();
  const made = await askName(client, { kind: 'bot', place, language }, vscode.l10n.t('Name of the new bot'));
  if (!made || !(await write(made))) return;
  await workspace.refresh();
}

/** `Bot: New Intent…` and `Bot: New Flow…`, in the bot of the tree node, the only one, or the one that is picked. */
export async function newDefinition(
  kind: 'intent' | 'flow',
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const prompt =
    kind === 'intent'
      ? vscode.l10n.t('Name of the new intent of {0}', bot.id)
      : vscode.l10n.t('Name of the new flow of {0}', bot.id);
  const made = await askName(client, { kind, place: bot.root }, prompt);
  if (made) await write(made);
}

type Made = Extract<NewDefinitionOutcome, { kind: 'made' }>;

/** The server says of every name that is typed whether it can be used. */
async function askName(
  client: LanguageClient,
  what: Omit<NewDefinitionParams, 'name'>,
  prompt: string,
): Promise<Made | undefined> {
  const name = await vscode.window.showInputBox({
    prompt,
    validateInput: async (typed) => {
      if (typed === '') return undefined;
      const outcome = await ask(client, NewDefinitionRequest, { ...what, name: typed });
      return outcome.kind === 'refused' ? outcome.reason : undefined;
    },
  });
  if (name === undefined || name === '') return undefined;
  const outcome = await ask(client, NewDefinitionRequest, { ...what, name });
  if (outcome.kind === 'made') return outcome;
  void vscode.window.showErrorMessage(outcome.reason);
  return undefined;
}

/** All files or none; then the one to go on with is shown. */
async function write({ files, open, line }: Made): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files) {
    edit.createFile(vscode.Uri.parse(uri, true), { contents: Buffer.from(text), overwrite: false });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The files could not be made. Perhaps there are files of these names already.'),
    );
    return false;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(open, true));
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  return true;
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('In which folder?') });
}

/** The language of the editor first, when a bot can begin in it. */
async function pickLanguage(client: LanguageClient): Promise<string | undefined> {
  const languages = await ask(client, NewBotLanguagesRequest, {});
  const own = vscode.env.language.split('-')[0] ?? '';
  const names = new Intl.DisplayNames([vscode.env.language], { type: 'language' });
  const sorted = languages.toSorted((a, b) => Number(b === own) - Number(a === own));
  const picked = await vscode.window.showQuickPick(
    sorted.map((language) => ({ label: names.of(language) ?? language, description: language })),
    { placeHolder: vscode.l10n.t('In which language does the bot begin? Others can be added.') },
  );
  return picked?.description;
}
