// @ts-check
import { runNode } from '../lib/processes.mjs';

/*
 * The page of a webview has types of its own (the browser's). It is no reference of the main project: what both share
 * would be compiled for the page only, and the server would be left with what an earlier build made of it.
 */
/** @type {readonly { name: string, file: string[], args: string[] }[]} */
const steps = [
  {
    name: 'Compile',
    file: ['node_modules', 'typescript', 'bin', 'tsc'],
    args: [
      '-b',
      '.',
      'client/src/flowGraph/page',
      'client/src/chat/page',
      'client/src/dashboard/page',
      'client/src/evaluation/page',
      'server/src/gateway/page/browser',
    ],
  },
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
