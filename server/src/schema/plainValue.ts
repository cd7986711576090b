import type { SyntaxNode } from '../syntax/tree';
import type { SchemaView } from './schemaView';

/** An object without inherited keys that the engine keeps as fast as any other, which one without a prototype is not. */
class Plain {
  [key: string]: unknown;
}
Object.setPrototypeOf(Plain.prototype, null);
Reflect.deleteProperty(Plain.prototype, 'constructor');

/**
 * The plain value of a node, as validators want it. Scalars at text positions count as written; maps have no prototype,
 * because their keys come from files. Of keys that stand twice the first counts (the parser reports the second).
 */
export function plainValue(node: SyntaxNode | null, view: SchemaView | undefined): unknown {
  if (node === null) return null;
  const selected = view?.select(node);
  switch (node.kind) {
    case 'scalar':
      return selected?.isText ? node.text : node.value;
    case 'list':
      return node.items.map((item) => plainValue(item, selected?.items));
    case 'map': {
      const map = new Plain();
      for (const { key, value } of node.entries) {
        if (!(key.text in map)) map[key.text] = plainValue(value, selected?.key(key.text));
      }
      return map;
    }
  }
}
