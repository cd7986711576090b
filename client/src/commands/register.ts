import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ExpressionSelection } from '../../../server/src/protocol';
import { ChatPanels } from '../chat/panels';
import { registerPredictionLenses } from '../compareNlp/lenses';
import { NlpComparisonView } from '../compareNlp/view';
import { EvaluationPanels } from '../evaluation/panels';
import { FlowGraphPanels } from '../flowGraph/panels';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import { PlanPanel } from '../publish/planPanel';
import { registerTesting } from '../testing/register';
import type { TestedParts } from '../testing/testedParts';
import type { WorkspaceState } from '../workspaceState';
import { ComparisonView } from '../views/comparison';
import { chat, chatWithBoth } from './chat';
import { compareNlp } from './compareNlp';
import { compareVersions } from './compareVersions';
import { type DeployTools, setAccess, setStatus, setVisibility, unschedule } from './deploy';
import { scheduleChange } from './deploySchedule';
import { examineBot } from './doctor';
import { abandonHotfix, hotfixLive } from './hotfix';
import { evaluateNlp } from './evaluateNlp';
import { exportVersion } from './exportVersion';
import { initializeRepository } from './initializeRepository';
import { makeVersionLive } from './makeVersionLive';
import { moveExpressions } from './moveExpressions';
import { newBot, newDefinition } from './newDefinition';
import { openChange } from './openChange';
import { openFlowGraph } from './openFlowGraph';
import { openPlace } from './openPlace';
import { previewPublish, publish, type PublishTools } from './publish';
import { fetchVersions, setRemote } from './remote';
import { runConversationTests } from './runConversationTests';
import { restoreVersion, undoRestore } from './restoreVersion';
import { showActions } from './showActions';
import { showReferences } from './showReferences';
import { switchToDraft, switchToLive } from './switchEnvironment';
import { takeIntoDraft } from './takeIntoDraft';
import { testUtterance } from './testUtterance';
import { trainNlp } from './trainNlp';
import { whatWasLive } from './whatWasLive';

/** The arguments with which VS Code calls a command are whatever the caller passed: each command checks its own. */
type Handler = (...parameters: never[]) => unknown;

/** What the window has, whatever is done in it. */
interface WindowTools {
  readonly workspace: WorkspaceState;
  readonly tested: TestedParts;
  readonly gateway: GatewayConnection;
}

/** Registers every command of the manifest that needs the server, but for those of a view's own. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  { workspace, tested, gateway }: WindowTools,
): void {
  const panel = new PlanPanel(client, workspace);
  const comparison = new ComparisonView(client, workspace);
  const graphs = new FlowGraphPanels(client, workspace, context.extensionUri);
  const tools: PublishTools = { client, workspace, panel };
  const deployment: DeployTools = { client, workspace };
  const chats = new ChatPanels(client, workspace, context.extensionUri);
  const nlpComparison = new NlpComparisonView(client, workspace, gateway);
  const evaluations = new EvaluationPanels(client, workspace, context.extensionUri);
  const testing = registerTesting(context, client, workspace, tested);
  const handlers: Record<string, Handler> = {
    publish: (argument: unknown) => publish(tools, undefined, argument),
    publishFull: (argument: unknown) => publish(tools, 'full', argument),
    publishNlp: (argument: unknown) => publish(tools, 'nlp', argument),
    publishFlows: (argument: unknown) => publish(tools, 'flows', argument),
    previewPublish: (argument: unknown) => previewPublish(tools, argument),
    switchToLive: () => switchToLive(workspace),
    switchToDraft: () => switchToDraft(workspace),
    compareVersions: (argument: unknown) => compareVersions(client, workspace, comparison, argument),
    swapComparison: () => comparison.swap(),
    closeComparison: () => comparison.close(),
    makeVersionLive: (argument: unknown) => makeVersionLive(client, workspace, argument),
    restoreVersion: (argument: unknown) => restoreVersion(client, workspace, argument),
    undoRestore: (argument: unknown) => undoRestore(client, workspace, argument),
    exportVersion: (argument: unknown) => exportVersion(client, workspace, argument),
    whatWasLive: (argument: unknown) => whatWasLive(client, workspace, comparison, argument),
    setRemote: (argument: unknown) => setRemote(client, workspace, argument),
    fetchVersions: (argument: unknown) => fetchVersions(client, workspace, argument),
    deployActivate: (argument: unknown) => setStatus(deployment, 'active', argument),
    deployDeactivate: (argument: unknown) => setStatus(deployment, 'inactive', argument),
    deploySetVisibility: (argument: unknown) => setVisibility(deployment, argument),
    deploySetAccess: (argument: unknown) => setAccess(deployment, argument),
    deploySchedule: (argument: unknown) => scheduleChange(deployment, argument),
    deployUnschedule: (argument: unknown) => unschedule(deployment, argument),
    doctor: (argument: unknown) => examineBot(client, workspace, argument),
    hotfixLive: (argument: unknown) => hotfixLive(client, workspace, argument),
    abandonHotfix: (argument: unknown) => abandonHotfix(client, workspace, argument),
    takeIntoDraft: (argument: unknown) => takeIntoDraft(client, workspace, argument),
    trainNlp: (argument: unknown) => trainNlp(client, workspace, argument),
    compareNlp: (argument: unknown) => compareNlp(nlpComparison, workspace, argument),
    refreshNlpComparison: () => nlpComparison.again(),
    filterNlpComparison: () => nlpComparison.filter(),
    closeNlpComparison: () => nlpComparison.close(),
    evaluateNlp: (argument: unknown) => evaluateNlp(evaluations, workspace, argument),
    testUtterance: (argument: unknown) => testUtterance(client, workspace, argument),
    chatWithDraft: (argument: unknown) => chat(chats, workspace, 'draft', argument),
    chatWithLive: (argument: unknown) => chat(chats, workspace, 'live', argument),
    chatWithBoth: (argument: unknown) => chatWithBoth(chats, workspace, argument),
    runConversationTests: (argument: unknown) => runConversationTests(testing, workspace, argument),
    initializeRepository: (argument: unknown) => initializeRepository(client, workspace, argument),
    refresh: () => workspace.refresh(),
    showActions: () => showActions(workspace),
    newBot: () => newBot(client, workspace),
    newIntent: (argument: unknown) => newDefinition('intent', client, workspace, argument),
    newFlow: (argument: unknown) => newDefinition('flow', client, workspace, argument),
    openChange,
    openPlace,
    openFlowGraph: (argument: unknown) => openFlowGraph(workspace, graphs, argument),
    moveExpressions: (selection?: ExpressionSelection) => moveExpressions(client, selection),
    showReferences,
  };
  registerPredictionLenses(context, client, workspace);
  context.subscriptions.push(
    panel,
    graphs,
    chats,
    evaluations,
    nlpComparison,
    comparison,
    ...Object.entries(handlers).map(([name, handler]) =>
      vscode.commands.registerCommand(`botlane.${name}`, handler),
    ),
  );
}
