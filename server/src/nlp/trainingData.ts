import type { Entity, Intent } from '../model/definitions';
import { foldName } from '../model/occurrence';
import { definitionsIn } from '../project/fileNames';
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
  const gathered = new Gathered(language);
  for (const { item } of bot.intents) gathered.intent(item);
  for (const { item } of bot.entities) gathered.entity(item);
  return gathered.data();
}

/** The same in steps, a file at a time: each may have to be read again. */
export function* trainingDataInSteps(
  bot: Pick<BotSnapshot, 'files'>,
  language: string,
): Generator<void, TrainingData, void> {
  const gathered = new Gathered(language);
  for (const file of bot.files.values()) {
    if (file.kind !== 'intent' && file.kind !== 'entity') continue;
    for (const { item } of definitionsIn(file).all) {
      if (item.kind !== file.kind) continue;
      if (item.kind === 'intent') gathered.intent(item);
      else if (item.kind === 'entity') gathered.entity(item);
    }
    yield;
  }
  return gathered.data();
}

class Gathered {
  readonly #language: string;
  readonly #intents = new Map<string, { name: string; expressions: TrainingExpression[] }>();
  readonly #entities = new Map<string, EntityData>();

  constructor(language: string) {
    this.#language = language;
  }

  intent(item: Intent): void {
    const expressions = expressionsOf(item, this.#language);
    if (expressions.length === 0) return;
    const name = item.name.value;
    const known = this.#intents.get(foldName(name));
    if (known) known.expressions.push(...expressions);
    else this.#intents.set(foldName(name), { name, expressions });
  }

  entity(item: Entity): void {
    const entity = entityOf(item);
    if (!entity || this.#entities.has(foldName(entity.name))) return;
    this.#entities.set(foldName(entity.name), entity);
  }

  data(): TrainingData {
    const intents: TrainingIntent[] = [...this.#intents.values()];
    return { language: this.#language, intents, entities: [...this.#entities.values()] };
  }
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
