import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { TestId } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';
import { DefinitionCoverage } from './coverage';
import { registerTestHints } from './hints';
import { registerTestLenses } from './lenses';
import { type RunSummary, TestRunner } from './testRunner';
import type { TestedParts } from './testedParts';
import { keyOf, TestTree } from './testTree';
import { watchTests } from './watch';

/** What `botlane.runConversationTests` can be about. */
export interface TestingTools {
  /** Runs the tests of a bot, or one of them, in the Testing view; undefined when there are none. */
  readonly run: (root: string, test?: TestId) => Promise<RunSummary | undefined>;
}

/** Conversation tests in VS Code's Testing view: run, watch, coverage, and a lens above each test. */
export function registerTesting(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  workspace: WorkspaceState,
  tested: TestedParts,
): TestingTools {
  const controller = vscode.tests.createTestController('botlane.tests', vscode.l10n.t('Conversation Tests'));
  const tree = new TestTree(controller, workspace);
  const runner = new TestRunner(client, controller, tree, tested);
  const profile = (name: string, kind: vscode.TestRunProfileKind, cover: boolean): vscode.TestRunProfile =>
    controller.createRunProfile(
      name,
      kind,
      async (request, token) => {
        if (!request.continuous) {
          await runner.run(request, token, cover);
          return;
        }
        const { include } = request;
        const isWatched = (root: string): boolean =>
          !include || include.some((item) => tree.target(item)?.root === root);
        await watchTests(workspace, token, isWatched, () => runner.run(renewed(request, tree), token, cover));
      },
      true,
      undefined,
      true,
    );
  profile(vscode.l10n.t('Run'), vscode.TestRunProfileKind.Run, false);
  const coverage = profile(vscode.l10n.t('Run with Coverage'), vscode.TestRunProfileKind.Coverage, true);
  coverage.loadDetailedCoverage = async (_run, file) =>
    file instanceof DefinitionCoverage ? [...file.details] : [];
  controller.refreshHandler = () => workspace.refresh();
  context.subscriptions.push(
    controller,
    runner,
    workspace.onDidChange(() => tree.update()),
  );
  registerTestLenses(context, workspace);
  registerTestHints(context, tested);
  return {
    run: async (root, test) => {
      const bot = tree.bot(root);
      const item =
        bot && (test ? tree.testsBelow(bot).find(({ id }) => keyOf(id) === keyOf(test))?.item : bot);
      if (!item) return undefined;
      await vscode.commands.executeCommand('workbench.view.testing.focus');
      const never = new vscode.CancellationTokenSource();
      try {
        return await runner.run(new vscode.TestRunRequest([item]), never.token, false);
      } finally {
        never.dispose();
      }
    },
  };
}

/**
 * The same request once more, about what there is now: VS Code shows one run of each request, and what comes to it later
 * is lost.
 */
function renewed(
  { include, exclude, profile, continuous, preserveFocus }: vscode.TestRunRequest,
  tree: TestTree,
): vscode.TestRunRequest {
  const now = (items: readonly vscode.TestItem[] | undefined): vscode.TestItem[] | undefined =>
    items?.flatMap((item) => tree.today(item) ?? []);
  return new vscode.TestRunRequest(now(include), now(exclude), profile, continuous, preserveFocus);
}
