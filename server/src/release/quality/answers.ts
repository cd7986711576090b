import type { IntentScore, TrainOptions } from '../../nlp/contract';
import type { ThreadOutcome } from '../../nlp/trainInWorker';

/** Asks a model for the best intent of each text; in a thread where there is one. */
export type Answerer = (
  model: Uint8Array,
  texts: readonly string[],
  options: TrainOptions,
) => Promise<ThreadOutcome<readonly IntentScore[]>>;
