import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { checkTrainable } from './checkTrainable';
import type { TrainingData, TrainOptions, TrainResult } from './contract';
import type { TrainingJob, TrainingNews } from './trainingMessages';

/**
 * Trains in a thread of its own, so that whoever waits stays responsive and cancelling takes effect at once.
 *
 * `workerFile` is the compiled `trainingWorker`. A thread that ends without an answer is a failure, never a hang.
 */
export function trainInWorker(
  workerFile: string,
  data: TrainingData,
  { signal, onProgress }: TrainOptions = {},
): Promise<TrainResult> {
  // Here and not in the thread, which knows nothing of the user's language.
  const problems = checkTrainable(data);
  if (problems.length > 0) return Promise.resolve({ ok: false, reason: 'untrainable', problems });
  if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'cancelled' });
  return new Promise((resolve) => {
    const job: TrainingJob = { data };
    const worker = new Worker(workerFile, { workerData: job });
    const settle = (result: TrainResult): void => {
      signal?.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      // An error on the way out has nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate().then(() => resolve(result));
    };
    const cancel = (): void => settle({ ok: false, reason: 'cancelled' });
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (news: TrainingNews) => {
      if (news.kind === 'progress') onProgress?.(news.fraction);
      else settle(resultOf(news));
    });
    worker.on('error', (error) => {
      settle({ ok: false, reason: 'failed', message: t('Training failed: {0}', String(error)) });
    });
    worker.on('exit', () => {
      settle({ ok: false, reason: 'failed', message: t('Training ended without a model. Train again.') });
    });
  });
}

function resultOf(news: Exclude<TrainingNews, { kind: 'progress' }>): TrainResult {
  switch (news.kind) {
    case 'trained':
      return { ok: true, model: news.model };
    case 'failed':
      return { ok: false, reason: 'failed', message: news.message };
  }
}
