import * as vscode from 'vscode';
import type { BotNode, FlowNode, LiveBadge, NamedNode, Place } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
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

/** The Bots view: bot, then its intents, flows with their dialogs, entities and conversation tests. */
export function registerBotsView(context: vscode.ExtensionContext, workspace: WorkspaceState): void {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView('botlane.bots', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: Node) => (node ? childrenOf(node) : workspace.bots.map(botNode)),
      getTreeItem: itemOf,
    },
    showCollapseAll: true,
  });
  context.subscriptions.push(
    changed,
    view,
    workspace.onDidChange(() => {
      const live = workspace.environment === 'live';
      view.title = live ? vscode.l10n.t('Bots in LIVE') : vscode.l10n.t('Bots');
      changed.fire();
    }),
  );
}

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

function itemOf(node: Node): vscode.TreeItem {
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
      item.description = String(node.bot[node.group].length);
      return item;
    }
    case 'flow': {
      const item = new vscode.TreeItem(node.flow.name, vscode.TreeItemCollapsibleState.Collapsed);
      item.description = withBadge(dialogCount(node.flow.dialogs.length), node.flow.badge);
      item.iconPath = new vscode.ThemeIcon('type-hierarchy');
      item.contextValue = 'flow';
      item.command = openCommand(node.flow);
      return item;
    }
    case 'leaf': {
      const item = new vscode.TreeItem(node.node.name);
      item.description = withBadge(node.detail, node.node.badge);
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

function withBadge(detail: string, badge: LiveBadge | undefined): string {
  const mark =
    badge === 'added'
      ? vscode.l10n.t('not in LIVE')
      : badge === 'changed'
        ? vscode.l10n.t('differs from LIVE')
        : '';
  return [detail, mark].filter(Boolean).join(' · ');
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
