import type { FileReading } from '../files/fileSystem';
import type { Definition } from '../model/definitions';
import type { Occurrence } from '../model/occurrence';
import { makeProjectFile, type ProjectFile } from '../model/projectFile';
import type { SchemaProblem } from '../schema/schemaProblem';
import { parseFile } from '../syntax/parse';
import type { FileKind, SyntaxFile } from '../syntax/tree';
import type { Lines } from '../text/lines';
import type { Uri } from '../text/uri';

/** A file that was read once and does not change: it is parsed when somebody first looks into it. */
export class TextFile implements ProjectFile {
  readonly uri: Uri;
  readonly kind: FileKind;
  readonly #reading: FileReading;
  #whole: ProjectFile | undefined;

  constructor(uri: Uri, kind: FileKind, reading: FileReading) {
    this.uri = uri;
    this.kind = kind;
    this.#reading = reading;
  }

  /** True when it was made of this text: told without parsing it. */
  holds(text: string): boolean {
    return this.#reading.ok && this.#reading.text === text;
  }

  get lines(): Lines {
    return this.#parsed.lines;
  }

  get syntax(): SyntaxFile {
    return this.#parsed.syntax;
  }

  get definitions(): readonly Definition[] {
    return this.#parsed.definitions;
  }

  get occurrences(): readonly Occurrence[] {
    return this.#parsed.occurrences;
  }

  get schemaProblems(): readonly SchemaProblem[] {
    return this.#parsed.schemaProblems;
  }

  get isBroken(): boolean {
    return this.#parsed.isBroken;
  }

  get #parsed(): ProjectFile {
    return (this.#whole ??= makeProjectFile(parseFile(this.uri, this.kind, this.#reading)));
  }
}
