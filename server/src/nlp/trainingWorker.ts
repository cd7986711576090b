import { parentPort, workerData } from 'node:worker_threads';
import { trainModel } from './trainModel';
import type { TrainingJob, TrainingNews } from './trainingMessages';

/** Entry point of a training thread: trains what it was started with, and says how it goes. */
async function main(): Promise<void> {
  const { data } = workerData as TrainingJob;
  const result = await trainModel(data, { onProgress: (fraction) => say({ kind: 'progress', fraction }) });
  if (result.ok) say({ kind: 'trained', model: result.model });
  else say({ kind: 'failed', message: result.reason === 'failed' ? result.message : result.reason });
}

function say(news: TrainingNews): void {
  parentPort?.postMessage(news);
}

void main();
