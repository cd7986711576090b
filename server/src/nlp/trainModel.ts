import { writeArtifact } from './artifact/artifact';
import { checkTrainable } from './checkTrainable';
import { calibrate } from './classifier/calibrate';
import { examplesOf } from './classifier/examples';
import { fit } from './classifier/fit';
import { quantize } from './classifier/linearModel';
import type { ModelArtifact, TrainingData, TrainOptions, TrainResult } from './contract';
import { hasTagged, trainTagger } from './entities/contextual/trainTagger';
import { featureSourceOf } from './featureSource';
import { sha256Hex } from './hash';
import { canonicalData, summarize } from './trainingInput';

/** How long (milliseconds) training runs before it lets others run. */
const SLICE = 30;

/**
 * Trains the model of one language in this thread, giving way to others every few milliseconds. The same data, in any
 * order, gives the same bytes on every machine. Cancelling leaves nothing behind.
 */
export async function trainModel(data: TrainingData, options: TrainOptions = {}): Promise<TrainResult> {
  const problems = checkTrainable(data);
  if (problems.length > 0) return { ok: false, reason: 'untrainable', problems };
  return trainUnchecked(data, options);
}

/**
 * The same for data that is not a bot's: a part of it, held against the rest, or a corpus from outside, which may have
 * fewer expressions than a bot needs. At least one intent, and no pattern that cannot be used.
 */
export async function trainUnchecked(data: TrainingData, options: TrainOptions = {}): Promise<TrainResult> {
  const training = train(canonicalData(data));
  let pause = Date.now() + SLICE;
  for (;;) {
    if (options.signal?.aborted) return { ok: false, reason: 'cancelled' };
    const step = training.next();
    if (step.done) return { ok: true, model: step.value };
    if (Date.now() < pause) continue;
    options.onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    pause = Date.now() + SLICE;
  }
}

/** Shares of the time: until the calibration is done, until intents are learned where entities are to follow. */
const CALIBRATED = 0.45;
const CLASSIFIED = 0.5;

/** Held-out fits for the calibration, then the fit that is kept, then what learns entities. */
function* train(data: TrainingData): Generator<number, ModelArtifact> {
  const examples = examplesOf(data, featureSourceOf(data.language, data.entities));
  yield 0;
  const intents = data.intents.length;
  const learnsEntities = hasTagged(data);
  const whole = learnsEntities ? CLASSIFIED : 1;
  const calibrated = CALIBRATED * whole;
  const sharpness = yield* scaled(calibrate(examples, intents), 0, calibrated);
  const classifier = quantize(yield* scaled(fit(examples, intents), calibrated, whole), sharpness);
  const tagger = learnsEntities ? yield* scaled(trainTagger(data), whole, 1) : undefined;
  const summary = summarize(data);
  const bytes = writeArtifact({ summary, entities: data.entities, classifier, tagger });
  return { bytes, input: summary.input, artifact: sha256Hex(bytes) };
}

/** Runs `work`, whose progress from 0 to 1 becomes progress from `from` to `to`. */
function* scaled<T>(work: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
