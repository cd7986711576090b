import * as vscode from 'vscode';
import type { PageWords } from './html';

/** What the page says, in the language of the editor. */
export function pageWords(title: string): PageWords {
  return {
    title,
    graph: vscode.l10n.t('Dialogs and what leads to them'),
    search: vscode.l10n.t('Search dialogs'),
    zoomIn: vscode.l10n.t('Zoom in'),
    zoomOut: vscode.l10n.t('Zoom out'),
    fit: vscode.l10n.t('Fit'),
    flows: vscode.l10n.t('Flows {0} to {1} of {2}'),
    before: vscode.l10n.t('Flows before these'),
    after: vscode.l10n.t('Flows after these'),
    list: vscode.l10n.t('List'),
    save: vscode.l10n.t('Save as SVG…'),
    keys: vscode.l10n.t(
      'Arrow keys go from box to box, Enter opens the source, + − 0 zoom, / searches. Drag or scroll to move, Ctrl and scroll to zoom.',
    ),
    legend: vscode.l10n.t('Legend'),
    marks: [
      ['error', '✕', vscode.l10n.t('error')],
      ['warning', '!', vscode.l10n.t('warning')],
      ['added', '+', vscode.l10n.t('not in LIVE')],
      ['changed', '~', vscode.l10n.t('differs from LIVE')],
      ['removed', '−', vscode.l10n.t('only in LIVE')],
    ],
    matches: vscode.l10n.t('{0} of {1}'),
    oneMatch: vscode.l10n.t('1 match'),
    noMatch: vscode.l10n.t('No match in this picture'),
  };
}
