import type { TrainingData, TrainingIntent, TrainOptions, TrainResult } from '../contract';
import { sha256Hex } from '../hash';
import { loadModel } from '../loadModel';
import { sortedBy } from '../order';
import { trainUnchecked } from '../trainModel';
import type { Corpus, CorpusMessage } from './corpus';
import {
  accuracy,
  type Answer,
  type AtThreshold,
  atThreshold,
  calibrationError,
  type EntitySpan,
  inScope,
  macroF1,
  type OutOfScopeQuality,
  outOfScopeQuality,
  spanF1,
} from './metrics';

/** Clocks of the host: this room imports no Node module. */
export interface Clocks {
  /** Seconds of processor time that this process has used. */
  cpuSeconds(): number;
  /** A clock that only goes forward, in milliseconds. */
  milliseconds(): number;
}

/** What a corpus says about the trainer. Other programs rely on the names; see docs/nlp.md. */
export interface CorpusReport {
  /** Messages to train with, and to test with. */
  readonly train: number;
  readonly test: number;
  readonly intents: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly atThreshold: AtThreshold;
  readonly calibrationError: number;
  /** Null without messages out of scope. */
  readonly outOfScope: OutOfScopeQuality | null;
  /** Null when the corpus names no entities. */
  readonly entityF1: number | null;
  readonly trainCpuSeconds: number;
  readonly modelBytes: number;
  /** SHA-256 of the artifact; of the hashes of all, for more than one language. */
  readonly modelHash: string;
  readonly predictMillis: { readonly p50: number; readonly p95: number };
}

export type CorpusOutcome =
  | { readonly ok: true; readonly report: CorpusReport }
  | Exclude<TrainResult, { ok: true }>;

export interface CorpusOptions extends TrainOptions {
  /** Scores at or below it are not understood. */
  readonly threshold: number;
  readonly clocks: Clocks;
}

/** What one language contributes. */
interface Part {
  readonly answers: readonly Answer[];
  readonly spans: readonly {
    readonly expected: readonly EntitySpan[];
    readonly found: readonly EntitySpan[];
  }[];
  readonly cpuSeconds: number;
  readonly bytes: number;
  readonly hash: string;
  readonly times: readonly number[];
}

/**
 * Trains on one split of a corpus and tests on the other, each language by itself. Entities of the corpus are learned
 * from its annotations.
 */
export async function evaluateCorpus(
  corpora: readonly Corpus[],
  { threshold, clocks, signal, onProgress }: CorpusOptions,
): Promise<CorpusOutcome> {
  const parts: Part[] = [];
  for (const [index, corpus] of sortedBy(corpora, ({ language }) => language).entries()) {
    const outcome = await evaluate(corpus, clocks, {
      ...(signal && { signal }),
      onProgress: (fraction) => onProgress?.((index + fraction) / corpora.length),
    });
    if ('ok' in outcome) return outcome;
    parts.push(outcome);
  }
  return { ok: true, report: reportOf(corpora, parts, threshold) };
}

async function evaluate(
  corpus: Corpus,
  clocks: Clocks,
  options: TrainOptions,
): Promise<Part | Exclude<TrainResult, { ok: true }>> {
  const before = clocks.cpuSeconds();
  const trained = await trainUnchecked(dataOf(corpus), options);
  if (!trained.ok) return trained;
  const cpuSeconds = clocks.cpuSeconds() - before;
  const loaded = loadModel(trained.model.bytes);
  if (!loaded.ok) return { ok: false, reason: 'failed', message: loaded.message };
  const answers: Answer[] = [];
  const spans: { expected: readonly EntitySpan[]; found: readonly EntitySpan[] }[] = [];
  const times: number[] = [];
  const context = { now: new Date(0) };
  for (const { text, intent, entities } of corpus.test) {
    const began = clocks.milliseconds();
    const prediction = loaded.model.predict(text, context);
    times.push(clocks.milliseconds() - began);
    const best = prediction.intents[0];
    answers.push({ expected: intent, best: best?.name ?? '', score: best?.score ?? 0 });
    if (intent !== null) spans.push({ expected: entities, found: prediction.entities });
  }
  const { bytes, artifact } = trained.model;
  return { answers, spans, cpuSeconds, bytes: bytes.length, hash: artifact, times };
}

function reportOf(corpora: readonly Corpus[], parts: readonly Part[], threshold: number): CorpusReport {
  const answers = parts.flatMap((part) => part.answers);
  const train = corpora.flatMap((corpus) => corpus.train);
  const namesEntities = [...train, ...corpora.flatMap(({ test }) => test)].some(
    ({ entities }) => entities.length > 0,
  );
  const times = parts.flatMap((part) => part.times).sort((a, b) => a - b);
  const [only] = parts;
  return {
    train: train.length,
    test: answers.length,
    intents: new Set(train.map(({ intent }) => intent)).size,
    accuracy: accuracy(answers),
    macroF1: macroF1(answers),
    atThreshold: atThreshold(answers, threshold),
    calibrationError: calibrationError(inScope(answers)),
    outOfScope: outOfScopeQuality(answers),
    entityF1: namesEntities ? spanF1(parts.flatMap(({ spans }) => spans)) : null,
    trainCpuSeconds: parts.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    modelBytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    modelHash:
      parts.length === 1 && only ? only.hash : sha256Hex(parts.map(({ hash }) => `${hash}\n`).join('')),
    predictMillis: { p50: nearestRank(times, 0.5), p95: nearestRank(times, 0.95) },
  };
}

/** The training data of a corpus: its intents, and its entities as contextual ones. */
function dataOf({ language, train }: Corpus): TrainingData {
  const intents = new Map<string, CorpusMessage[]>();
  const entities = new Set<string>();
  for (const message of train) {
    // The reader refuses messages to train with that have no intent.
    const name = message.intent ?? '';
    const known = intents.get(name);
    if (known) known.push(message);
    else intents.set(name, [message]);
    for (const { entity } of message.entities) entities.add(entity);
  }
  return {
    language,
    intents: Array.from(
      intents,
      ([name, messages]): TrainingIntent => ({
        name,
        expressions: messages.map(({ text, entities: annotations }) => ({ text, annotations })),
      }),
    ),
    entities: Array.from(entities, (name) => ({ type: 'contextual', name })),
  };
}

/** The value below which a share of sorted values lies. */
function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
