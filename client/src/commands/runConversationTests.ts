import * as vscode from 'vscode';
import type { TestId } from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import type { TestingTools } from '../testing/register';
import type { RunSummary } from '../testing/testRunner';
import type { WorkspaceState } from '../workspaceState';

/** `Bot: Run Conversation Tests`, and `Run Test` above one of them. */
export async function runConversationTests(
  testing: TestingTools,
  workspace: WorkspaceState,
  argument: unknown,
): Promise<RunSummary | undefined> {
  const bot = await pickBot(workspace, argument);
  if (!bot) return undefined;
  const summary = await testing.run(bot.root, testOf(argument));
  if (!summary) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has no conversation tests. They stand in files that end in .bottest.yaml.', bot.id),
    );
  }
  return summary;
}

function testOf(argument: unknown): TestId | undefined {
  if (typeof argument !== 'object' || argument === null || !('test' in argument)) return undefined;
  return argument.test as TestId;
}
