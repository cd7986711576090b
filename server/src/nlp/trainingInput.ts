import {
  TRAINER_VERSION,
  type EntityData,
  type TrainingData,
  type TrainingExpression,
  type TrainingIntent,
  type TrainingSummary,
} from './contract';
import { sha256Hex } from './hash';
import { compareCodePoints, sortedBy } from './order';

/**
 * The training data in its one canonical order: names, expressions, annotations, values and patterns by code point,
 * each once. Two bots that differ only in the order of files, lines or values have the same canonical data, and so the
 * same model.
 */
export function canonicalData(data: TrainingData): TrainingData {
  return {
    language: data.language,
    intents: sortedBy(data.intents, (intent) => intent.name).map(canonicalIntent),
    entities: sortedBy(data.entities, (entity) => entity.name).map(canonicalEntity),
  };
}

/** Everything that decides the model, trainer version included, as one string. */
export function trainingInput(data: TrainingData): string {
  return [...trainingInputPieces(data)].join('');
}

/** The same in pieces, of which each costs no more than one intent or entity. */
export function* trainingInputPieces({
  language,
  intents,
  entities,
}: TrainingData): Generator<string, void, void> {
  yield `[${JSON.stringify(TRAINER_VERSION)},${JSON.stringify(language)},[`;
  const byName = sortedBy(intents, (intent) => intent.name);
  yield* listPieces(byName, (intent) => intentKey(canonicalIntent(intent)));
  yield '],[';
  yield* listPieces(
    sortedBy(entities, (entity) => entity.name),
    (entity) => entityKey(canonicalEntity(entity)),
  );
  yield ']]';
}

function* listPieces<T>(items: readonly T[], key: (item: T) => string): Generator<string, void, void> {
  for (const [index, item] of items.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(key(item))}`;
}

/** SHA-256 (hex) of the training input: equal exactly when training would give the same model. */
export function trainingHash(data: TrainingData): string {
  return sha256Hex(trainingInput(data));
}

/** What a model remembers of its input, see `describeChanges`. */
export function summarize(data: TrainingData): TrainingSummary {
  const { language, intents, entities } = canonicalData(data);
  return {
    trainer: TRAINER_VERSION,
    language,
    input: trainingHash(data),
    intents: new Map(intents.map((intent) => [intent.name, sha256Hex(intentKey(intent))])),
    entities: new Map(entities.map((entity) => [entity.name, sha256Hex(entityKey(entity))])),
  };
}

function canonicalIntent(intent: TrainingIntent): TrainingIntent {
  const expressions = intent.expressions.map((expression) => ({
    text: expression.text,
    annotations: [...expression.annotations]
      .map(({ entity, start, end }) => ({ entity, start, end }))
      .sort((a, b) => a.start - b.start || a.end - b.end || compareCodePoints(a.entity, b.entity)),
  }));
  return { name: intent.name, expressions: unique(expressions, expressionKey) };
}

function canonicalEntity(entity: EntityData): EntityData {
  switch (entity.type) {
    case 'list': {
      const values = entity.values.map(({ value, synonyms }) => ({
        value,
        synonyms: unique(synonyms, (synonym) => synonym),
      }));
      return { type: 'list', name: entity.name, values: unique(values, (value) => JSON.stringify(value)) };
    }
    case 'pattern':
      return { type: 'pattern', name: entity.name, patterns: unique(entity.patterns, (pattern) => pattern) };
    case 'system':
      return { type: 'system', name: entity.name, system: entity.system };
    case 'contextual':
      return { type: 'contextual', name: entity.name };
  }
}

function intentKey(intent: TrainingIntent): string {
  return JSON.stringify([intent.name, intent.expressions.map(expressionKey)]);
}

function expressionKey(expression: TrainingExpression): string {
  return JSON.stringify([
    expression.text,
    expression.annotations.map(({ entity, start, end }) => [entity, start, end]),
  ]);
}

/** Canonical entities are built with their keys in a fixed order, so that JSON is a key. */
function entityKey(entity: EntityData): string {
  return JSON.stringify(entity);
}

function unique<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const id = key(item);
    if (!byKey.has(id)) byKey.set(id, item);
  }
  return sortedBy(byKey.entries(), ([id]) => id).map(([, item]) => item);
}
