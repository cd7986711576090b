import { checkTrainableInSteps } from '../../nlp/checkTrainable';
import { trainingDataInSteps } from '../../nlp/trainingData';
import type { BotSnapshot } from '../../project/snapshot';
import { atOnce } from '../../text/inPieces';
import { trainingInputInSteps } from '../content/trainingInputs';

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
  return atOnce(trainingInSteps(bot, languages));
}

/** The same in steps, of which each looks at one file or one intent. */
export function* trainingInSteps(
  bot: BotSnapshot,
  languages: readonly string[] = languagesOf(bot),
): Generator<void, readonly TrainingNeed[], void> {
  if (!hasIntents(bot)) return [];
  const needs: TrainingNeed[] = [];
  for (const language of languages) {
    const data = yield* trainingDataInSteps(bot, language);
    const input = yield* trainingInputInSteps(bot, language);
    const problems = yield* checkTrainableInSteps(data);
    needs.push({ language, input, problems: problems.map(({ message }) => message) });
  }
  return needs;
}

/** Looks no further than the first file with one. */
function hasIntents({ files }: BotSnapshot): boolean {
  for (const file of files.values()) {
    if (file.kind === 'intent' && file.definitions.some(({ kind }) => kind === 'intent')) return true;
  }
  return false;
}

/** Languages of a bot, each once. */
export function languagesOf(bot: BotSnapshot): readonly string[] {
  return [...new Set(bot.settings?.item.languages.map(({ value }) => value))];
}
