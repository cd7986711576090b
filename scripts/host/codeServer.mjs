// @ts-check
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { capture, start } from '../lib/processes.mjs';
import { startTimeoutMs, within } from './host.mjs';
import { reasonOf } from '../lib/errors.mjs';

/** @typedef {import('./codeServerInstall.mjs').CodeServer} CodeServer */
/** @typedef {import('./profile.mjs').Profile} Profile */

/** Without --config it would write one into the home folder. @param {Profile} profile */
function common(profile) {
  const config = path.join(profile.folder, 'config.yaml');
  writeFileSync(config, '{}\n');
  return ['--config', config, '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
}

/**
 * No marketplace: what runs is what the clone holds. Its log goes below XDG_DATA_HOME, else into the home folder.
 * @param {Profile} profile
 */
function environmentOf(profile) {
  return {
    ...profile.env,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    XDG_DATA_HOME: path.join(profile.folder, 'data'),
  };
}

/**
 * @param {CodeServer} codeServer
 * @param {Profile} profile
 * @param {string} vsix
 */
export async function installIntoCodeServer(codeServer, profile, vsix) {
  await capture(codeServer.node, [codeServer.entry, ...common(profile), '--install-extension', vsix], {
    env: environmentOf(profile),
  });
}

/**
 * Starts the server on a free port of this machine; it answers to nobody else.
 * @param {CodeServer} codeServer
 * @param {Profile} profile
 * @param {object} options
 * @param {boolean} [options.trusted] skip the question "Do you trust the authors?"
 * @param {boolean} [options.testDriver] let the page load an extension under development; hides notifications
 * @param {Record<string, string>} [options.env] for the extension host
 * @returns {Promise<{ origin: string, ended: Promise<number>, stop: () => Promise<void> }>}
 */
export async function startCodeServer(codeServer, profile, { trusted, testDriver, env }) {
  const server = start(
    codeServer.node,
    [
      codeServer.entry,
      ...common(profile),
      '--bind-addr=127.0.0.1:0',
      '--auth=none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
      '--ignore-last-opened',
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { cwd: profile.folder, env: { ...environmentOf(profile), ...env }, output: 'pipe' },
  );
  const listening = server.says(/HTTP server listening on (http:\/\/[^\s/]+)/);
  try {
    const [, origin = ''] = await within(
      listening,
      startTimeoutMs,
      `It did not answer, and said:\n${server.said()}`,
    );
    return { origin, ended: server.ended, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw new Error(`code-server could not be started. ${reasonOf(error)}`, { cause: error });
  }
}
