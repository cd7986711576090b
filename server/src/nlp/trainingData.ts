import type { Entity, Intent } from '../model/definitions';
import { foldName } from '../model/occurrence';
import type { BotSnapshot } from '../project/snapshot';
import {
  SYSTEM_KINDS,
  type EntityData,
  type SystemKind,
  type TrainingData,
  type TrainingExpression,
  type TrainingIntent,
} from './contract';

/**
 * The training data of one language of a bot. An intent without expressions in the language takes no part. Two
 * definitions of one name (a finding of its own) count as one, under the first spelling. An entity whose type is
 * missing or unknown (a finding, too) is left out.
 */
export function trainingDataOf(
  bot: Pick<BotSnapshot, 'intents' | 'entities'>,
  language: string,
): TrainingData {
  const intents = new Map<string, { name: string; expressions: TrainingExpression[] }>();
  for (const { item } of bot.intents) {
    const expressions = expressionsOf(item, language);
    if (expressions.length === 0) continue;
    const known = intents.get(foldName(item.name.value));
    if (known) known.expressions.push(...expressions);
    else intents.set(foldName(item.name.value), { name: item.name.value, expressions });
  }
  const entities = new Map<string, EntityData>();
  for (const { item } of bot.entities) {
    const entity = entityOf(item);
    if (entity && !entities.has(foldName(entity.name))) entities.set(foldName(entity.name), entity);
  }
  const kept: TrainingIntent[] = [...intents.values()];
  return { language, intents: kept, entities: [...entities.values()] };
}

function expressionsOf(intent: Intent, language: string): TrainingExpression[] {
  const expressions = intent.expressions.get(language)?.expressions ?? [];
  return expressions
    .filter((expression) => expression.plain.trim() !== '')
    .map((expression) => ({
      text: expression.plain,
      annotations: expression.annotations.map(({ entity, plain }) => ({
        entity: entity.value,
        start: plain.start,
        end: plain.end,
      })),
    }));
}

function entityOf(entity: Entity): EntityData | undefined {
  const name = entity.name.value;
  switch (entity.type?.value) {
    case 'list':
      return {
        type: 'list',
        name,
        values: entity.values.map(({ value, synonyms }) => ({
          value: value.value,
          synonyms: synonyms.map((synonym) => synonym.value),
        })),
      };
    case 'pattern':
      return { type: 'pattern', name, patterns: entity.patterns.map((pattern) => pattern.value) };
    case 'system': {
      const system = systemKind(entity.system?.value);
      return system && { type: 'system', name, system };
    }
    case 'contextual':
      return { type: 'contextual', name };
    case undefined:
      return undefined;
  }
}

function systemKind(value: string | undefined): SystemKind | undefined {
  return SYSTEM_KINDS.find((kind) => kind === value);
}
