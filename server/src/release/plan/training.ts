import { checkTrainable } from '../../nlp/checkTrainable';
import { trainingDataOf } from '../../nlp/trainingData';
import type { BotSnapshot } from '../../project/snapshot';
import { trainingInputOf } from '../content/trainingInputs';

/** What a language needs a model for. */
export interface TrainingNeed {
  readonly language: string;
  /** Hash of the training input. */
  readonly input: string;
  /** Why it cannot be trained. */
  readonly problems: readonly string[];
}

/** The training of a bot, per language. A bot without intents has nothing to learn: its flows are all there is. */
export function trainingOf(
  bot: BotSnapshot,
  languages: readonly string[] = languagesOf(bot),
): readonly TrainingNeed[] {
  if (bot.intents.length === 0) return [];
  return languages.map((language) => {
    const data = trainingDataOf(bot, language);
    return {
      language,
      input: trainingInputOf(bot, language),
      problems: checkTrainable(data).map(({ message }) => message),
    };
  });
}

/** Languages of a bot, each once. */
export function languagesOf(bot: BotSnapshot): readonly string[] {
  return [...new Set(bot.settings?.item.languages.map(({ value }) => value))];
}
