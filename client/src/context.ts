import * as vscode from 'vscode';

/** Tells the editor what the conditions of the manifest ask for (`botlane.<key>`). */
export function setContext(key: string, value: string | boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', `botlane.${key}`, value);
}
