import type { Diagnostic } from 'vscode-languageserver';
import type { Uri } from '../text/uri';

/** Sends the diagnostics of files, but only of those for which they are new; and none, once, for files that have none any more. */
export class DiagnosticsPublisher {
  readonly #send: (uri: Uri, diagnostics: Diagnostic[]) => void;
  /** What was sent last, as text, for files that have diagnostics. */
  readonly #sent = new Map<Uri, string>();

  constructor(send: (uri: Uri, diagnostics: Diagnostic[]) => void) {
    this.#send = send;
  }

  publish(all: ReadonlyMap<Uri, Diagnostic[]>): void {
    for (const [uri, diagnostics] of all) {
      const text = JSON.stringify(diagnostics);
      if (this.#sent.get(uri) === text) continue;
      this.#sent.set(uri, text);
      this.#send(uri, diagnostics);
    }
    for (const uri of this.#sent.keys()) {
      if (all.has(uri)) continue;
      this.#sent.delete(uri);
      this.#send(uri, []);
    }
  }

  /** The client shows this file anew (it was opened or closed): what it has must be sent again. */
  forget(uri: Uri): void {
    if (this.#sent.has(uri)) this.#sent.set(uri, '');
  }
}
