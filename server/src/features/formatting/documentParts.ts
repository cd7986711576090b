/** One document: whether `---` stands before it, and where its content is. */
export interface DocumentPart {
  readonly separator: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a file at its separators. Undefined when one of them is not `---` alone on its line: directives, document ends and
 * content behind a separator are rare, and stay as they are.
 */
export function documentParts(text: string): readonly DocumentPart[] | undefined {
  const parts: DocumentPart[] = [];
  let start = 0;
  let separator = false;
  for (const { 0: line, index } of text.matchAll(/^(?:---|\.\.\.|%).*$/gm)) {
    if (line.trimEnd() !== '---') return undefined;
    // An empty document before the first separator is none.
    if (separator || text.slice(start, index).trim() !== '') parts.push({ separator, start, end: index });
    start = index + line.length;
    separator = true;
  }
  parts.push({ separator, start, end: text.length });
  return parts;
}
