import { schemaOf } from '../schema/registry';
import type { SchemaView } from '../schema/schemaView';
import type { EmbeddedLanguage } from '../schema/vocabulary';
import type { ScalarNode, SyntaxFile, SyntaxNode } from '../syntax/tree';

/** Every scalar of a file that the schemas say holds this language, in the order of the text. */
export function embeddedScalars(file: SyntaxFile, language: EmbeddedLanguage): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const visit = (node: SyntaxNode | null, view: SchemaView | undefined): void => {
    if (!node || !view) return;
    if (node.kind === 'scalar') {
      if (view.embedded === language) found.push(node);
    } else if (node.kind === 'list') {
      for (const item of node.items) visit(item, view.items);
    } else {
      const selected = view.select(node);
      for (const { key, value } of node.entries) visit(value, selected.key(key.text));
    }
  };
  for (const { root } of file.documents) visit(root, schemaOf(file.kind));
  return found;
}
