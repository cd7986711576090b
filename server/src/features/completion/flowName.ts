import type { Span } from '../../text/range';

/** The name behind the `flow` key of a document, read from its text: the document may not parse while it is being written. */
export function flowNameBefore(text: string, document: Span): string | undefined {
  const source = text.slice(document.start, document.end);
  return /^flow:[ \t]+["']?([A-Za-z][A-Za-z0-9_.-]*)/m.exec(source)?.[1];
}
