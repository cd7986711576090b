import { parentPort, workerData } from 'node:worker_threads';
import type { TrainOptions } from './contract';
import { heldOutAnswers } from './evaluation/crossValidate';
import { bestAnswers } from './evaluation/bestAnswers';
import { trainModel } from './trainModel';
import type { NlpJob, NlpJobKind, NlpNews } from './trainingMessages';

/** Entry point of a thread of the NLP: does what it was started with, and says how it goes. */
async function main(): Promise<void> {
  say(await newsOf(workerData as NlpJob, { onProgress: (fraction) => say({ kind: 'progress', fraction }) }));
}

async function newsOf(job: NlpJob, options: TrainOptions): Promise<NlpNews<NlpJobKind>> {
  switch (job.kind) {
    case 'train': {
      const trained = await trainModel(job.data, options);
      if (trained.ok) return { kind: 'done', result: trained.model };
      return { kind: 'failed', message: trained.reason === 'failed' ? trained.message : trained.reason };
    }
    case 'evaluate': {
      const held = await heldOutAnswers(job.data, job.folds, options);
      if (held.ok) return { kind: 'done', result: held.answers };
      return { kind: 'failed', message: held.reason === 'failed' ? held.message : held.reason };
    }
    case 'answer': {
      const answers = bestAnswers(job.model, job.texts, options.onProgress);
      return answers.ok
        ? { kind: 'done', result: answers.answers }
        : { kind: 'failed', message: answers.message };
    }
  }
}

function say(news: NlpNews<NlpJobKind>): void {
  parentPort?.postMessage(news);
}

void main();
