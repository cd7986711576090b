import { trainingWorker } from '../lsp/installation';
import { trainInWorker } from '../nlp/trainInWorker';
import type { Releases, Trainer } from '../release/contract';
import { createReleases } from '../release/service';

/** The release store of a command. Whoever runs a command on a folder trusts it. */
export function releases(): Releases {
  return createReleases({ trusted: true });
}

/** Trains in a thread of its own, so that Ctrl-C is obeyed at once. */
export const trainer: Trainer = (data, options) => trainInWorker(trainingWorker(), data, options);
