import type { IntentScore } from '../contract';
import { loadModel } from '../loadModel';

/** What a model without intents would answer. */
const NOTHING: IntentScore = { name: '', score: 0 };

/** How many messages are answered between two words about progress. */
const STEP = 256;

export type BestAnswers =
  | { readonly ok: true; readonly answers: readonly IntentScore[] }
  /** One translated sentence. */
  | { readonly ok: false; readonly message: string };

/** The best intent of a model for each message, in their order. Fails when the model is damaged. */
export function bestAnswers(
  bytes: Uint8Array,
  texts: readonly string[],
  onProgress?: (fraction: number) => void,
): BestAnswers {
  const loaded = loadModel(bytes);
  if (!loaded.ok) return { ok: false, message: loaded.message };
  const answers = texts.map((text, index) => {
    if (index % STEP === 0) onProgress?.(index / texts.length);
    return loaded.model.classify(text)[0] ?? NOTHING;
  });
  return { ok: true, answers };
}
