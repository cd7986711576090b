/** A name in an embedded language, in offsets of its text. */
export interface EmbeddedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Why a text of an embedded language cannot be read, in offsets of the text. */
export interface EmbeddedProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What was probably meant there. */
  readonly replacement?: string;
}

/** How deep the brackets of a text nest: parsers recurse on them, so that depth is checked before they run. */
export function nesting(text: string, open: string, close: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (open.includes(character)) deepest = Math.max(deepest, ++depth);
    else if (close.includes(character)) depth = Math.max(0, depth - 1);
  }
  return deepest;
}
