import * as vscode from 'vscode';
import type {
  BotNode,
  DefinitionGroup,
  DefinitionNode,
  DefinitionsPage,
  FlowNode,
  LiveBadge,
  NamedNode,
  Place,
} from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';
import { type TestedPart, type TestedParts, testedText } from '../testing/testedParts';
import type { WorkspaceState } from '../workspaceState';

type Node =
  | ({ readonly kind: 'bot'; readonly bot: BotNode } & OfBot)
  | ({ readonly kind: 'group'; readonly group: DefinitionGroup; readonly bot: BotNode } & OfBot)
  /** Stands for the definitions that are not shown yet. */
  | ({ readonly kind: 'more'; readonly group: string; readonly left: number } & OfBot)
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
  const parts = new ShownParts(workspace);
  const view = vscode.window.createTreeView('botlane.bots', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: Node) => (node ? childrenOf(node, parts) : workspace.bots.map(botNode)),
      getTreeItem: (node: Node) => itemOf(node, tested),
    },
    showCollapseAll: true,
  });
  context.subscriptions.push(
    changed,
    view,
    vscode.commands.registerCommand(SHOW_MORE, (group: unknown) => {
      // The palette does not offer it; a key binding has no group.
      if (typeof group !== 'string') return;
      parts.addTo(group);
      changed.fire();
    }),
    tested.onDidChange(() => changed.fire()),
    workspace.onDidChange(() => {
      const live = workspace.environment === 'live';
      view.title = live ? vscode.l10n.t('Bots in LIVE') : vscode.l10n.t('Bots');
      changed.fire();
    }),
  );
}

/** Shows the next part of a group; only a node of the tree runs it. */
const SHOW_MORE = 'botlane.showMoreDefinitions';

/** How many parts of each group are shown: the server sends a large bot in several. */
class ShownParts {
  readonly #workspace: WorkspaceState;
  readonly #parts = new Map<string, number>();

  constructor(workspace: WorkspaceState) {
    this.#workspace = workspace;
  }

  addTo(group: string): void {
    this.#parts.set(group, (this.#parts.get(group) ?? 1) + 1);
  }

  async nodesOf(bot: BotNode, group: DefinitionGroup): Promise<Node[]> {
    const key = JSON.stringify([bot.root, bot.environment, group]);
    const nodes: Node[] = [];
    let from: number | null = 0;
    try {
      for (let part = 0; from !== null && part < (this.#parts.get(key) ?? 1); part++) {
        const page: DefinitionsPage = await this.#workspace.definitions(bot, group, { from });
        nodes.push(...page.nodes.map((node) => memberNode(bot.root, node)));
        from = page.next;
      }
    } catch {
      // The server stopped while it was asked. When it is back, the workspace changes once more.
      return nodes;
    }
    const left = bot.counts[group] - nodes.length;
    if (from === null || left <= 0) return nodes;
    return [...nodes, { kind: 'more', group: key, left, botRoot: bot.root }];
  }
}

function botNode(bot: BotNode): Node {
  return { kind: 'bot', bot, botRoot: bot.root };
}

function childrenOf(node: Node, parts: ShownParts): Node[] | Promise<Node[]> {
  switch (node.kind) {
    case 'bot':
      return (['intents', 'flows', 'entities', 'tests'] as const).map((group) => ({
        ...node,
        kind: 'group',
        group,
      }));
    case 'group':
      return parts.nodesOf(node.bot, node.group);
    case 'flow':
      return node.flow.dialogs.map((dialog) => leaf(node.botRoot, dialog, 'comment', ''));
    case 'leaf':
    case 'more':
      return [];
  }
}

function memberNode(botRoot: string, node: DefinitionNode): Node {
  switch (node.kind) {
    case 'intent':
      return leaf(botRoot, node, 'lightbulb', expressionCount(node.expressions));
    case 'flow':
      return { kind: 'flow', flow: node, botRoot };
    case 'entity':
      return leaf(botRoot, node, 'symbol-enum', node.type);
    case 'test':
      return leaf(botRoot, node, 'beaker', '');
  }
}

function leaf(botRoot: string, node: NamedNode, icon: string, detail: string): Node {
  return { kind: 'leaf', node, icon, detail, botRoot };
}

function itemOf(node: Node, tested: TestedParts): vscode.TreeItem {
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
        String(node.bot.counts[node.group]),
        sumOf(partsOf(tested, node.bot, node.group)),
      );
      return item;
    }
    case 'flow': {
      const item = new vscode.TreeItem(node.flow.name, vscode.TreeItemCollapsibleState.Collapsed);
      item.description = joined(
        dialogCount(node.flow.dialogs.length),
        sumOf(node.flow.dialogs.flatMap((dialog) => tested.at(node.botRoot, dialog) ?? [])),
        badgeText(node.flow.badge),
      );
      item.iconPath = new vscode.ThemeIcon('type-hierarchy');
      item.contextValue = 'flow';
      item.command = openCommand(node.flow);
      return item;
    }
    case 'leaf': {
      const item = new vscode.TreeItem(node.node.name);
      const part = tested.at(node.botRoot, node.node);
      item.description = joined(node.detail, part ? testedText(part) : '', badgeText(node.node.badge));
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.command = openCommand(node.node);
      return item;
    }
    case 'more': {
      const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0} left)', node.left));
      item.command = { title: vscode.l10n.t('Show more'), command: SHOW_MORE, arguments: [node.group] };
      return item;
    }
  }
}

function groupLabel(group: DefinitionGroup): string {
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

/** The files with what tests can come through of a group. */
const TESTED_FILES: Readonly<Record<DefinitionGroup, RegExp | undefined>> = {
  intents: /\.intent\.yaml$/,
  flows: /\.flow\.yaml$/,
  entities: undefined,
  tests: undefined,
};

function partsOf(
  tested: TestedParts,
  { root, environment }: BotNode,
  group: DefinitionGroup,
): readonly TestedPart[] {
  const files = TESTED_FILES[group];
  return files && environment === 'draft' ? tested.of(root, files) : [];
}

/** Such as "3 of 5 tested"; empty when nothing is known. */
function sumOf(known: readonly TestedPart[]): string {
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
