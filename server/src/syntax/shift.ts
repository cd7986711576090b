import type { Span } from '../text/range';
import type { Comment, MapEntry, ScalarNode, SyntaxNode } from './tree';

/** The same node `delta` further on in the text. */
export function shiftNode(node: SyntaxNode, delta: number): SyntaxNode {
  switch (node.kind) {
    case 'scalar':
      return shiftScalar(node, delta);
    case 'map': {
      const entries = node.entries.map((entry) => shiftEntry(entry, delta));
      return { kind: 'map', entries, style: node.style, span: shiftSpan(node.span, delta) };
    }
    case 'list': {
      const items = node.items.map((item) => item && shiftNode(item, delta));
      return { kind: 'list', items, style: node.style, span: shiftSpan(node.span, delta) };
    }
  }
}

export function shiftEntry({ key, value, span }: MapEntry, delta: number): MapEntry {
  return {
    key: shiftScalar(key, delta),
    value: value && shiftNode(value, delta),
    span: shiftSpan(span, delta),
  };
}

export function shiftComment({ text, span }: Comment, delta: number): Comment {
  return { text, span: shiftSpan(span, delta) };
}

function shiftScalar({ text, value, style, span, content }: ScalarNode, delta: number): ScalarNode {
  const shifted = shiftSpan(span, delta);
  return {
    kind: 'scalar',
    text,
    value,
    style,
    span: shifted,
    content: content === span ? shifted : shiftSpan(content, delta),
  };
}

function shiftSpan({ start, end }: Span, delta: number): Span {
  return { start: start + delta, end: end + delta };
}
