import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

const WAIT_MS = 20_000;

/** The copy of the example that the window has open. */
function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** A file of the example, by its path. */
export function draftFile(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), path);
}

/** The extension, started. */
export async function extension(): Promise<vscode.Extension<unknown>> {
  const found = vscode.extensions.getExtension('botlane.botlane');
  assert.ok(found, 'VS Code does not know botlane.botlane');
  await found.activate();
  return found;
}

/** Waits until `probe` gives something, looking again at each of the events. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined,
  ...events: readonly vscode.Event<unknown>[]
): Promise<T> {
  const now = probe();
  if (now !== undefined) return now;
  return new Promise<T>((resolve, reject) => {
    const disposables: vscode.Disposable[] = [];
    const end = (): void => {
      clearTimeout(timer);
      for (const disposable of disposables) disposable.dispose();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`It did not come: ${what}`));
    }, WAIT_MS);
    for (const event of events) {
      disposables.push(
        event(() => {
          const found = probe();
          if (found === undefined) return;
          end();
          resolve(found);
        }),
      );
    }
  });
}

/** Waits for a finding with this code, such as `references/unknown-intent`. */
export function finding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(
    `${code} in ${uri.path}`,
    () => vscode.languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === code),
    vscode.languages.onDidChangeDiagnostics,
  );
}

/** Waits until a file has no finding. */
export async function noFinding(uri: vscode.Uri): Promise<void> {
  await eventually(
    `no finding in ${uri.path}`,
    () => (vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined),
    vscode.languages.onDidChangeDiagnostics,
  );
}

/** The rule that a diagnostic comes from. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The place of a text in a document, so that tests name what they mean and not where it stands. */
export function placeOf(document: vscode.TextDocument, text: string, within = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is not in ${document.uri.path}`);
  return document.positionAt(offset + within);
}

/** Runs the command line that comes with the extension, with the Node that VS Code brings. */
export async function botlane(command: string, ...args: string[]): Promise<void> {
  const { extensionUri } = await extension();
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  execFileSync(process.execPath, [program, command, workspaceFolder().fsPath, ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'pipe',
  });
}
