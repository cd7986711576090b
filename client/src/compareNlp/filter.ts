import * as vscode from 'vscode';
import type { PredictionChange } from '../../../server/src/protocol';
import { changeTitle } from './rowTexts';

interface Choice {
  readonly kind: PredictionChange;
  readonly count: number;
  readonly shown: boolean;
}

/** Asks which kinds of change are to be listed; undefined when the user leaves it as it is. */
export async function pickFilter(
  choices: readonly Choice[],
): Promise<ReadonlySet<PredictionChange> | undefined> {
  const picked = await vscode.window.showQuickPick(
    choices.map(({ kind, count, shown }) => ({
      label: changeTitle(kind),
      description: String(count),
      picked: shown,
      change: kind,
    })),
    { canPickMany: true, placeHolder: vscode.l10n.t('What is listed?') },
  );
  return picked && new Set(picked.map(({ change }) => change));
}
