import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { checkTrainable } from './checkTrainable';
import type { IntentScore, TrainingData, TrainOptions, TrainResult } from './contract';
import type { HeldOut } from './evaluation/crossValidate';
import type { NlpJob, NlpJobKind, NlpNews, NlpResults } from './trainingMessages';

/** What became of a job in a thread; `message` is one translated sentence. */
export type ThreadOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string };

/**
 * Trains in a thread of its own, so that whoever waits stays responsive and cancelling takes effect at once.
 *
 * `workerFile` is the compiled `trainingWorker`. A thread that ends without an answer is a failure, never a hang.
 */
export async function trainInWorker(
  workerFile: string,
  data: TrainingData,
  options: TrainOptions = {},
): Promise<TrainResult> {
  // Here and not in the thread, which knows nothing of the user's language.
  const problems = checkTrainable(data);
  if (problems.length > 0) return { ok: false, reason: 'untrainable', problems };
  const outcome = await runInWorker(workerFile, { kind: 'train', data }, options);
  return outcome.ok ? { ok: true, model: outcome.value } : outcome;
}

/** The same for cross-validation, see `heldOutAnswers`. */
export async function evaluateInWorker(
  workerFile: string,
  data: TrainingData,
  folds: number,
  options: TrainOptions = {},
): Promise<HeldOut> {
  const problems = checkTrainable(data);
  if (problems.length > 0) return { ok: false, reason: 'untrainable', problems };
  const outcome = await runInWorker(workerFile, { kind: 'evaluate', data, folds }, options);
  return outcome.ok ? { ok: true, answers: outcome.value } : outcome;
}

/** The same for many messages at once, see `bestAnswers`. */
export function answerInWorker(
  workerFile: string,
  model: Uint8Array,
  texts: readonly string[],
  options: TrainOptions = {},
): Promise<ThreadOutcome<readonly IntentScore[]>> {
  return runInWorker(workerFile, { kind: 'answer', model, texts }, options);
}

function runInWorker<Kind extends NlpJobKind>(
  workerFile: string,
  job: Extract<NlpJob, { kind: Kind }>,
  { signal, onProgress }: TrainOptions,
): Promise<ThreadOutcome<NlpResults[Kind]>> {
  if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'cancelled' });
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: job });
    const settle = (outcome: ThreadOutcome<NlpResults[Kind]>): void => {
      signal?.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      // An error on the way out has nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate().then(() => resolve(outcome));
    };
    const cancel = (): void => settle({ ok: false, reason: 'cancelled' });
    const fail = (message: string): void => settle({ ok: false, reason: 'failed', message });
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (news: NlpNews<Kind>) => {
      switch (news.kind) {
        case 'progress':
          return onProgress?.(news.fraction);
        case 'done':
          return settle({ ok: true, value: news.result });
        case 'failed':
          return fail(news.message);
      }
    });
    worker.on('error', (error) => fail(t('The NLP stopped with an error: {0}', String(error))));
    worker.on('exit', () => fail(t('The NLP stopped without an answer. Try again.')));
  });
}
