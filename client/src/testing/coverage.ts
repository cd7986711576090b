import * as vscode from 'vscode';
import type { CoverageView, Range } from '../../../server/src/protocol';

/** Coverage of one file of intents or flows, with what VS Code shows in its margin. */
export class DefinitionCoverage extends vscode.FileCoverage {
  readonly details: readonly vscode.StatementCoverage[];

  constructor({ uri, definitions }: CoverageView) {
    const branches = definitions.flatMap((definition) => definition.branches);
    super(
      vscode.Uri.parse(uri),
      countOf(definitions.map(({ tests }) => ({ reached: tests > 0 }))),
      branches.length > 0 ? countOf(branches) : undefined,
    );
    this.details = definitions.map(
      ({ range, tests, branches: own }) =>
        new vscode.StatementCoverage(
          tests,
          rangeOf(range),
          own.map(
            (branch, index) =>
              new vscode.BranchCoverage(
                branch.reached,
                rangeOf(branch.range),
                vscode.l10n.t('branch {0}', index + 1),
              ),
          ),
        ),
    );
  }
}

function countOf(parts: readonly { readonly reached: boolean }[]): vscode.TestCoverageCount {
  return new vscode.TestCoverageCount(parts.filter(({ reached }) => reached).length, parts.length);
}

function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
