import type { Example } from '../../classifier/examples';
import { fit } from '../../classifier/fit';
import { type LinearModel, quantize } from '../../classifier/linearModel';
import type { TrainingData } from '../../contract';
import { tagFeatures, wordContexts } from './features';
import { contextualNames, OUTSIDE, tagCount, tagsOf } from './tags';
import { tagWords } from './words';

/**
 * Learns the contextual entities of canonical data from their annotations: a maximum entropy Markov model (McCallum,
 * Freitag and Pereira 2000) with the regression of the classifier, one example for each word.
 *
 * Yields the fraction done.
 */
export function* trainTagger(data: TrainingData): Generator<number, LinearModel> {
  const entities = contextualNames(data);
  const examples = taggedWords(data, entities);
  const fitted = yield* fit(examples, tagCount(entities.length));
  return quantize(fitted, SHARPNESS);
}

/** Scores are probabilities as they come. */
const SHARPNESS = 1;

/** Whether there is anything to learn: an annotation of a contextual entity. */
export function hasTagged(data: TrainingData): boolean {
  const learned = new Set(contextualNames(data));
  return data.intents.some(({ expressions }) =>
    expressions.some(({ annotations }) => annotations.some(({ entity }) => learned.has(entity))),
  );
}

/** An example for each word, ordered by tag as the regression wants them. */
function taggedWords(data: TrainingData, entities: readonly string[]): readonly Example[] {
  const byTag = Array.from({ length: tagCount(entities.length) }, (): Example[] => []);
  for (const { name, expressions } of data.intents) {
    for (const { text, annotations } of expressions) {
      const words = tagWords(text);
      const tags = tagsOf(words, annotations, entities);
      wordContexts(words, name).forEach((context, i) => {
        const tag = tags[i] ?? OUTSIDE;
        const before = tags[i - 1] ?? OUTSIDE;
        const features = [...context.hashes, ...tagFeatures(context, name, before, tags[i - 2] ?? OUTSIDE)];
        byTag[tag]?.push({ label: tag, features: Uint32Array.from(new Set(features)).sort() });
      });
    }
  }
  return withoutSingles(byTag.flat());
}

/** Leaves out what was seen at one word only: it is most of the features, and tells nothing about another word. */
function withoutSingles(examples: readonly Example[]): readonly Example[] {
  const seen = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  return examples.map(({ label, features }) => ({
    label,
    features: features.filter((feature) => (seen.get(feature) ?? 0) > 1),
  }));
}
