import type { NewExpression } from '../features/addExpressions';
import { foldName } from '../model/occurrence';
import type { Model, TrainingData, TrainOptions, TrainResult } from '../nlp/contract';
import { loadModel } from '../nlp/loadModel';
import { trainingDataOf } from '../nlp/trainingData';
import { withExpressions } from '../nlp/withExpressions';
import type { BotSnapshot } from '../project/snapshot';

/**
 * The score that each text would have for its intent, were the bot trained with all of them; null where it cannot be
 * trained in the language. Nothing is kept.
 *
 * @returns undefined when it was cancelled
 */
export async function scoresWith(
  bot: BotSnapshot,
  expressions: readonly NewExpression[],
  train: (data: TrainingData, options: TrainOptions) => Promise<TrainResult>,
  { signal, onProgress }: TrainOptions = {},
): Promise<readonly (number | null)[] | undefined> {
  const languages = [...new Set(expressions.map(({ language }) => language))];
  const models = new Map<string, Model>();
  for (const [index, language] of languages.entries()) {
    const own = expressions.filter((one) => one.language === language);
    const result = await train(withExpressions(trainingDataOf(bot, language), own), {
      ...(signal && { signal }),
      onProgress: (fraction) => onProgress?.((index + fraction) / languages.length),
    });
    if (!result.ok && result.reason === 'cancelled') return undefined;
    const loaded = result.ok ? loadModel(result.model.bytes) : undefined;
    if (loaded?.ok) models.set(language, loaded.model);
  }
  return expressions.map(({ text, language, intent }) => {
    const scores = models.get(language)?.classify(text);
    return scores?.find(({ name }) => foldName(name) === foldName(intent))?.score ?? null;
  });
}
