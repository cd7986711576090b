// @ts-check
import { runNode } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';

/** @typedef {{ name: string, start: () => Promise<number> }} Check */

/** Every check by itself, so that one that fails does not hide the next. @type {readonly Check[]} */
const checks = [
  {
    name: 'Generated files are fresh',
    start: () => runNode(['scripts', 'generate.mjs'], ['--check']),
  },
  {
    name: 'Lint (oxlint)',
    start: () => runNode(['node_modules', 'oxlint', 'bin', 'oxlint'], ['--type-aware', '--deny-warnings']),
  },
  {
    name: 'Types of the scripts',
    start: () => runNode(['node_modules', 'typescript', 'bin', 'tsc'], ['-p', inProject('scripts')]),
  },
  {
    name: 'Format (Biome)',
    start: () => runNode(['node_modules', '@biomejs', 'biome', 'bin', 'biome'], ['check', '.']),
  },
  { name: 'Dead code (knip)', start: () => runNode(['node_modules', 'knip', 'bin', 'knip.js'], []) },
];

/** @param {import('../lib/tally.mjs').Tally} tally */
export async function lint(tally) {
  for (const { name, start } of checks) tally.check(name, (await start()) === 0);
}
