// @ts-check
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeProfile } from '../host/profile.mjs';
import { copyExample } from '../host/workspace.mjs';
import { runNode } from '../lib/processes.mjs';
import { inProject, manifest } from '../lib/project.mjs';
import { inspectInstalled, packExtension } from '../lib/vsix.mjs';

/**
 * Packs the extension, installs the package into a real VS Code, looks at what was installed, and runs test/e2e,
 * which works with mouse and keyboard like a user.
 * @param {import('../host/host.mjs').Host} host
 * @param {import('../lib/tally.mjs').Tally} tally
 * @param {string[]} [only] arguments for mocha, such as `--grep WORD`
 */
export async function userInterface(host, tally, only = []) {
  const profile = makeProfile('tests');
  const vsix = path.join(profile.folder, 'botlane.vsix');
  await packExtension(vsix);
  await host.installExtension(profile, vsix);
  checkPackage(profile, tally);
  const example = path.join(profile.folder, 'choo-choo');
  await copyExample(example, profile.env);
  const { session, stop } = await host.serve(profile);
  const results = path.join(profile.folder, 'results.json');
  const description = path.join(profile.folder, 'session.json');
  // What test/e2e/support/session.ts reads.
  writeFileSync(description, JSON.stringify({ ...session, example, scratch: profile.folder }));
  try {
    await runNode(
      ['node_modules', 'mocha', 'bin', 'mocha.js'],
      [
        `--config=${inProject('test', 'e2e', '.mocharc.json')}`,
        `--reporter=${inProject('out', 'test', 'support', 'specWithResults.js')}`,
        ...only,
      ],
      { env: { ...profile.env, BOTLANE_TEST_RESULTS: results, BOTLANE_E2E_SESSION: description } },
    );
  } finally {
    await stop();
  }
  tally.suite('User interface', results);
}

/** @param {import('../host/profile.mjs').Profile} profile @param {import('../lib/tally.mjs').Tally} tally */
function checkPackage(profile, tally) {
  const { publisher, name } = manifest();
  const folder = readdirSync(profile.extensions).find((entry) => entry.startsWith(`${publisher}.${name}-`));
  const wrong = folder ? inspectInstalled(path.join(profile.extensions, folder)) : ['It was not installed.'];
  for (const problem of wrong) console.error(problem);
  tally.check('The package installs and holds no source, test or map', wrong.length === 0);
}
