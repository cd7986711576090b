import { foldName } from '../model/occurrence';
import type { ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';
import { isWritten, occurrenceAt } from './place';

export interface DocumentHighlight {
  readonly span: Span;
  /** `write`: it is defined there, or a variable gets a value. */
  readonly kind: 'read' | 'write';
}

/** Every place in this file of the name under the cursor. */
export function documentHighlights(file: ProjectFile, offset: number): readonly DocumentHighlight[] {
  const named = occurrenceAt(file, offset);
  if (!named) return [];
  const name = foldName(named.name);
  return file.occurrences
    .filter(({ symbol, name: other }) => symbol === named.symbol && foldName(other) === name)
    .map((occurrence) => {
      const written = occurrence.role === 'definition' || isWritten(occurrence);
      return { span: occurrence.span, kind: written ? 'write' : 'read' };
    });
}
