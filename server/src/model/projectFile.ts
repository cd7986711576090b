import type { SchemaProblem } from '../schema/schemaProblem';
import { validateDocument } from '../schema/validate';
import type { FileKind, SyntaxFile } from '../syntax/tree';
import type { Lines } from '../text/lines';
import type { Uri } from '../text/uri';
import type { Definition } from './definitions';
import { lowerFile } from './lower';
import type { Occurrence } from './occurrence';
import { collectOccurrences } from './occurrences';

/** One file with everything that can be known about it alone. Immutable; made once per content. */
export interface ProjectFile {
  readonly uri: Uri;
  readonly kind: FileKind;
  /** It could not be read or parsed as a whole. */
  readonly isBroken: boolean;
  /** The lines of its text: a place becomes a position without a tree. */
  readonly lines: Lines;
  readonly syntax: SyntaxFile;
  readonly definitions: readonly Definition[];
  readonly occurrences: readonly Occurrence[];
  readonly schemaProblems: readonly SchemaProblem[];
}

/**
 * Everything about one parsed file, worked out when it is asked for. Never throws, whatever the file holds. A file with
 * syntax problems keeps what could be read of it, for the editor, but is not held against the schema: its tree may be
 * incomplete.
 */
export function makeProjectFile(syntax: SyntaxFile): ProjectFile {
  return new ParsedFile(syntax);
}

class ParsedFile implements ProjectFile {
  readonly syntax: SyntaxFile;
  #definitions: readonly Definition[] | undefined;
  #occurrences: readonly Occurrence[] | undefined;
  #schemaProblems: readonly SchemaProblem[] | undefined;

  constructor(syntax: SyntaxFile) {
    this.syntax = syntax;
  }

  get uri(): Uri {
    return this.syntax.uri;
  }

  get kind(): FileKind {
    return this.syntax.kind;
  }

  get isBroken(): boolean {
    return this.syntax.problems.length > 0;
  }

  get lines(): Lines {
    return this.syntax.lines;
  }

  get definitions(): readonly Definition[] {
    return (this.#definitions ??= lowerFile(this.syntax));
  }

  get occurrences(): readonly Occurrence[] {
    return (this.#occurrences ??= collectOccurrences(this.syntax, this.definitions));
  }

  get schemaProblems(): readonly SchemaProblem[] {
    return (this.#schemaProblems ??= schemaProblemsOf(this.syntax));
  }
}

function schemaProblemsOf({ problems, unreadable, documents, kind }: SyntaxFile): readonly SchemaProblem[] {
  if (problems.length > 0 || unreadable) return [];
  return documents.flatMap((document) => validateDocument(document, kind));
}
