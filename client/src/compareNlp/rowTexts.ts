import * as vscode from 'vscode';
import type { NlpComparisonRow, PredictionChange, PredictionView } from '../../../server/src/protocol';

/** What changed, as a heading of rows. */
export function changeTitle(kind: PredictionChange): string {
  switch (kind) {
    case 'other-intent':
      return vscode.l10n.t('Understood differently');
    case 'now-below':
      return vscode.l10n.t('No longer understood');
    case 'now-above':
      return vscode.l10n.t('Newly understood');
    case 'same':
      return vscode.l10n.t('Understood alike');
  }
}

/** Where a sentence comes from. */
export function sourceTitle(source: NlpComparisonRow['source']): string {
  switch (source) {
    case 'expression':
      return vscode.l10n.t('Expression');
    case 'test':
      return vscode.l10n.t('Conversation test');
    case 'message':
      return vscode.l10n.t('Message of a user');
  }
}

/** Such as "refund 0.93", or "not understood (refund 0.41)". */
export function predictionText({ intent, score, understood }: PredictionView): string {
  if (intent === '') return vscode.l10n.t('no model');
  const best = `${intent} ${score.toFixed(2)}`;
  return understood ? best : vscode.l10n.t('not understood ({0})', best);
}

/** Such as "LIVE: refund 0.93, draft: resend 0.88". */
export function changeText({ live, draft }: Pick<NlpComparisonRow, 'live' | 'draft'>): string {
  return vscode.l10n.t('LIVE: {0}, draft: {1}', predictionText(live), predictionText(draft));
}
