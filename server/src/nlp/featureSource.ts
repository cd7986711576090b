import type { EntityData } from './contract';
import { extractorOf } from './entities/extractor';
import type { FeatureSource } from './text/features';
import { stemmerOf } from './text/stemmers';

/** The entities of these kinds are found without knowing the time; the others cost more than they tell. */
export const TELLING: ReadonlySet<EntityData['type']> = new Set(['list', 'pattern']);
const NO_TIME = { now: new Date(0) };

/** What features are made with in a language, by a bot with these entities; the same in training and in use. */
export function featureSourceOf(language: string, entities: readonly EntityData[]): FeatureSource {
  const extract = extractorOf(
    entities.filter(({ type }) => TELLING.has(type)),
    language,
  );
  return {
    stem: stemmerOf(language),
    entitiesIn: (text) => new Set(extract(text, NO_TIME).map(({ entity }) => entity)),
  };
}
