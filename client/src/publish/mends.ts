import * as vscode from 'vscode';

/** What a command that mends what a gate says is called; undefined for one that is not known. */
export function mendTitle(command: string): string | undefined {
  switch (command) {
    case 'botlane.trainNlp':
      return vscode.l10n.t('Train NLP');
    case 'botlane.compareNlp':
      return vscode.l10n.t('Compare Draft and Live NLP');
    case 'botlane.takeIntoDraft':
      return vscode.l10n.t('Take into Draft');
    case 'botlane.runConversationTests':
      return vscode.l10n.t('Run Conversation Tests');
    case 'botlane.publishFull':
      return vscode.l10n.t('Publish Full Bot');
    default:
      return undefined;
  }
}
