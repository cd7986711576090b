import * as vscode from 'vscode';
import type { Place, Range } from '../../../server/src/protocol';

/** What a click on the number of uses does: the places in VS Code's own view of references. */
export async function showReferences(
  uri: string,
  position: Range['start'],
  places: readonly Place[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri, true),
    new vscode.Position(position.line, position.character),
    places.map((place) => {
      const { start, end } = place.range;
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(place.uri, true), range);
    }),
  );
}
