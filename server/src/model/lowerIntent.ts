import type { MapNode, SyntaxDocument } from '../syntax/tree';
import { lowerBase } from './base';
import type { ExpressionBlock, Intent } from './definitions';
import { parseExpressions } from './expressions';
import { entriesAt, located } from './read';

export function lowerIntent(document: SyntaxDocument, root: MapNode, fileText: string): Intent | undefined {
  const base = lowerBase(document, root, 'intent');
  if (!base) return undefined;
  const expressions = new Map<string, ExpressionBlock>();
  for (const { key, value } of entriesAt(root, 'expressions')) {
    if (value?.kind !== 'scalar' || expressions.has(key.text)) continue;
    expressions.set(key.text, {
      language: located(key),
      expressions: parseExpressions(value, fileText),
      span: value.content,
    });
  }
  return { kind: 'intent', ...base, expressions };
}
