import * as vscode from 'vscode';
import type { BotNode, BotState, Environment, NlpView } from '../../server/src/protocol';
import { activeBot } from './pickBot';
import type { WorkspaceState } from './workspaceState';

/** The window's one status bar item: environment, NLP state, and whether a publish is possible and, if not, why. */
export function registerStatus(context: vscode.ExtensionContext, workspace: WorkspaceState): void {
  const item = vscode.window.createStatusBarItem('botlane.status', vscode.StatusBarAlignment.Left, 100);
  item.name = vscode.l10n.t('Bot: environment and release');
  item.command = 'botlane.showActions';
  const update = (): void => show(item, workspace);
  context.subscriptions.push(
    item,
    workspace.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
  update();
}

function show(item: vscode.StatusBarItem, workspace: WorkspaceState): void {
  const live = workspace.environment === 'live';
  const bot = activeBot(workspace) ?? workspace.bots[0];
  const state = bot && workspace.state(bot.root);
  if (!bot || !state) {
    if (live) showLive(item, undefined, undefined);
    else item.hide();
    return;
  }
  if (live) showLive(item, bot, state);
  else showDraft(item, bot, state);
}

function showLive(item: vscode.StatusBarItem, bot: BotNode | undefined, state: BotState | undefined): void {
  const version = state?.live.kind === 'known' ? state.live.version : undefined;
  item.text =
    bot && version !== undefined
      ? vscode.l10n.t('$(broadcast) LIVE {0}, version {1}', bot.id, version)
      : vscode.l10n.t('$(broadcast) LIVE');
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
  item.tooltip = vscode.l10n.t(
    'You are looking at LIVE: what users are talking to. It is read-only. Switch to the draft to make changes.',
  );
  item.accessibilityInformation = { label: plain(item.text) };
  item.show();
}

function showDraft(item: vscode.StatusBarItem, bot: BotNode, state: BotState): void {
  const isHotfix = state.hotfixOf !== null;
  item.text = [
    isHotfix
      ? `$(tools) ${vscode.l10n.t('HOTFIX {0}', bot.id)}`
      : `$(edit) ${vscode.l10n.t('DRAFT {0}', bot.id)}`,
    nlpPhrase(state.nlp),
    publishPhrase(state),
    ...(state.drift ? [`$(warning) ${vscode.l10n.t('LIVE has changes')}`] : []),
  ].join(' · ');
  item.backgroundColor =
    isHotfix || state.drift ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip = tooltipOf(bot, state, 'draft');
  item.accessibilityInformation = { label: plain(item.text) };
  item.show();
}

/** The NLP state in words, as the status bar and the Versions view say it. */
export function nlpPhrase(nlp: NlpView): string {
  switch (nlp.state) {
    case 'trained':
      return vscode.l10n.t('NLP trained');
    case 'stale':
      return vscode.l10n.t('NLP stale');
    case 'never':
      return vscode.l10n.t('NLP never trained');
    case 'untrainable':
      return vscode.l10n.t('NLP cannot be trained');
    case 'unknown':
      return vscode.l10n.t('NLP state unknown');
  }
}

/** Which kinds of publish are possible now, in a few words. */
function publishPhrase({ full, nlpOnly }: BotState): string {
  if (full.possible && nlpOnly.possible) return vscode.l10n.t('can publish full or NLP only');
  if (full.possible) return vscode.l10n.t('can publish full, not NLP only');
  if (nlpOnly.possible) return vscode.l10n.t('can publish NLP only');
  return vscode.l10n.t('cannot publish');
}

function tooltipOf(bot: BotNode, state: BotState, environment: Environment): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const line = (text: string): void => {
    tooltip.appendText(text);
    tooltip.appendMarkdown('\n\n');
  };
  line(
    environment === 'draft'
      ? vscode.l10n.t('{0}: the draft, your working files.', bot.title ?? bot.id)
      : bot.id,
  );
  line([`${nlpPhrase(state.nlp)}.`, ...state.nlp.changes.slice(0, 5)].join(' '));
  line(liveSentence(state));
  if (state.drift) {
    line(
      vscode.l10n.t(
        'LIVE has changes that the draft lacks: {0}.',
        state.drift.changes.slice(0, 5).join('; '),
      ),
    );
  }
  line(possibility(vscode.l10n.t('Publish full bot'), state.full));
  line(possibility(vscode.l10n.t('Publish NLP only'), state.nlpOnly));
  return tooltip;
}

/** What LIVE is, in a sentence. */
export function liveSentence({ live, store }: BotState): string {
  if (store.kind !== 'ready') return store.reason;
  if (live.kind === 'none') return vscode.l10n.t('Nothing has been published yet.');
  if (live.kind === 'unknown') return live.reason;
  return vscode.l10n.t('Version {0} is live.', live.version);
}

function possibility(kind: string, { possible, reasons }: BotState['full']): string {
  return possible
    ? vscode.l10n.t('{0}: possible.', kind)
    : vscode.l10n.t('{0}: not possible. {1}', kind, reasons.join(' '));
}

function plain(text: string): string {
  return text.replaceAll(/\$\([\w-]+\)\s*/g, '');
}
