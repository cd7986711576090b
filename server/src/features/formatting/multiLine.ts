import type { SyntaxNode } from '../../syntax/tree';

/**
 * A value's source as lines to stand behind `key:` or `-` that is indented by `to`. The first line has no indentation.
 * Undefined when it cannot be moved safely: a block that says its own indentation or keeps blank lines.
 * @param from the indentation of the line where key or dash stand now
 */
export function reindented(
  value: SyntaxNode,
  text: string,
  from: number,
  to: number,
): readonly string[] | undefined {
  const lines = text.slice(value.span.start, value.span.end).split(/\r?\n/);
  if (lines.length === 1) return [(lines[0] ?? '').trimEnd()];
  if (value.kind !== 'scalar') return inBrackets(lines, to - from, to);
  if (value.style === 'literal' || value.style === 'folded') return block(lines, to + 2);
  // Line breaks in plain and quoted text fold to a space, and the indentation of what follows does not count.
  const [first = '', ...rest] = lines;
  return [first, ...rest.map((line) => (line.trim() === '' ? '' : ' '.repeat(to + 2) + line.trimStart()))];
}

/** Lists and maps in brackets keep their shape; every line must stand deeper than the key. */
function inBrackets(lines: readonly string[], shift: number, to: number): readonly string[] {
  const [first = '', ...rest] = lines;
  return [
    first.trimEnd(),
    ...rest.map((line) => {
      const content = line.trim();
      const column = line.length - line.trimStart().length;
      return content === '' ? '' : ' '.repeat(Math.max(to + 2, column + shift)) + content;
    }),
  ];
}

function block(lines: readonly string[], indent: number): readonly string[] | undefined {
  const [header = '', ...content] = lines;
  if (/^[|>]\S*[0-9+]/.test(header)) return undefined;
  const first = content.find((line) => line.trim() !== '') ?? '';
  const own = first.length - first.trimStart().length;
  return [
    header.trimEnd(),
    ...content.map((line) => (line.length <= own ? '' : ' '.repeat(indent) + line.slice(own))),
  ];
}
