import { schemaOf } from '../../schema/registry';
import type { SchemaView } from '../../schema/schemaView';
import type { EmbeddedLanguage, OccurrencePosition } from '../../schema/vocabulary';
import type { MapEntry, ScalarNode, SyntaxNode } from '../../syntax/tree';
import type { PartContext } from '../engine/lookups';
import { dialogMapOf, type FilePart } from '../part';

/** A scalar at a text position, with what the schema says about it. */
export interface TextScalar {
  readonly node: ScalarNode;
  readonly embedded: EmbeddedLanguage | undefined;
  /** The key behind which it stands; undefined for an item of a list. */
  readonly key: ScalarNode | undefined;
  /** What the free keys around it name: `language` for a text per language, `set` for an assignment. */
  readonly keyPosition: OccurrencePosition | undefined;
}

/** Every scalar of a part at a place where text stands. Rules ask for it by `once`. */
export function textScalars({ file: { syntax }, entry }: FilePart): readonly TextScalar[] {
  const found: TextScalar[] = [];
  const view = schemaOf(syntax.kind);
  if (entry) {
    const dialogs = view?.key('dialogs');
    if (dialogs) visitEntry(entry, dialogs, found);
    return found;
  }
  for (const { root } of syntax.documents) {
    // Each dialog is a part of its own.
    const dialogs = syntax.kind === 'flow' && root?.kind === 'map' ? dialogMapOf(root) : undefined;
    visit(root, view, undefined, undefined, found, dialogs);
  }
  return found;
}

/** Every scalar of a part in which a language of its own stands. Ask for it by `once`. */
export function embeddedScalars(_part: FilePart, context: PartContext): readonly TextScalar[] {
  return context.once(textScalars).filter(({ embedded }) => embedded !== undefined);
}

function visit(
  node: SyntaxNode | null,
  view: SchemaView | undefined,
  key: ScalarNode | undefined,
  keyPosition: OccurrencePosition | undefined,
  found: TextScalar[],
  without?: SyntaxNode,
): void {
  if (!node || !view || node === without) return;
  if (node.kind === 'map') {
    const own = view.select(node);
    for (const entry of node.entries) visitEntry(entry, own, found, without);
  } else if (node.kind === 'list') {
    for (const item of node.items) visit(item, view.items, undefined, undefined, found, without);
  } else if (view.isText || typeof node.value === 'string') {
    const { embedded } = view;
    if (view.isText || embedded !== undefined) found.push({ node, embedded, key, keyPosition });
  }
}

function visitEntry(
  { key, value }: MapEntry,
  own: SchemaView,
  found: TextScalar[],
  without?: SyntaxNode,
): void {
  const names = own.hasKey(key.text) ? undefined : own.keyNames;
  visit(value, own.key(key.text), key, names?.position, found, without);
}
