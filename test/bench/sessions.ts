import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentPositionParams } from 'vscode-languageserver/node';
import { SERVER_NODE_OPTIONS } from '../../server/src/protocol';
import { fileUri } from '../../server/src/text/uri';
import { LanguageClient } from '../support/languageClient';

/** The clone: this file runs from out/test/bench. */
export const PROJECT = join(__dirname, '..', '..', '..');

/** A language server that is measured. */
export interface Contestant {
  readonly name: string;
  readonly languageId: string;
  start(folder: string): Promise<LanguageClient>;
}

/** The language server as it is shipped, started as VS Code starts it. */
export const botlane: Contestant = {
  name: 'Botlane',
  languageId: 'bot-definition',
  start: (folder) =>
    LanguageClient.start({
      program: join(PROJECT, 'dist', 'server.js'),
      nodeOptions: SERVER_NODE_OPTIONS,
      folders: [folder],
    }),
};

/**
 * yaml-language-server with the schemas of Botlane; everything else as it comes, its delay before a check included.
 *
 * @param peers the folder in which the peers of the benchmark are installed
 */
export function yamlLanguageServer(peers: string): Contestant {
  const schemas = Object.fromEntries(
    ['intent', 'entity', 'flow', 'test'].map((kind) => [
      fileUri(join(PROJECT, 'schemas', `${kind}.schema.json`)),
      [`**/*.${kind === 'test' ? 'bottest' : kind}.yaml`],
    ]),
  );
  return {
    name: 'yaml-language-server',
    languageId: 'yaml',
    start: (folder) =>
      LanguageClient.start({
        program: join(peers, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'),
        folders: [folder],
        settings: {
          yaml: {
            validate: true,
            hover: true,
            completion: true,
            schemaStore: { enable: false },
            kubernetesCRDStore: { enable: false },
            schemas: {
              ...schemas,
              [fileUri(join(PROJECT, 'schemas', 'bot.schema.json'))]: ['**/bot.yaml'],
            },
          },
        },
      }),
  };
}

type DocumentPosition = Pick<TextDocumentPositionParams, 'textDocument' | 'position'>;

/** A file that is open in a server, in which somebody types at one place. */
export class OpenFile {
  #stroke = 0;

  private constructor(
    readonly client: LanguageClient,
    readonly uri: string,
    /** The line that the key strokes change: a key that no schema knows, so that each stroke has a finding to show. */
    private readonly line: number,
    private readonly indent: string,
  ) {}

  /**
   * Opens a file with one more line: an unknown key, whose name the key strokes change.
   *
   * @param at the line below which it stands
   */
  static async open(
    contestant: Contestant,
    client: LanguageClient,
    path: string,
    at: number,
  ): Promise<OpenFile> {
    const lines = readFileSync(path, 'utf8').split('\n');
    const indent = /^ */.exec(lines[at + 1] ?? '')?.[0] ?? '';
    lines.splice(at + 1, 0, `${indent}stroke0: x`);
    const uri = fileUri(path);
    await client.open(uri, lines.join('\n'), contestant.languageId);
    const file = new OpenFile(client, uri, at + 1, indent);
    await file.shown();
    return file;
  }

  /** Types: the name of the unknown key changes. */
  async type(): Promise<void> {
    const start = { line: this.line, character: this.indent.length };
    const end = { line: this.line, character: start.character + this.#key().length };
    this.#stroke += 1;
    await this.client.change(this.uri, { start, end }, this.#key());
  }

  /** Where the key begins, and what follows below it. */
  get here(): { readonly typed: DocumentPosition; readonly below: DocumentPosition } {
    const at = (line: number): DocumentPosition => ({
      textDocument: { uri: this.uri },
      position: { line, character: this.indent.length },
    });
    return { typed: at(this.line), below: at(this.line + 1) };
  }

  /** Resolves when the finding of the last key stroke is shown. */
  async shown(): Promise<void> {
    const named = new RegExp(`\\b${this.#key()}\\b`);
    await this.client.until(() =>
      this.client
        .diagnostics(this.uri)
        .some(({ message }) => named.test(typeof message === 'string' ? message : message.value)),
    );
  }

  #key(): string {
    return `stroke${this.#stroke}`;
  }
}
