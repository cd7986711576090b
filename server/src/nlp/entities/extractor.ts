import type { EntityData, EntityMatch, PredictContext } from '../contract';
import { compareCodePoints } from '../order';
import { listMatcher } from './list';
import type { Matcher } from './matcher';
import { patternMatcher } from './pattern';
import { systemMatcher } from './system/systemMatcher';

/** Finds the entities of a bot in a message; with `names`, only those. */
export type EntityExtractor = (
  text: string,
  context: PredictContext,
  names?: readonly string[],
) => readonly EntityMatch[];

/** Makes the extractor of a model's entities. What an entity needs is built when it is first looked for. */
export function extractorOf(entities: readonly EntityData[], language: string): EntityExtractor {
  const matchers = new Map<string, Matcher>();
  const matcherFor = (entity: EntityData): Matcher => {
    let matcher = matchers.get(entity.name);
    if (!matcher) matchers.set(entity.name, (matcher = matcherOf(entity, language)));
    return matcher;
  };
  return (text, context, names) => {
    const wanted = names && new Set(names);
    return entities
      .filter(({ name }) => !wanted || wanted.has(name))
      .flatMap((entity) =>
        matcherFor(entity)(text, context).map(({ value, start, end, score }) => ({
          entity: entity.name,
          value,
          text: text.slice(start, end),
          start,
          end,
          score,
        })),
      )
      .sort(byPlace);
  };
}

/** Whether what an entity finds depends on the moment in the context. */
export function readsClock(entity: EntityData): boolean {
  return entity.type === 'system' && entity.system === 'datetime';
}

/** The order of a prediction's entities: by start, then longest, then name. */
export function byPlace(a: EntityMatch, b: EntityMatch): number {
  return a.start - b.start || b.end - a.end || compareCodePoints(a.entity, b.entity);
}

function matcherOf(entity: EntityData, language: string): Matcher {
  switch (entity.type) {
    case 'list':
      return listMatcher(entity.values);
    case 'pattern':
      return patternMatcher(entity.patterns);
    case 'system':
      return systemMatcher(entity.system, language);
    case 'contextual':
      // Learned from annotated expressions, and found by the tagger of the model.
      return () => [];
  }
}
