import type { TrainingAnnotation, TrainingData } from '../../contract';
import type { TagWord } from './words';

/**
 * Numbers of tags, for the entities of a model in its order: 0 outside of any entity, `1 + 2e` the first word of entity
 * `e`, `2 + 2e` a further word of it (Ramshaw and Marcus 1995, "Text chunking using transformation-based learning").
 */
export const OUTSIDE = 0;

/** Names of the entities that are learned, in the order of the data. */
export function contextualNames({ entities }: Pick<TrainingData, 'entities'>): readonly string[] {
  return entities.filter(({ type }) => type === 'contextual').map(({ name }) => name);
}

export const tagCount = (entities: number): number => 1 + 2 * entities;
export const isFirst = (tag: number): boolean => tag % 2 === 1;
export const entityOfTag = (tag: number): number => (tag - 1) >> 1;

/** Whether a tag may follow another: a further word needs a word of the same entity before it. */
export function mayFollow(before: number, tag: number): boolean {
  if (tag === OUTSIDE || isFirst(tag)) return true;
  return before === tag || before === tag - 1;
}

/** The tag of each word; annotations of entities that are not learned are passed over. */
export function tagsOf(
  words: readonly TagWord[],
  annotations: readonly TrainingAnnotation[],
  entities: readonly string[],
): readonly number[] {
  const tags = words.map(() => OUTSIDE);
  for (const { entity, start, end } of annotations) {
    const index = entities.indexOf(entity);
    if (index < 0) continue;
    let tag = 1 + 2 * index;
    words.forEach((word, i) => {
      if (word.end <= start || word.start >= end) return;
      tags[i] = tag;
      tag = 2 + 2 * index;
    });
  }
  return tags;
}
