import * as vscode from 'vscode';
import type { BotNode, FlowNode, LiveBadge, NamedNode, Place } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
import { type TestedPart, type TestedParts, testedText } from '../testing/testedParts';
import type { WorkspaceState } from '../workspaceState';

type GroupKind = 'intents' | 'flows' | 'entities' | 'tests';

type Node =
  | ({ readonly kind: 'bot'; readonly bot: BotNode } & OfBot)
  | ({ readonly kind: 'group'; readonly group: GroupKind; readonly bot: BotNode } & OfBot)
  | ({ readonly kind: 'flow'; readonly flow: FlowNode } & OfBot)
  | ({
      readonly kind: 'leaf';
      readonly node: NamedNode;
      readonly icon: string;
      readonly detail: string;
    } & OfBot);

/**
 * The Bots view: bot, then its intents, flows with their dialogs, entities and conversation tests. After a run of all
 * tests it says what they come through.
 */
export function registerBotsView(
  context: vscode.ExtensionContext,
  workspace: WorkspaceState,
  tested: TestedParts,
): void {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView('botlane.bots', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: Node) => (node ? childrenOf(node) : workspace.bots.map(botNode)),
      getTreeItem: (node: Node) => itemOf(node, (place) => tested.at(node.botRoot, place)),
    },
    showCollapseAll: true,
  });
  context.subscriptions.push(
    changed,
    view,
    tested.onDidChange(() => changed.fire()),
    workspace.onDidChange(() => {
      const live = workspace.environment === 'live';
      view.title = live ? vscode.l10n.t('Bots in LIVE') : vscode.l10n.t('Bots');
      changed.fire();
    }),
  );
}

/** How well tests know what stands at a place; undefined when they were not run. */
type Tested = (place: Place) => TestedPart | undefined;

function botNode(bot: BotNode): Node {
  return { kind: 'bot', bot, botRoot: bot.root };
}

function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'bot':
      return (['intents', 'flows', 'entities', 'tests'] as const).map((group) => ({
        ...node,
        kind: 'group',
        group,
      }));
    case 'group':
      return membersOf(node.bot, node.group);
    case 'flow':
      return node.flow.dialogs.map((dialog) => leaf(node.botRoot, dialog, 'comment', ''));
    case 'leaf':
      return [];
  }
}

function membersOf(bot: BotNode, group: GroupKind): Node[] {
  switch (group) {
    case 'intents':
      return bot.intents.map((intent) =>
        leaf(bot.root, intent, 'lightbulb', expressionCount(intent.expressions)),
      );
    case 'flows':
      return bot.flows.map((flow) => ({ kind: 'flow', flow, botRoot: bot.root }));
    case 'entities':
      return bot.entities.map((entity) => leaf(bot.root, entity, 'symbol-enum', entity.type));
    case 'tests':
      return bot.tests.map((test) => leaf(bot.root, test, 'beaker', ''));
  }
}

function leaf(botRoot: string, node: NamedNode, icon: string, detail: string): Node {
  return { kind: 'leaf', node, icon, detail, botRoot };
}

function itemOf(node: Node, tested: Tested): vscode.TreeItem {
  switch (node.kind) {
    case 'bot': {
      const item = new vscode.TreeItem(
        node.bot.title ?? node.bot.id,
        vscode.TreeItemCollapsibleState.Expanded,
      );
      if (node.bot.title !== undefined) item.description = node.bot.id;
      item.iconPath = new vscode.ThemeIcon('hubot');
      item.contextValue = node.bot.environment === 'draft' ? 'draftBot' : 'liveBot';
      item.command = openCommand(node.bot);
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(groupLabel(node.group), vscode.TreeItemCollapsibleState.Collapsed);
      item.description = joined(
        String(node.bot[node.group].length),
        sumOf(partsOf(node.bot, node.group), tested),
      );
      return item;
    }
    case 'flow': {
      const item = new vscode.TreeItem(node.flow.name, vscode.TreeItemCollapsibleState.Collapsed);
      item.description = joined(
        dialogCount(node.flow.dialogs.length),
        sumOf(node.flow.dialogs, tested),
        badgeText(node.flow.badge),
      );
      item.iconPath = new vscode.ThemeIcon('type-hierarchy');
      item.contextValue = 'flow';
      item.command = openCommand(node.flow);
      return item;
    }
    case 'leaf': {
      const item = new vscode.TreeItem(node.node.name);
      const part = tested(node.node);
      item.description = joined(node.detail, part ? testedText(part) : '', badgeText(node.node.badge));
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.command = openCommand(node.node);
      return item;
    }
  }
}

function groupLabel(group: GroupKind): string {
  switch (group) {
    case 'intents':
      return vscode.l10n.t('Intents');
    case 'flows':
      return vscode.l10n.t('Flows');
    case 'entities':
      return vscode.l10n.t('Entities');
    case 'tests':
      return vscode.l10n.t('Conversation tests');
  }
}

function expressionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 expression') : vscode.l10n.t('{0} expressions', count);
}

function dialogCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 dialog') : vscode.l10n.t('{0} dialogs', count);
}

/** What of a group tests can come through. */
function partsOf(bot: BotNode, group: GroupKind): readonly NamedNode[] {
  if (group === 'intents') return bot.intents;
  return group === 'flows' ? bot.flows.flatMap(({ dialogs }) => dialogs) : [];
}

/** Such as "3 of 5 tested"; empty when nothing is known. */
function sumOf(nodes: readonly NamedNode[], tested: Tested): string {
  const known = nodes.flatMap((node) => tested(node) ?? []);
  if (known.length === 0) return '';
  return vscode.l10n.t('{0} of {1} tested', known.filter(({ tests }) => tests > 0).length, known.length);
}

function badgeText(badge: LiveBadge | undefined): string {
  if (badge === 'added') return vscode.l10n.t('not in LIVE');
  return badge === 'changed' ? vscode.l10n.t('differs from LIVE') : '';
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function openCommand({ uri, range }: Place): vscode.Command {
  return {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [
      vscode.Uri.parse(uri),
      {
        selection: new vscode.Range(
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
        ),
      } satisfies vscode.TextDocumentShowOptions,
    ],
  };
}
