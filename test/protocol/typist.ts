import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { Lines } from '../../server/src/text/lines';
import type { LanguageClient } from '../support/languageClient';

interface Stop {
  readonly number: number;
  start: number;
  end: number;
}

/** What is written at a tab stop: a word, a proposal (behind `>`), or more than one step. */
type Word = string | ((typist: Typist) => Promise<unknown>);

/** Somebody who writes a file and takes what is offered: a proposal, its tab stops, and words in between. */
export class Typist {
  readonly #client: LanguageClient;
  readonly #uri: string;
  #text = '';
  #cursor = 0;

  private constructor(client: LanguageClient, uri: string) {
    this.#client = client;
    this.#uri = uri;
  }

  static async open(client: LanguageClient, uri: string): Promise<Typist> {
    await client.open(uri, '');
    return new Typist(client, uri);
  }

  get text(): string {
    return this.#text;
  }

  async type(text: string): Promise<this> {
    return this.#replace(this.#cursor, this.#cursor, text);
  }

  /** Enter, and the blanks that put the cursor at this column. */
  async line(column: number): Promise<this> {
    return this.type(`\n${' '.repeat(column)}`);
  }

  /** The end of the file. */
  async end(): Promise<this> {
    this.#cursor = this.#text.length;
    return Promise.resolve(this);
  }

  /** Takes back the last characters before the cursor. */
  async erase(count: number): Promise<this> {
    return this.#replace(this.#cursor - count, this.#cursor, '');
  }

  /**
   * Takes the proposal of this label. Its tab stops get the words in their order; a word that begins with `>` is itself a
   * proposal that is taken there. The cursor ends at the last stop.
   */
  async take(label: string, ...words: readonly Word[]): Promise<this> {
    const items = await this.#items();
    const item = items.find((one) => one.label === label);
    assert.ok(
      item?.textEdit,
      `"${label}" is offered in\n${this.#marked()}\namong ${items.map((one) => one.label).join(', ')}`,
    );
    const { range, newText } = item.textEdit as TextEdit;
    const lines = new Lines(this.#text);
    const { text, stops } = expand(newText);
    const at = lines.offsetAt(range.start);
    await this.#replace(at, lines.offsetAt(range.end), text);
    const own = stops.map((stop) => ({ ...stop, start: stop.start + at, end: stop.end + at }));
    const numbers = [...new Set(own.map(({ number }) => number))].sort((a, b) => (a || 99) - (b || 99));
    for (const [index, word] of words.entries()) {
      const number = numbers[index];
      assert.ok(number !== undefined, `"${label}" has a place for word ${index + 1}`);
      for (const stop of own.filter((one) => one.number === number)) await this.#fill(stop, word, own);
    }
    const next = own.find(({ number }) => number === numbers[words.length]);
    if (next) this.#cursor = next.end;
    else if (words.length === 0) this.#cursor = at + text.length;
    return this;
  }

  async #fill(stop: Stop, word: Word, stops: readonly Stop[]): Promise<void> {
    const before = this.#text.length;
    const { end } = stop;
    await this.#replace(stop.start, stop.end, '');
    if (typeof word !== 'string') await word(this);
    else if (word.startsWith('>')) await this.take(word.slice(1));
    else await this.type(word);
    const grown = this.#text.length - before;
    for (const other of stops) {
      if (other === stop || other.start < end) continue;
      other.start += grown;
      other.end += grown;
    }
  }

  async #items(): Promise<readonly CompletionItem[]> {
    const position = new Lines(this.#text).positionAt(this.#cursor);
    const list = await this.#client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: this.#uri },
      position,
    });
    return list?.items ?? [];
  }

  async #replace(start: number, end: number, text: string): Promise<this> {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#cursor = start + text.length;
    this.#version++;
    await this.#client.notify('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ text: this.#text }],
    });
    return this;
  }

  #version = 1;

  #marked(): string {
    return `${this.#text.slice(0, this.#cursor)}█${this.#text.slice(this.#cursor)}`;
  }
}

/** A snippet as text with its tab stops; of a choice the first. */
function expand(snippet: string): { readonly text: string; readonly stops: readonly Stop[] } {
  const stops: Stop[] = [];
  let text = '';
  for (const [piece, plain, number, named, body] of snippet.matchAll(
    /\\([\\$}])|\$(\d+)|\$\{(\d+)(?:[:|]((?:\\.|[^}\\])*))?\}|[^]/g,
  )) {
    if (plain !== undefined) text += plain;
    else if (number !== undefined || named !== undefined) {
      const start = text.length;
      text += (body ?? '')
        .replace(/[,|].*$/s, (rest) => (piece.includes('|') ? '' : rest))
        .replace(/\\(.)/g, '$1');
      stops.push({ number: Number(number ?? named), start, end: text.length });
    } else text += piece;
  }
  return { text, stops };
}
