import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normalizeUri, type Uri } from '../text/uri';

interface OpenDocument {
  /** As the client writes it. */
  readonly clientUri: string;
  readonly document: TextDocument;
}

/** The documents that the client has open, by normal address. */
export class OpenDocuments {
  readonly #open = new Map<Uri, OpenDocument>();

  /** @returns the normal address */
  open(clientUri: string, languageId: string, version: number, text: string): Uri {
    const uri = normalizeUri(clientUri);
    this.#open.set(uri, { clientUri, document: TextDocument.create(uri, languageId, version, text) });
    return uri;
  }

  /** @returns the normal address; undefined when the document is not open, which a correct client never causes */
  change(clientUri: string, version: number, changes: TextDocumentContentChangeEvent[]): Uri | undefined {
    const uri = normalizeUri(clientUri);
    const known = this.#open.get(uri);
    if (!known) return undefined;
    this.#open.set(uri, { ...known, document: TextDocument.update(known.document, changes, version) });
    return uri;
  }

  close(clientUri: string): Uri {
    const uri = normalizeUri(clientUri);
    this.#open.delete(uri);
    return uri;
  }

  has(uri: Uri): boolean {
    return this.#open.has(uri);
  }

  uris(): Iterable<Uri> {
    return this.#open.keys();
  }

  text(uri: Uri): string | undefined {
    return this.#open.get(uri)?.document.getText();
  }

  version(uri: Uri): number | null {
    return this.#open.get(uri)?.document.version ?? null;
  }

  clientUri(uri: Uri): string {
    return this.#open.get(uri)?.clientUri ?? uri;
  }
}
