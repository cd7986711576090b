// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone, whatever the current folder is. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The example that `npm start` opens and that the suites inside VS Code work on, as a source to copy from. */
export const exampleFolder = path.join(projectRoot, 'examples', 'choo-choo');

/** Absolute path of something in the clone. @param {string[]} parts */
export const inProject = (...parts) => path.join(projectRoot, ...parts);

/**
 * The manifest of the extension, which is the package.json of the project too.
 * @returns {{ name: string, version: string, publisher: string }}
 */
export function manifest() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
}
