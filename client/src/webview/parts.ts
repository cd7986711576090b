import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { PageParts } from './document';

/** Where the files that pages load stand in the extension. */
const SCRIPTS = ['dist'];
const SHEETS = ['client', 'media'];

/** A page may run its script and load its sheets, and nothing else. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [SCRIPTS, SHEETS].map((folder) => vscode.Uri.joinPath(extension, ...folder)),
  };
}

/**
 * The parts of the page `name`: its script, the sheet of all pages, and its own.
 *
 * @param built sheets that the build puts beside the scripts, before those of the page
 */
export function pagePartsOf(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  built: readonly string[] = [],
): PageParts {
  const address = (folder: readonly string[], file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...folder, file)).toString();
  return {
    language: vscode.env.language,
    nonce: randomBytes(16).toString('base64url'),
    source: webview.cspSource,
    script: address(SCRIPTS, `${name}.js`),
    styles: [
      ...built.map((sheet) => address(SCRIPTS, sheet)),
      address(SHEETS, 'page.css'),
      address(SHEETS, `${name}.css`),
    ],
  };
}
