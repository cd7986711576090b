import * as vscode from 'vscode';
import type { Environment, NamedNode, Understanding, UnderstandOutcome } from '../../../server/src/protocol';

/** A row of what a bot makes of a message. One that names a dialog leads to it. */
export interface AnswerRow extends vscode.QuickPickItem {
  readonly dialog?: NamedNode;
}

const MOST_OTHERS = 3;
const MOST_FEATURES = 4;

/**
 * What one environment makes of a message, best first. The pick would hide separators while there is text in it, so the
 * first row itself says whose answer it is.
 */
export function answerRows(environment: Environment, outcome: UnderstandOutcome): AnswerRow[] {
  const draft = environment === 'draft';
  const who = draft ? vscode.l10n.t('DRAFT') : vscode.l10n.t('LIVE');
  const icon = draft ? 'edit' : 'broadcast';
  if (outcome.kind === 'refused') return [row(icon, { label: who, detail: outcome.reason })];
  const { result } = outcome;
  const [best, ...others] = result.intents;
  return [
    row(icon, {
      label: best ? `${who}: ${best.name}` : who,
      description: [best ? percent(best.score) : '', verdict(result), staleness(result)]
        .filter(Boolean)
        .join(' · '),
      ...(result.features.length > 0 && { detail: becauseOf(result) }),
      ...(result.dialog && { dialog: result.dialog }),
    }),
    ...result.entities.map(({ entity, value, text }) =>
      row('symbol-enum', {
        label: `${entity}: ${String(value)}`,
        description: vscode.l10n.t('from "{0}"', text),
      }),
    ),
    ...(result.dialog ? [dialogRow(result.dialog)] : []),
    ...(others.length > 0
      ? [row('list-unordered', { label: vscode.l10n.t('Next best'), description: scores(others) })]
      : []),
  ];
}

function row(icon: string, item: AnswerRow): AnswerRow {
  return { ...item, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true };
}

function dialogRow(dialog: NamedNode): AnswerRow {
  return row('comment', {
    label: dialog.name,
    description: vscode.l10n.t('would follow; Enter opens it'),
    dialog,
  });
}

function verdict({ understood, threshold }: Understanding): string {
  return understood
    ? vscode.l10n.t('understood, above {0}', percent(threshold))
    : vscode.l10n.t('not understood, at or below {0}', percent(threshold));
}

function staleness({ stale }: Understanding): string {
  return stale ? vscode.l10n.t('an earlier training') : '';
}

function scores(intents: Understanding['intents']): string {
  return intents
    .slice(0, MOST_OTHERS)
    .map(({ name, score }) => `${name} ${percent(score)}`)
    .join(', ');
}

function becauseOf({ features }: Understanding): string {
  const list = features
    .slice(0, MOST_FEATURES)
    .map(({ feature }) => feature)
    .join(', ');
  return vscode.l10n.t('decided by {0}', list);
}

function percent(score: number): string {
  return `${(score * 100).toFixed(0)}%`;
}
