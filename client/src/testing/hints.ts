import * as vscode from 'vscode';
import { LANGUAGE_ID, type Range } from '../../../server/src/protocol';
import { type TestedPart, type TestedParts, testedText } from './testedParts';

/** How many conversation tests come through, behind the name of each intent and dialog, and branches that none takes. */
export function registerTestHints(context: vscode.ExtensionContext, tested: TestedParts): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    tested.onDidChange(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider(
      { scheme: 'file', language: LANGUAGE_ID, pattern: '**/*.{intent,flow}.yaml' },
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: (document, range) =>
          tested
            .in(document.uri)
            .flatMap((part) => hintsOf(part, document))
            .filter(({ position }) => range.contains(position)),
      },
    ),
  );
}

function hintsOf(part: TestedPart, document: vscode.TextDocument): readonly vscode.InlayHint[] {
  const untaken = part.tests === 0 ? [] : part.branches.filter(({ reached }) => !reached);
  return [
    hint(part.range, testedText(part), document),
    ...untaken.map(({ range }) => hint(range, vscode.l10n.t('no test'), document)),
  ];
}

/** At the end of the line on which the range begins. */
function hint({ start }: Range, text: string, document: vscode.TextDocument): vscode.InlayHint {
  const line = document.lineAt(Math.min(start.line, document.lineCount - 1));
  const made = new vscode.InlayHint(line.range.end, text);
  made.paddingLeft = true;
  made.tooltip = vscode.l10n.t('From the last run of all conversation tests');
  return made;
}
