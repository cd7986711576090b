import type { SchemaView } from '../../schema/schemaView';

/** Keys that the format knows come in its order, others behind them as they were. */
export function inOrder<T extends { readonly name: string }>(
  blocks: readonly T[],
  view: SchemaView | undefined,
): readonly T[] {
  const places = new Map((view?.keys ?? []).map(({ name }, index) => [name, index]));
  const placeOf = ({ name }: T): number => places.get(name) ?? places.size;
  return [...blocks].sort((a, b) => placeOf(a) - placeOf(b));
}
