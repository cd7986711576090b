// @ts-check
// `npm start [-- FOLDER]`: builds, and opens a real VS Code with the extension on a copy of the example bot, or on the
// folder. `--fresh` begins with a new copy, `--no-browser` only prints the address. Ctrl-C ends everything.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseHost } from './host/choose.mjs';
import { hasDisplay } from './host/display.mjs';
import { findProgram } from './host/packages.mjs';
import { makeProfile } from './host/profile.mjs';
import { exampleWorkspace } from './host/workspace.mjs';
import { cleanUp, cleanUpOnSignals, isEnding } from './lib/cleanup.mjs';
import { packExtension } from './lib/vsix.mjs';
import { buildOrFail } from './stages/build.mjs';
import { reasonOf } from './lib/errors.mjs';

/** @returns {{ folder: string | undefined, fresh: boolean, browser: boolean }} */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const [given, ...more] = positionals;
  if (more.length > 0) throw new Error('Name one folder at most: npm start -- FOLDER');
  // npm runs scripts in the clone; the folder is meant from where the person stands.
  const folder = given === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? '.', given);
  if (folder !== undefined && !existsSync(folder)) throw new Error(`The folder ${folder} does not exist.`);
  return { folder, fresh: values.fresh, browser: !values['no-browser'] };
}

/**
 * @param {string | undefined} folder
 * @param {boolean} fresh
 * @param {import('./host/profile.mjs').Profile} profile
 */
async function workspaceToOpen(folder, fresh, profile) {
  if (folder !== undefined) return folder;
  const example = await exampleWorkspace({ fresh, env: profile.env });
  const story = example.made
    ? 'a new copy of the example'
    : 'your copy of the example from last time (--fresh for a new one)';
  console.log(`Workspace: ${example.folder}, ${story}.`);
  return example.folder;
}

/** Shows the page in the person's browser, where there is one. @param {string} address */
function showInBrowser(address) {
  const opener = hasDisplay()
    ? findProgram(process.platform === 'darwin' ? ['open'] : ['xdg-open', 'wslview'])
    : undefined;
  // A browser that does not start is no reason to stop: the address is on the terminal.
  if (opener)
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

async function main() {
  const { folder, fresh, browser } = readArguments();
  await buildOrFail();
  const host = await chooseHost('person');
  const profile = makeProfile('person');
  const vsix = path.join(profile.folder, 'botlane.vsix');
  await packExtension(vsix);
  await host.installExtension(profile, vsix);
  const workspace = await workspaceToOpen(folder, fresh, profile);
  // A folder that somebody names may be anybody's work: VS Code asks whether to trust it.
  const window = await host.open({ profile, workspace, trusted: folder === undefined });
  if (window.address) {
    console.log(`\nBotlane is ready: ${window.address}\nPress Ctrl-C to stop.`);
    if (browser) showInBrowser(window.address);
  } else console.log('\nBotlane is ready in the window of VS Code. Close it, or press Ctrl-C, to stop.');
  const code = await window.ended;
  if (code !== 0 && !isEnding()) throw new Error(`VS Code ended with code ${code}.`);
}

cleanUpOnSignals();
try {
  await main();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
} finally {
  await cleanUp();
}
