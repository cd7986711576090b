import type { MapNode, ScalarNode, SyntaxDocument } from '../syntax/tree';
import { lowerBase } from './base';
import type { ExpressionBlock, Intent } from './definitions';
import { EntryMemo } from './entryMemo';
import { parseExpressions } from './expressions';
import { entriesAt, located } from './read';

export function lowerIntent(document: SyntaxDocument, root: MapNode, fileText: string): Intent | undefined {
  const base = lowerBase(document, root, 'intent');
  if (!base) return undefined;
  const expressions = new Map<string, ExpressionBlock>();
  for (const entry of entriesAt(root, 'expressions')) {
    const { key, value } = entry;
    if (value?.kind !== 'scalar' || expressions.has(key.text)) continue;
    expressions.set(
      key.text,
      blocks.get(entry, '', () => lowerBlock(key, value, fileText)),
    );
  }
  return { kind: 'intent', ...base, expressions };
}

/** Of the languages that an edit has left alone and where they were. */
const blocks = new EntryMemo<ExpressionBlock>();

function lowerBlock(key: ScalarNode, value: ScalarNode, fileText: string): ExpressionBlock {
  return {
    language: located(key),
    expressions: parseExpressions(value, fileText),
    span: value.content,
  };
}
