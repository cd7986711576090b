import * as vscode from 'vscode';
import type { NlpComparisonRow, PlanView } from '../../../server/src/protocol';
import { changeTitle, predictionText } from '../compareNlp/rowTexts';
import { escape } from '../escape';
import { commandLink } from './pageText';

/** What users say that would be understood otherwise, as a part of the preview; empty when it is not known. */
export function understandingPart({ understanding, root }: PlanView): string {
  if (!understanding) return '';
  const { of, asked, changed, rows } = understanding;
  const summary =
    changed === 0
      ? vscode.l10n.t('Nothing: {0} expressions and sentences of tests are understood as in LIVE.', asked)
      : vscode.l10n.t('{0} of {1} expressions and sentences of tests.', changed, asked);
  const part =
    asked < of
      ? ` ${vscode.l10n.t('{0} of {1} were asked; the comparison of draft and LIVE asks all.', asked, of)}`
      : '';
  const title = vscode.l10n.t('What users say that would be understood otherwise');
  return `<h2>${escape(title)}</h2><p>${escape(summary + part)}</p>${rows.length === 0 ? '' : table(rows)}${rest(changed - rows.length, root)}`;
}

function table(rows: readonly NlpComparisonRow[]): string {
  const titles = [
    vscode.l10n.t('What users say'),
    vscode.l10n.t('In LIVE'),
    vscode.l10n.t('After the publish'),
    vscode.l10n.t('Change'),
  ];
  const head = titles.map((title) => `<th scope="col">${escape(title)}</th>`).join('');
  return `<table class="understanding"><thead><tr>${head}</tr></thead><tbody>${rows.map(rowOf).join('')}</tbody></table>`;
}

function rowOf({ text, place, live, draft, kind }: NlpComparisonRow): string {
  const cells = [predictionText(live), predictionText(draft), changeTitle(kind)];
  const name = place
    ? `<a href="${commandLink('botlane.openPlace', [{ uri: place.uri, range: place.range }])}">${escape(text)}</a>`
    : escape(text);
  return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

function rest(left: number, botRoot: string): string {
  if (left <= 0) return '';
  const link = commandLink('botlane.compareNlp', [{ botRoot }]);
  return `<p>${escape(vscode.l10n.t('and {0} more', left))} <a href="${link}">${escape(vscode.l10n.t('Compare Draft and Live NLP'))}</a></p>`;
}
