import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type Environment, UnderstandRequest } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { type AnswerRow, answerRows } from './utteranceRows';

/**
 * `Bot: Test an Utterance…`: what draft and LIVE make of a message, while it is typed: intents with scores, entities, the
 * dialog that would follow and what decided. A button in its title goes to the bot's next language.
 */
export async function testUtterance(
  client: LanguageClient,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<void> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return;
  const environments: readonly Environment[] =
    workspace.state(bot.root)?.live.kind === 'known' ? ['draft', 'live'] : ['draft'];
  const pick = vscode.window.createQuickPick<AnswerRow>();
  pick.placeholder = vscode.l10n.t('Type what a user would say to {0}', bot.title ?? bot.id);
  let language = bot.languages[0];
  let asked = 0;

  const answer = async (): Promise<void> => {
    const mine = ++asked;
    const text = pick.value;
    if (text.trim() === '') {
      pick.items = [];
      pick.busy = false;
      return;
    }
    pick.busy = true;
    const answers = await Promise.all(
      environments.map(async (environment) => {
        const params = { bot: bot.root, environment, text, ...(language !== undefined && { language }) };
        return answerRows(environment, await ask(client, UnderstandRequest, params));
      }),
    );
    if (mine !== asked) return; // a later key stroke has asked again
    pick.busy = false;
    pick.items = answers.flat();
  };
  const speak = (wanted: string | undefined): void => {
    language = wanted;
    pick.title =
      wanted === undefined
        ? vscode.l10n.t('Test an utterance')
        : vscode.l10n.t('Test an utterance in language {0}', wanted);
    const next = following(bot.languages, wanted);
    pick.buttons =
      next === undefined
        ? []
        : [{ iconPath: new vscode.ThemeIcon('globe'), tooltip: vscode.l10n.t('Ask in language {0}', next) }];
  };
  pick.onDidTriggerButton(() => {
    speak(following(bot.languages, language));
    void answer();
  });
  pick.onDidChangeValue(() => void answer());
  pick.onDidAccept(() => void openDialog(pick));
  pick.onDidHide(() => pick.dispose());
  speak(language);
  pick.show();
}

/** The language after this one, round and round; undefined when there is no other. */
function following(languages: readonly string[], language: string | undefined): string | undefined {
  if (language === undefined || languages.length < 2) return undefined;
  return languages[(languages.indexOf(language) + 1) % languages.length];
}

async function openDialog(pick: vscode.QuickPick<AnswerRow>): Promise<void> {
  const dialog = pick.activeItems[0]?.dialog;
  if (!dialog) return;
  pick.hide();
  const { start, end } = dialog.range;
  await vscode.window.showTextDocument(vscode.Uri.parse(dialog.uri), {
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}
