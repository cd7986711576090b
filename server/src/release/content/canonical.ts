import type { SyntaxNode } from '../../syntax/tree';

/**
 * The meaning of a piece of YAML as one string: the same for the same content, however it is written. Comments, line
 * endings, quotes and the order of keys do not count; the order of lists does.
 */
export function canonicalNode(node: SyntaxNode | null): string {
  if (node === null) return 'null';
  switch (node.kind) {
    case 'scalar':
      // In a request body 9 and "9" differ, so a type that is not text shows.
      return typeof node.value === 'string' || node.style !== 'plain'
        ? JSON.stringify(node.text)
        : `=${node.text}`;
    case 'list':
      return `[${node.items.map(canonicalNode).join(',')}]`;
    case 'map':
      return canonicalEntries(node.entries.map(({ key, value }) => [key.text, canonicalNode(value)]));
  }
}

/** The expressions of an intent: per language the lines that are not blank, without what surrounds them. */
export function canonicalExpressions(node: SyntaxNode | null): string {
  if (node?.kind !== 'map') return canonicalNode(node);
  return canonicalEntries(
    node.entries.map(({ key, value }) => [
      key.text,
      value?.kind === 'scalar' ? JSON.stringify(expressionLines(value.text)) : canonicalNode(value),
    ]),
  );
}

/** The expressions in a block, one per line. */
export function expressionLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Entries of a map whose values are canonical already. */
export function canonicalEntries(entries: readonly (readonly [key: string, canonical: string])[]): string {
  return `{${[...entries]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
    .join(',')}}`;
}
