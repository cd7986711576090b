import { watch as watchFolder } from 'node:fs';
import { isFoundIn } from '../files/definitionNames';
import { fileUri, joinUri, type Uri } from '../text/uri';

/** Editors write a file in several steps. */
const SETTLED_MS = 100;

/**
 * Does some work, and does it again whenever definition files in the folder change, once per burst of changes, until the
 * process is interrupted. What changes while it works counts.
 */
export function untilInterrupted(folder: string, work: () => Promise<void>): Promise<void> {
  const root: Uri = fileUri(folder);
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> | undefined;
    let again = false;
    const run = async (): Promise<void> => {
      do {
        again = false;
        await work();
      } while (again);
    };
    const start = (): void => {
      again = running !== undefined;
      running ??= run()
        .catch(reject)
        .finally(() => (running = undefined));
    };
    const watcher = watchFolder(folder, { recursive: true }, (_event, path) => {
      if (path !== null && !isFoundIn(root, joinUri(root, path.replaceAll('\\', '/')))) return;
      clearTimeout(timer);
      timer = setTimeout(start, SETTLED_MS);
    });
    watcher.on('error', reject);
    process.once('SIGINT', () => {
      clearTimeout(timer);
      watcher.close();
      resolve();
    });
    start();
  });
}
