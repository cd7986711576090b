import { Worker } from 'node:worker_threads';
import type { Layout, LayoutInput } from './layout';

export type LayoutResult =
  | { readonly kind: 'arranged'; readonly layout: Layout }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

/** How many layouts are remembered: those of a few panels, and what an undo brings back. */
const MOST_KNOWN = 16;

/**
 * Arranges graphs in a thread of their own, so that the server answers meanwhile and cancelling takes effect at once. A
 * graph of a structure that was arranged lately is not arranged again: most key strokes change texts, not links.
 */
export class LayoutThread {
  readonly #workerFile: string;
  readonly #known = new Map<string, Layout>();

  /** @param workerFile the compiled `layoutWorker` */
  constructor(workerFile: string) {
    this.#workerFile = workerFile;
  }

  async arrange(input: LayoutInput, signal: AbortSignal): Promise<LayoutResult> {
    const key = JSON.stringify(input);
    const known = this.#known.get(key);
    if (known) {
      this.#remember(key, known);
      return { kind: 'arranged', layout: known };
    }
    const result = await arrangeOnce(this.#workerFile, input, signal);
    if (result.kind === 'arranged') this.#remember(key, result.layout);
    return result;
  }

  #remember(key: string, layout: Layout): void {
    this.#known.delete(key);
    this.#known.set(key, layout);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** A thread that ends without an answer is a failure, never a hang. */
function arrangeOnce(workerFile: string, input: LayoutInput, signal: AbortSignal): Promise<LayoutResult> {
  if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: input });
    const settle = (result: LayoutResult): void => {
      signal.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      // An error on the way out has nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate().then(() => resolve(result));
    };
    const cancel = (): void => settle({ kind: 'cancelled' });
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (layout: Layout) => settle({ kind: 'arranged', layout }));
    worker.on('error', (error) => settle({ kind: 'failed', reason: String(error) }));
    worker.on('exit', () => settle({ kind: 'failed', reason: 'The thread ended without a layout.' }));
  });
}
