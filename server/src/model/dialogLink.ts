import { spanInScalar } from '../syntax/scalarMap';
import type { SyntaxNode } from '../syntax/tree';
import type { DialogLink } from './definitions';
import { located, name } from './read';

/** Takes a link apart: `dialog`, or `flow/dialog`. */
export function lowerLink(node: SyntaxNode | null | undefined, fileText: string): DialogLink | undefined {
  const written = name(node);
  if (!written || node?.kind !== 'scalar') return undefined;
  const slash = node.text.indexOf('/');
  if (slash < 0) return { text: written, dialog: located(node) };
  const part = (start: number, end: number) => ({
    value: node.text.slice(start, end),
    span: spanInScalar(node, fileText, start, end),
  });
  return { text: written, flow: part(0, slash), dialog: part(slash + 1, node.text.length) };
}
