import { fingerprintOf } from '../files/fingerprint';
import type { Definition } from '../model/definitions';
import type { Occurrence } from '../model/occurrence';
import { packOccurrences, type PackedOccurrences, unpackOccurrences } from '../model/packedOccurrences';
import type { ProjectFile } from '../model/projectFile';
import type { SchemaProblem } from '../schema/schemaProblem';
import type { FileKind, SyntaxFile } from '../syntax/tree';
import { Lines } from '../text/lines';
import type { Uri } from '../text/uri';

/** What is known of a file without its text: all that look-ups by name need, and enough to know the text again. */
export interface FileSummary {
  /** UTF-16 units of the text. */
  readonly length: number;
  readonly fingerprint: number;
  readonly isBroken: boolean;
  readonly hasSchemaProblems: boolean;
  readonly occurrences: PackedOccurrences;
}

/** Where stored files get their trees back from. */
export interface TreeSource {
  /** Counts the turns in which trees are used. */
  readonly turn: number;
  /**
   * Reads and parses the file again.
   * @throws OutdatedSnapshotError when it is not the one that was summed up
   */
  load(file: StoredFile): ProjectFile;
  /**
   * Reads the file again without parsing it.
   * @throws OutdatedSnapshotError when it is not the one that was summed up
   */
  text(file: StoredFile): string;
  /** The file holds more than its summary until it is released. */
  unpacked(file: StoredFile): void;
  /** The file is used for the first time in this turn. */
  used(file: StoredFile): void;
}

/**
 * A file of which only a summary stays when nobody needs its tree. The tree comes back by itself when it is asked for, and
 * is the same until it is released.
 */
export class StoredFile implements ProjectFile {
  readonly uri: Uri;
  readonly kind: FileKind;
  /** The turn in which the tree was used last. */
  usedIn = 0;
  readonly #source: TreeSource;
  #whole: ProjectFile | undefined;
  #summary: FileSummary | undefined;
  #occurrences: readonly Occurrence[] | undefined;
  #lines: Lines | undefined;

  constructor(whole: ProjectFile, source: TreeSource) {
    this.uri = whole.uri;
    this.kind = whole.kind;
    this.usedIn = source.turn;
    this.#source = source;
    this.#whole = whole;
  }

  get lines(): Lines {
    if (this.#whole) return this.#whole.lines;
    this.#use();
    this.#lines ??= new Lines(this.#source.text(this));
    return this.#lines;
  }

  get syntax(): SyntaxFile {
    return this.#load().syntax;
  }

  get definitions(): readonly Definition[] {
    return this.#load().definitions;
  }

  get schemaProblems(): readonly SchemaProblem[] {
    return this.#whole || this.summary.hasSchemaProblems ? this.#load().schemaProblems : NO_PROBLEMS;
  }

  get occurrences(): readonly Occurrence[] {
    if (this.#whole) return this.#whole.occurrences;
    if (!this.#occurrences) {
      this.#use();
      this.#source.unpacked(this);
      this.#occurrences = unpackOccurrences(this.summary.occurrences);
    }
    return this.#occurrences;
  }

  get isBroken(): boolean {
    return this.#whole?.isBroken ?? this.summary.isBroken;
  }

  /** What stays; worked out when first asked for. */
  get summary(): FileSummary {
    this.#summary ??= summaryOf(this.#load());
    return this.#summary;
  }

  /** The tree when it is there: never reads anything. */
  get loaded(): ProjectFile | undefined {
    return this.#whole;
  }

  /** UTF-16 units of its text. */
  get length(): number {
    return this.#whole?.syntax.text.length ?? this.summary.length;
  }

  /** True when `text` is that of this file. */
  holds(text: string): boolean {
    if (this.#whole) return !this.#whole.syntax.unreadable && this.#whole.syntax.text === text;
    return text.length === this.summary.length && fingerprintOf(text) === this.summary.fingerprint;
  }

  /** Forgets the tree, of which nothing may be in use. A file that could not be read stays: it has none. */
  release(): void {
    if (this.#whole?.syntax.unreadable) return;
    this.#summary ??= this.#whole && summaryOf(this.#whole);
    this.#whole = undefined;
    this.#occurrences = undefined;
    this.#lines = undefined;
  }

  #load(): ProjectFile {
    this.#use();
    this.#whole ??= this.#source.load(this);
    return this.#whole;
  }

  #use(): void {
    if (this.usedIn === this.#source.turn) return;
    this.usedIn = this.#source.turn;
    this.#source.used(this);
  }
}

const NO_PROBLEMS: readonly SchemaProblem[] = [];

function summaryOf({ syntax, isBroken, schemaProblems, occurrences }: ProjectFile): FileSummary {
  return {
    length: syntax.text.length,
    fingerprint: fingerprintOf(syntax.text),
    isBroken,
    hasSchemaProblems: schemaProblems.length > 0,
    occurrences: packOccurrences(occurrences),
  };
}
