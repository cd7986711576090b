import { schemaOf } from '../../schema/registry';
import type { SchemaView } from '../../schema/schemaView';
import type { EmbeddedLanguage, OccurrencePosition } from '../../schema/vocabulary';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree';
import { oncePerTree } from '../engine/table';

/** A scalar at a text position, with what the schema says about it. */
export interface TextScalar {
  readonly node: ScalarNode;
  readonly embedded: EmbeddedLanguage | undefined;
  /** The key behind which it stands; undefined for an item of a list. */
  readonly key: ScalarNode | undefined;
  /** What the free keys around it name: `language` for a text per language, `set` for an assignment. */
  readonly keyPosition: OccurrencePosition | undefined;
}

/** Every scalar of a file at a place where text stands; found once. */
export const textScalars = oncePerTree(({ syntax }): readonly TextScalar[] => {
  const found: TextScalar[] = [];
  for (const { root } of syntax.documents) visit(root, schemaOf(syntax.kind), undefined, undefined, found);
  return found;
});

/** Every scalar of a file in which a language of its own stands; read once. */
export const embeddedScalars = oncePerTree((file): readonly TextScalar[] =>
  textScalars(file).filter(({ embedded }) => embedded !== undefined),
);

function visit(
  node: SyntaxNode | null,
  view: SchemaView | undefined,
  key: ScalarNode | undefined,
  keyPosition: OccurrencePosition | undefined,
  found: TextScalar[],
): void {
  if (!node || !view) return;
  if (node.kind === 'map') {
    const own = view.select(node);
    for (const entry of node.entries) {
      const names = own.hasKey(entry.key.text) ? undefined : own.keyNames;
      visit(entry.value, own.key(entry.key.text), entry.key, names?.position, found);
    }
  } else if (node.kind === 'list') {
    for (const item of node.items) visit(item, view.items, undefined, undefined, found);
  } else if (view.isText || typeof node.value === 'string') {
    const { embedded } = view;
    if (view.isText || embedded !== undefined) found.push({ node, embedded, key, keyPosition });
  }
}
