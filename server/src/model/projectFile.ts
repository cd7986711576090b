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
 * Everything about one parsed file. Never throws, whatever the file holds. A file with syntax problems keeps what could
 * be read of it, for the editor, but is not held against the schema: its tree may be incomplete.
 */
export function makeProjectFile(syntax: SyntaxFile): ProjectFile {
  const definitions = lowerFile(syntax);
  return {
    uri: syntax.uri,
    kind: syntax.kind,
    isBroken: syntax.problems.length > 0,
    lines: syntax.lines,
    syntax,
    definitions,
    occurrences: collectOccurrences(syntax, definitions),
    schemaProblems:
      syntax.problems.length > 0 || syntax.unreadable
        ? []
        : syntax.documents.flatMap((document) => validateDocument(document, syntax.kind)),
  };
}
