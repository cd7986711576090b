import * as vscode from 'vscode';
import type { InboxRow } from '../../../server/src/protocol';
import type { OfBot } from '../pickBot';

/** What stands in the Train inbox. */
export type InboxNode = BotEntry | TextNode | MoreNode | NoteNode;

interface BotEntry extends OfBot {
  readonly kind: 'bot';
  readonly label: string;
}

/** Something that users said; the commands of its context menu get it. */
export interface TextNode extends OfBot {
  readonly kind: 'text';
  readonly row: InboxRow;
}

/** Stands behind the texts when there are more of them; its command gets it. */
export interface MoreNode extends OfBot {
  readonly kind: 'more';
}

interface NoteNode extends OfBot {
  readonly kind: 'note';
  readonly text: string;
  readonly isProblem: boolean;
}

export function itemOf(node: InboxNode): vscode.TreeItem {
  switch (node.kind) {
    case 'bot': {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
      item.iconPath = new vscode.ThemeIcon('hubot');
      return item;
    }
    case 'text':
      return textItem(node);
    case 'more': {
      const title = vscode.l10n.t('Show More');
      const item = new vscode.TreeItem(title);
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      item.command = { command: 'botlane.inboxShowMore', title, arguments: [node] };
      return item;
    }
    case 'note': {
      const item = new vscode.TreeItem(node.text);
      item.tooltip = node.text;
      item.iconPath = new vscode.ThemeIcon(node.isProblem ? 'warning' : 'info');
      return item;
    }
  }
}

/** The intent that the draft proposes now, else the one that was proposed when the text was said. */
export function proposedIntent({ item, now }: InboxRow): string | undefined {
  return now?.name ?? item.intent;
}

/** What was made of the text then and what the draft makes of it now, in a few words. */
function scoreWords({ item, now }: InboxRow): string {
  const then =
    item.intent === undefined ? vscode.l10n.t('nothing') : `${item.intent} ${item.score.toFixed(2)}`;
  if (!now) return then;
  const after = `${now.name} ${now.score.toFixed(2)}`;
  return after === then ? then : `${then} → ${after}`;
}

function textItem({ row }: TextNode): vscode.TreeItem {
  const { item } = row;
  const entry = new vscode.TreeItem(item.text);
  const times = item.count === 1 ? '' : ` · ${vscode.l10n.t('{0} times', item.count)}`;
  entry.description = `${scoreWords(row)}${times}`;
  entry.tooltip = tooltipOf(row);
  entry.iconPath = new vscode.ThemeIcon(item.understood ? 'comment' : 'question');
  entry.contextValue = proposedIntent(row) === undefined ? 'textWithoutIntent' : 'text';
  entry.accessibilityInformation = { label: `${item.text}, ${entry.description}` };
  return entry;
}

function tooltipOf(row: InboxRow): vscode.MarkdownString {
  const { item, now } = row;
  const tooltip = new vscode.MarkdownString();
  const line = (text: string): void => {
    tooltip.appendText(text);
    tooltip.appendMarkdown('\n\n');
  };
  line(item.text);
  line(
    item.intent === undefined
      ? vscode.l10n.t('Then: nothing was made of it.')
      : vscode.l10n.t('Then: {0}, score {1}.', item.intent, item.score.toFixed(2)),
  );
  if (now) line(vscode.l10n.t('The draft now: {0}, score {1}.', now.name, now.score.toFixed(2)));
  const last = new Date(item.lastAt).toLocaleString(vscode.env.language);
  line(
    item.version === null
      ? vscode.l10n.t('Said last on {0}, to the draft, in {1}.', last, item.language)
      : vscode.l10n.t('Said last on {0}, to version {1}, in {2}.', last, item.version, item.language),
  );
  return tooltip;
}
