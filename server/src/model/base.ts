import type { FileKind, MapNode, SyntaxDocument } from '../syntax/tree';
import type { Located, Span } from '../text/range';
import { defined, located, text, valueAt } from './read';

/** What every definition has. */
export interface Base {
  readonly name: Located;
  readonly title?: Located;
  readonly description?: Located;
  readonly document: SyntaxDocument;
  readonly span: Span;
}

/** The head of a definition; undefined for a document without a name, which is no definition. */
export function lowerBase(document: SyntaxDocument, root: MapNode, kind: FileKind): Base | undefined {
  const value = valueAt(root, kind);
  if (value?.kind !== 'scalar' || value.text === '') return undefined;
  return {
    name: located(value),
    ...defined({ title: text(valueAt(root, 'title')), description: text(valueAt(root, 'description')) }),
    document,
    span: root.span,
  };
}
