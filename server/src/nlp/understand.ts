import type { EntityMatch, IntentScore, Model, PredictContext } from './contract';

/** The bot's settings that decide what counts as understood. */
export interface UnderstandingSettings {
  /** Scores at or below a threshold are not understood; 0 to 1. */
  readonly intentThreshold: number;
  readonly entityThreshold: number;
  /** Longer messages (UTF-16 code units) are not understood. */
  readonly maxMessageLength: number;
}

/** What a bot makes of a message. */
export interface Understood {
  readonly intents: readonly IntentScore[];
  /** Only those above the entity threshold. */
  readonly entities: readonly EntityMatch[];
  /** The best intent is above its threshold. */
  readonly understood: boolean;
}

/** Asks a model and applies the bot's thresholds, as every host of the engine does. */
export function understand(
  model: Model,
  text: string,
  settings: UnderstandingSettings,
  context: PredictContext,
): Understood {
  if (text.length > settings.maxMessageLength) return { intents: [], entities: [], understood: false };
  const { intents, entities } = model.predict(text, context);
  return {
    intents,
    entities: entities.filter(({ score }) => score > settings.entityThreshold),
    understood: (intents[0]?.score ?? 0) > settings.intentThreshold,
  };
}
