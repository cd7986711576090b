import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileUri, type Uri } from '../text/uri';

/** This file is bundled into dist/ or compiled to out/server/src/lsp/. */
const DEEPEST = 4;

/** Where the documentation pages of the rules lie; undefined in an installation without them. */
export function docsFolder(): Uri | undefined {
  let folder = __dirname;
  for (let depth = 0; depth < DEEPEST; depth++) {
    folder = dirname(folder);
    const docs = join(folder, 'docs', 'rules');
    if (existsSync(docs)) return fileUri(docs);
  }
  return undefined;
}

/** The program of the training thread. */
export function trainingWorker(): string {
  return programOf('trainingWorker', 'nlp');
}

/** The program of the thread that lays a flow graph out. */
export function layoutWorker(): string {
  return programOf('layoutWorker', 'features', 'flowGraph');
}

/** The program of a thread: beside the bundle, or among the compiled files of a room. */
function programOf(name: string, ...room: readonly string[]): string {
  const bundled = join(__dirname, `${name}.js`);
  return existsSync(bundled) ? bundled : join(__dirname, '..', ...room, `${name}.js`);
}
