// @ts-check
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { providePostgres } from '../host/postgres.mjs';
import { temporaryFolder } from '../lib/cleanup.mjs';
import { runNode } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';

/**
 * Runs every suite that needs no VS Code, the ones that talk to the real server and command line included, and
 * measures which lines of the server all of them together reach.
 * @param {import('../lib/tally.mjs').Tally} tally
 */
export async function unit(tally) {
  const missing = await providePostgres();
  // In CI the tests themselves fail without it.
  if (missing)
    console.log(
      `${missing}\nTests of the gateway on a server are left out; the embedded database is tested.`,
    );
  const folder = temporaryFolder('unit');
  const results = path.join(folder, 'results.json');
  const coverage = path.join(folder, 'coverage');
  // Named here and not in .mocharc.json, where it would be added to whatever a developer asks mocha to run.
  const every = 'out/test/**/*.test.js';
  const reporter = ['--reporter', inProject('out', 'test', 'support', 'specWithResults.js')];
  const scratch = path.join(folder, 'tmp');
  mkdirSync(scratch);
  const env = {
    BOTLANE_TEST_RESULTS: results,
    // Node itself writes the coverage, in the processes that the tests start too.
    NODE_V8_COVERAGE: coverage,
    // What a test that was broken off leaves behind is removed with the rest.
    TMPDIR: scratch,
    TEMP: scratch,
    TMP: scratch,
  };
  const code = await runNode(['node_modules', 'mocha', 'bin', 'mocha.js'], [...reporter, every], { env });
  const failedBefore = tally.failed;
  tally.suite('Unit', results);
  if (code !== 0 && tally.failed === failedBefore) tally.fail(`Unit: mocha ended with code ${code}`);
  const report = [
    'report',
    '--check-coverage',
    '--temp-directory',
    coverage,
    '--reports-dir',
    inProject('coverage'),
  ];
  tally.check(
    'Coverage of server/src: at least 90% of the lines',
    (await runNode(['node_modules', 'c8', 'bin', 'c8.js'], report)) === 0,
  );
}
