// @ts-check
import { runNode } from '../lib/processes.mjs';

/** @type {readonly { name: string, file: string[], args: string[] }[]} */
const steps = [
  { name: 'Compile', file: ['node_modules', 'typescript', 'bin', 'tsc'], args: ['-b'] },
  { name: 'Bundle', file: ['scripts', 'bundle.mjs'], args: [] },
];

/**
 * Compiles and bundles. Generated files are committed, and building must not hide that one is stale. A step that fails does not keep the next ones from their turn: the
 * compiler writes its files in spite of errors, and their tests may tell more.
 * @param {(name: string, ok: boolean) => void} report hears about each step
 * @returns {Promise<boolean>} whether all went well
 */
export async function build(report) {
  let ok = true;
  for (const { name, file, args } of steps) {
    const done = (await runNode(file, args)) === 0;
    report(name, done);
    ok &&= done;
  }
  return ok;
}

/** Builds, and fails with the name of the step that failed. */
export async function buildOrFail() {
  await build((name, ok) => {
    if (!ok) throw new Error(`${name}: failed; the messages are above.`);
  });
}
