/** A place in a text as LSP counts it: line and character from zero, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open: `end` is the first position after the range. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Half-open stretch of a text in UTF-16 offsets. Inside the server every place is a Span; Ranges exist at the edge only. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value read from a file together with where exactly it stands (the name, not the block). */
export interface Located<T = string> {
  readonly value: T;
  readonly span: Span;
}

/** True when `offset` lies in `span` or touches its end (a cursor behind a word belongs to the word). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
