import { parentPort, workerData } from 'node:worker_threads';
import { layoutOf, type LayoutInput } from './layout';

// Entry point of the thread that arranges one graph and ends.
parentPort?.postMessage(layoutOf(workerData as LayoutInput));
