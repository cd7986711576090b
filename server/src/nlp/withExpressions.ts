import { foldName } from '../model/occurrence';
import type { TrainingData, TrainingExpression } from './contract';

/** The training data as it would be with more expressions. Intents that it does not have are left out. */
export function withExpressions(
  data: TrainingData,
  added: readonly { readonly intent: string; readonly text: string }[],
): TrainingData {
  return {
    ...data,
    intents: data.intents.map(({ name, expressions }) => {
      const own = added.filter(({ intent }) => foldName(intent) === foldName(name));
      const more = own.map(({ text }): TrainingExpression => ({ text: text.trim(), annotations: [] }));
      return { name, expressions: [...expressions, ...more] };
    }),
  };
}
