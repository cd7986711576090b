import type { SyntaxNode } from '../../syntax/tree';

/** A piece of YAML for people: a text as it is, anything else on one line. */
export function textOfNode(node: SyntaxNode | null): string {
  return node?.kind === 'scalar' ? node.text : lineOfNode(node);
}

/** A piece of YAML on one line, as it could be written. */
export function lineOfNode(node: SyntaxNode | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'list':
      return `[${node.items.map(lineOfNode).join(', ')}]`;
    case 'map':
      return `{ ${node.entries.map(({ key, value }) => `${key.text}: ${lineOfNode(value)}`).join(', ')} }`;
    case 'scalar':
      return node.style === 'plain' && !/[\n,[\]{}]/.test(node.text) ? node.text : JSON.stringify(node.text);
  }
}
