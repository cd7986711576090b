// @ts-check
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  SilentReporter,
} from '@vscode/test-electron';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { capture, environment, start } from '../lib/processes.mjs';
import { cacheRoot } from './cache.mjs';
import { suiteTimeoutMs, within } from './host.mjs';
import { withUserDataOfItsOwn } from './profile.mjs';

/** The version that code-server carries too, so that all hosts run the same VS Code. */
const vscodeVersion = '1.139.1';

/**
 * The VS Code that `VSCODE_PATH` names: the program itself, or the `code` command beside it.
 * @param {string} configured
 * @returns {Promise<import('./host.mjs').Host>}
 */
export async function configuredDesktop(configured) {
  if (!existsSync(configured)) throw new Error(`VSCODE_PATH names ${configured}, which does not exist.`);
  const executable = programOf(realpathSync(configured));
  await probe(executable);
  return desktopHost(`VS Code at ${executable} (VSCODE_PATH)`, executable);
}

/**
 * VS Code as @vscode/test-electron downloads it, into the cache.
 * @returns {Promise<import('./host.mjs').Host>}
 */
export async function downloadedDesktop() {
  const executable = await downloadAndUnzipVSCode({
    version: vscodeVersion,
    cachePath: path.join(cacheRoot(), 'vscode'),
    reporter: new SilentReporter(),
    timeout: 15_000,
  });
  await probe(executable);
  return desktopHost(`VS Code ${vscodeVersion} (downloaded by @vscode/test-electron)`, executable);
}

/** `…/bin/code` is a script that starts the program and returns; the tests need the program. @param {string} file */
function programOf(file) {
  const folder = path.dirname(file);
  const candidates = [
    path.join(folder, '..', path.basename(file)),
    path.join(folder, '..', '..', '..', '..', 'MacOS', 'Electron'),
  ];
  return (path.basename(folder) === 'bin' && candidates.find((candidate) => existsSync(candidate))) || file;
}

/** On a bare system the program lacks libraries, which shows only when it is started. @param {string} executable */
async function probe(executable) {
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: undefined };
  await capture(executable, ['-e', 'process.exit(0)'], { env });
}

/**
 * @param {string} name
 * @param {string} executable
 * @returns {import('./host.mjs').Host}
 */
function desktopHost(name, executable) {
  return {
    name,
    installExtension: async (profile, vsix) => {
      const cli = resolveCliPathFromVSCodeExecutablePath(executable);
      const args = [...folders(profile), '--no-sandbox', '--install-extension', vsix, '--force'];
      await capture(cli, args, { env: profile.env });
    },
    open: async ({ profile, workspace, trusted }) => {
      const trust = trusted ? ['--disable-workspace-trust'] : [];
      const window = start(executable, [...windowArguments(profile), ...trust, workspace], {
        env: profile.env,
      });
      return { ended: window.ended, stop: window.stop };
    },
    runTests: async ({ profile, workspace, extension, tests, env }) => {
      const window = start(
        executable,
        [
          ...windowArguments(profile),
          '--disable-workspace-trust',
          `--extensionDevelopmentPath=${extension}`,
          `--extensionTestsPath=${tests}`,
          workspace,
        ],
        { env: { ...profile.env, ...env } },
      );
      try {
        await within(
          window.ended,
          suiteTimeoutMs,
          `The suite inside VS Code did not end within ${suiteTimeoutMs / 1000} s.`,
        );
      } finally {
        await window.stop();
      }
    },
    serve: async (profile) => ({
      session: {
        kind: 'desktop',
        executable,
        args: [...windowArguments(profile), '--disable-workspace-trust'],
        untrusted: { args: windowArguments(withUserDataOfItsOwn(profile)) },
        env: /** @type {Record<string, string>} */ (environment(profile.env)),
      },
      stop: async () => {},
    }),
  };
}

/** @param {import('./profile.mjs').Profile} profile */
function folders(profile) {
  return ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
}

/** @param {import('./profile.mjs').Profile} profile */
function windowArguments(profile) {
  const quiet = [
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-updates',
    '--disable-telemetry',
    '--disable-crash-reporter',
  ];
  // Root and containers have no sandbox to offer; VS Code refuses to start there without this.
  const root =
    process.getuid?.() === 0 || process.env['CI']
      ? ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
      : [];
  return [...folders(profile), ...quiet, '--password-store=basic', ...root];
}
