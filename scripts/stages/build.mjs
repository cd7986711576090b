// @ts-check
import { runNode } from '../lib/processes.mjs';

/** @type {readonly { name: string, file: string[], args: string[] }[]} */
export const buildSteps = [
  { name: 'Generated files', file: ['scripts', 'generate.mjs'], args: [] },
  { name: 'Compile', file: ['node_modules', 'typescript', 'bin', 'tsc'], args: ['-b'] },
  { name: 'Bundle', file: ['scripts', 'bundle.mjs'], args: [] },
];

/** Builds everything: what `npm run build` does. @returns {Promise<boolean>} whether it went well */
export async function build() {
  for (const { name, file, args } of buildSteps) {
    if ((await runNode(file, args)) === 0) continue;
    console.error(`${name}: failed.`);
    return false;
  }
  return true;
}
