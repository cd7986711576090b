import type { Span } from './range';

/** Replace `span` by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits to a text. They may come in any order; they must not overlap. Insertions at one place keep
 * their order and stand before what replaces the text behind that place.
 * @throws RangeError when two edits overlap: applying either first would lose the other.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => byPlace(a.edit, b.edit) || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new RangeError(`Edits overlap at offset ${edit.span.start}.`);
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** An insertion is empty, so that it comes before a replacement that starts where it stands. */
function byPlace(a: TextEdit, b: TextEdit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
