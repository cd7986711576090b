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

  /** @param changed every diagnostic of each of these files; what was sent for others stays */
  publish(changed: ReadonlyMap<Uri, Diagnostic[]>): void {
    for (const [uri, diagnostics] of changed) {
      const known = this.#sent.get(uri);
      if (diagnostics.length === 0) {
        this.#sent.delete(uri);
        if (known !== undefined) this.#send(uri, []);
        continue;
      }
      const text = JSON.stringify(diagnostics);
      if (known === text) continue;
      this.#sent.set(uri, text);
      this.#send(uri, diagnostics);
    }
  }

  /** The files for which diagnostics were sent. */
  get files(): Iterable<Uri> {
    return this.#sent.keys();
  }

  /** The client shows this file anew (it was opened or closed): what it has must be sent again. */
  forget(uri: Uri): void {
    if (this.#sent.has(uri)) this.#sent.set(uri, '');
  }
}
