// @ts-check
import path from 'node:path';
import { copyExample } from '../host/workspace.mjs';
import { makeProfile } from '../host/profile.mjs';
import { inProject, projectRoot } from '../lib/project.mjs';

/**
 * Runs test/extension inside the extension host of a real VS Code, with the extension as the clone holds it.
 * @param {import('../host/host.mjs').Host} host
 * @param {import('../lib/tally.mjs').Tally} tally
 */
export async function insideVsCode(host, tally) {
  const profile = makeProfile('tests');
  const workspace = path.join(profile.folder, 'work space', 'choo-choo');
  await copyExample(workspace, profile.env);
  const results = path.join(profile.folder, 'results.json');
  const tests = inProject('out', 'test', 'extension', 'index.js');
  const env = { BOTLANE_TEST_RESULTS: results };
  try {
    await host.runTests({ profile, workspace, extension: projectRoot, tests, env });
  } finally {
    tally.suite('Inside VS Code', results, { print: true });
  }
}
