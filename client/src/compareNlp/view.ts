import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  type CompareNlpOutcome,
  CompareNlpRequest,
  type NlpComparisonRow,
  type PredictionChange,
} from '../../../server/src/protocol';
import { setContext } from '../context';
import type { GatewayConnection } from '../gateway/gatewayConnection';
import type { OfBot } from '../pickBot';
import { withServerProgress } from '../progress';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import { pickFilter } from './filter';
import { recordedMessages } from './recorded';
import { changeText, changeTitle, sourceTitle } from './rowTexts';

interface KindNode extends OfBot {
  readonly type: 'kind';
  readonly kind: PredictionChange;
  readonly rows: readonly NlpComparisonRow[];
}

interface RowNode extends OfBot {
  readonly type: 'row';
  readonly row: NlpComparisonRow;
}

type Node = KindNode | RowNode;

type Compared = Extract<CompareNlpOutcome, { readonly kind: 'compared' }>;

/** In the order in which they matter to users. */
const KINDS: readonly PredictionChange[] = ['other-intent', 'now-below', 'now-above'];

const ICONS: Readonly<Record<NlpComparisonRow['source'], string>> = {
  expression: 'lightbulb',
  test: 'beaker',
  message: 'comment',
};

/** What the draft understands otherwise than LIVE: there while somebody compares, each row a click from its place. */
export class NlpComparisonView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #workspace: WorkspaceState;
  readonly #gateway: GatewayConnection;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #bot: BotNode | undefined;
  #compared: Compared | undefined;
  #shown: ReadonlySet<PredictionChange> = new Set(KINDS);
  /** What was compared; see `BotState`. */
  #basis = '';
  /** Why messages of users are missing. */
  #problem: string | undefined;

  constructor(client: LanguageClient, workspace: WorkspaceState, gateway: GatewayConnection) {
    this.#client = client;
    this.#workspace = workspace;
    this.#gateway = gateway;
    this.#view = vscode.window.createTreeView('botlane.nlpComparison', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscription = workspace.onDidChange(() => this.#say());
  }

  /**
   * Compares expressions, tests and what users said to the gateway, and brings the view to the front. A refusal is shown and
   * leaves the view as it is.
   */
  async show(bot: BotNode): Promise<void> {
    const basis = this.#basisOf(bot);
    let problem: string | undefined;
    const outcome = await withServerProgress(
      this.#client,
      vscode.l10n.t('Comparing the NLP of {0} with LIVE', bot.id),
      async (workDoneToken, cancel) => {
        const recorded = await recordedMessages(this.#client, this.#gateway, bot.root, cancel);
        problem = recorded.problem;
        const params = { bot: bot.root, messages: recorded.messages, workDoneToken };
        return ask(this.#client, CompareNlpRequest, params, cancel);
      },
    );
    if (outcome.kind === 'refused') void vscode.window.showErrorMessage(outcome.reason);
    if (outcome.kind !== 'compared') return;
    // What was not trained is now.
    await this.#workspace.refresh(false);
    this.#bot = bot;
    this.#compared = outcome;
    this.#basis = basis;
    this.#problem = problem;
    this.#shown = new Set(KINDS);
    this.#say();
    this.#changed.fire();
    await setContext('comparingNlp', true);
    await vscode.commands.executeCommand('botlane.nlpComparison.focus');
  }

  /** Compares again. */
  async again(): Promise<void> {
    if (this.#bot) await this.show(this.#bot);
  }

  /** The user chooses which kinds of change are listed. */
  async filter(): Promise<void> {
    const chosen = await pickFilter(
      KINDS.map((kind) => ({ kind, count: this.#rowsOf(kind).length, shown: this.#shown.has(kind) })),
    );
    if (!chosen) return;
    this.#shown = chosen;
    this.#say();
    this.#changed.fire();
  }

  async close(): Promise<void> {
    this.#bot = undefined;
    this.#compared = undefined;
    await setContext('comparingNlp', false);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.type === 'row') return rowItem(node.row);
    const item = new vscode.TreeItem(changeTitle(node.kind), vscode.TreeItemCollapsibleState.Expanded);
    item.description = String(node.rows.length);
    item.contextValue = 'kind';
    return item;
  }

  getChildren(node?: Node): Node[] {
    const botRoot = this.#bot?.root;
    if (botRoot === undefined || node?.type === 'row') return [];
    if (node) return node.rows.map((row) => ({ type: 'row', row, botRoot }));
    return KINDS.flatMap((kind): KindNode[] => {
      const rows = this.#rowsOf(kind);
      return this.#shown.has(kind) && rows.length > 0 ? [{ type: 'kind', kind, rows, botRoot }] : [];
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #rowsOf(kind: PredictionChange): readonly NlpComparisonRow[] {
    return this.#compared?.rows.filter((row) => row.kind === kind) ?? [];
  }

  #basisOf({ root }: BotNode): string {
    const state = this.#workspace.state(root);
    return JSON.stringify([state?.revision, state?.live]);
  }

  /** What the view says above its rows. */
  #say(): void {
    if (!this.#bot || !this.#compared) return;
    const { live, asked, rows } = this.#compared;
    this.#view.description = vscode.l10n.t('{0}: LIVE (version {1}) → draft', this.#bot.id, live);
    const summary =
      rows.length === 0
        ? vscode.l10n.t('Draft and LIVE understand all {0} sentences alike.', asked)
        : vscode.l10n.t('{0} of {1} sentences are understood otherwise.', rows.length, asked);
    const hidden = KINDS.filter((kind) => !this.#shown.has(kind) && this.#rowsOf(kind).length > 0);
    this.#view.message = [
      this.#basisOf(this.#bot) === this.#basis ? '' : vscode.l10n.t('Draft or LIVE has changed since.'),
      summary,
      this.#problem === undefined ? '' : vscode.l10n.t('Messages of users are left out: {0}', this.#problem),
      hidden.length === 0 ? '' : vscode.l10n.t('Not listed: {0}.', hidden.map(changeTitle).join(', ')),
    ]
      .filter(Boolean)
      .join(' ');
  }
}

function rowItem(row: NlpComparisonRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.text);
  item.description = changeText(row);
  item.iconPath = new vscode.ThemeIcon(ICONS[row.source]);
  // It begins with the sentence: a screen reader reads it instead of the label.
  item.tooltip = [
    row.text,
    vscode.l10n.t('{0} ({1})', sourceTitle(row.source), row.language),
    changeText(row),
    row.expected === undefined ? '' : vscode.l10n.t('Means: {0}', row.expected),
  ]
    .filter(Boolean)
    .join('\n');
  if (!row.place) return item;
  const { start, end } = row.place.range;
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [
      vscode.Uri.parse(row.place.uri),
      {
        selection: new vscode.Range(start.line, start.character, end.line, end.character),
      } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  return item;
}
