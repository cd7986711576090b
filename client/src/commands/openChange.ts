import * as vscode from 'vscode';
import type { ChangeLocation } from '../views/changes';

/** Opens both sides of a change in the editor's own diff; a side that is missing leaves the other as a plain document. */
export async function openChange(location: ChangeLocation, name: string): Promise<void> {
  const before = location.before === undefined ? undefined : vscode.Uri.parse(location.before, true);
  const after = location.after === undefined ? undefined : vscode.Uri.parse(location.after, true);
  if (before && after) {
    await vscode.commands.executeCommand('vscode.diff', before, after, `${name} (${location.label})`);
    return;
  }
  const only = after ?? before;
  if (only) await vscode.commands.executeCommand('vscode.open', only);
}
