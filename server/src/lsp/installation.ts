import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileUri, type Uri } from '../text/uri';

/** The folder that holds package.json: this file may be bundled into dist/ or compiled deep below out/. */
function packageFolder(): string | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return undefined;
}

/** Where the documentation pages of the rules lie; undefined in an installation without them. */
export function docsFolder(): Uri | undefined {
  const folder = packageFolder();
  const docs = folder && join(folder, 'docs', 'rules');
  return docs && existsSync(docs) ? fileUri(docs) : undefined;
}

/** The program of the training thread: beside the bundle, or among the compiled files. */
export function trainingWorker(): string {
  const bundled = join(__dirname, 'trainingWorker.js');
  return existsSync(bundled) ? bundled : join(__dirname, '..', 'nlp', 'trainingWorker.js');
}
