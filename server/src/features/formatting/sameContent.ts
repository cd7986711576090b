import type { SyntaxFile, SyntaxNode } from '../../syntax/tree';

/** True when two files say the same: the same values under the same keys, in whatever order of keys, and the same comments. */
export function saysTheSame(a: SyntaxFile, b: SyntaxFile): boolean {
  return (
    b.problems.length === 0 &&
    a.documents.length === b.documents.length &&
    a.documents.every(({ root }, index) => sameNode(root, b.documents[index]?.root ?? null)) &&
    sorted(a).join('\n') === sorted(b).join('\n')
  );
}

function sorted({ comments }: SyntaxFile): string[] {
  return comments.map(({ text }) => text).sort();
}

function sameNode(a: SyntaxNode | null, b: SyntaxNode | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text && a.value === b.value;
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameNode(item, b.items[index] ?? null))
    );
  }
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const values = new Map(b.entries.map(({ key, value }) => [key.text, value]));
  return a.entries.every(({ key, value }) => {
    const other = values.get(key.text);
    return other !== undefined && sameNode(value, other);
  });
}
