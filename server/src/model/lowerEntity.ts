import type { MapNode, SyntaxDocument } from '../syntax/tree';
import { lowerBase } from './base';
import type { Entity, EntityType } from './definitions';
import { defined, entriesAt, located, name, text, textsAt, valueAt } from './read';

const ENTITY_TYPES: readonly EntityType[] = ['list', 'pattern', 'system', 'contextual'];

export function lowerEntity(document: SyntaxDocument, root: MapNode): Entity | undefined {
  const base = lowerBase(document, root, 'entity');
  if (!base) return undefined;
  const written = name(valueAt(root, 'type'));
  const type = ENTITY_TYPES.find((known) => known === written?.value);
  return {
    kind: 'entity',
    ...base,
    ...defined({
      type: type && written && { value: type, span: written.span },
      system: name(valueAt(root, 'system')),
    }),
    values: entriesAt(root, 'values').map(({ key, value }) => ({
      value: located(key),
      synonyms: value?.kind === 'list' ? value.items.flatMap((item) => text(item) ?? []) : [],
    })),
    patterns: textsAt(root, 'patterns'),
  };
}
